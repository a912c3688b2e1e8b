import { buildLink, linkParameter, siteOf } from "../lib/affiliate-link"

const own = { link: "https://shop.example.com/de?ref=k3v9q2xw", code: "k3v9q2xw" }

describe("a link to a certain page", () => {
  it.each([
    ["https://shop.example.com/de/lamps", "https://shop.example.com/de/lamps?ref=k3v9q2xw"],
    ["  https://www.shop.example.com/de/lamps?color=red#top ", "https://www.shop.example.com/de/lamps?color=red&ref=k3v9q2xw#top"],
    ["shop.example.com/de", "https://shop.example.com/de?ref=k3v9q2xw"],
    ["/de/lamps", "https://shop.example.com/de/lamps?ref=k3v9q2xw"],
    // Another affiliate's code does not stay.
    ["https://shop.example.com/de?ref=other&ref=another", "https://shop.example.com/de?ref=k3v9q2xw"],
  ])("%j becomes %s", (page, link) => {
    expect(buildLink(own, page)).toEqual({ link })
  })

  it.each([
    ["https://shop.example.com/design", "off_site"],
    ["https://evil.example/de", "off_site"],
    ["//evil.example/de", "no_address"],
    ["javascript:alert(1)", "no_address"],
    ["data:text/html,x", "no_address"],
    ["lamps", "no_address"],
    ["/fr", "off_site"],
  ])("%j is refused: %s", (page, problem) => {
    expect(buildLink(own, page)).toEqual({ problem })
  })

  it("carries a tag, and refuses one that no list could show", () => {
    expect(buildLink(own, "/de/lamps", " may_news-1 ")).toEqual({ link: "https://shop.example.com/de/lamps?ref=k3v9q2xw&sub=may_news-1" })
    for (const tag of ["a b", "<b>", "x".repeat(65), "anna@example.com"]) expect(buildLink(own, "/de", tag)).toEqual({ problem: "bad_sub" })
  })

  it("finds parameter and site in the affiliate's link", () => {
    const link = "https://shop.example.com/?lang=de&via=k3v9q2xw"
    expect([linkParameter(link, "k3v9q2xw"), siteOf(link, "k3v9q2xw")]).toEqual(["via", "https://shop.example.com/?lang=de"])
  })
})
