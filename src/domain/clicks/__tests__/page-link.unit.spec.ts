import { pageLink } from "../page-link"

const SITE = "https://shop.example.com/de"
const link = (page: string): string | null => {
  const built = pageLink(SITE, "ref", "k3v9q2xw", page)
  return "link" in built ? built.link : null
}

describe("any page of the site as an affiliate's link", () => {
  it.each<[string, string, string | null]>([
    ["a page", "https://shop.example.com/de/mugs", "https://shop.example.com/de/mugs?ref=k3v9q2xw"],
    ["the site itself", "https://shop.example.com/de/", "https://shop.example.com/de/?ref=k3v9q2xw"],
    ["as it is copied, without a scheme", "  www.shop.example.com/de/mugs ", "https://www.shop.example.com/de/mugs?ref=k3v9q2xw"],
    ["without a scheme, with a port", "shop.example.com:443/de/mugs", "https://shop.example.com/de/mugs?ref=k3v9q2xw"],
    [
      "query and fragment stay",
      "https://shop.example.com/de/a?size=2&b=%20#top",
      "https://shop.example.com/de/a?size=2&b=+&ref=k3v9q2xw#top",
    ],
    ["another affiliate's link becomes one's own", "https://shop.example.com/de?ref=other", "https://shop.example.com/de?ref=k3v9q2xw"],
    ["another language of the shop", "https://shop.example.com/fr", null],
    ["another shop", "https://evil.example.com/de", null],
    ["a shop that begins alike", "https://shop.example.com.evil.com/de", null],
    ["a user before the host", "https://shop.example.com@evil.com/de", null],
    ["a user at the right host", "https://user@shop.example.com/de", null],
    ["a script", "javascript:alert(1)//shop.example.com/de", null],
    ["data", "data:text/html,shop.example.com/de", null],
    ["nothing", " ", null],
    ["words", "our mugs", null],
    ["a path of the site", "/de/mugs", "https://shop.example.com/de/mugs?ref=k3v9q2xw"],
    ["a path beside it", "/fr", null],
    ["another host by two slashes", "//evil.example.com/de", null],
  ])("%s", (_, page, expected) => {
    expect(link(page)).toBe(expected)
  })
})
