import { readLanding, type LandingProgram } from "../landing"
import { normalizeLinkAlias } from "../link-alias"

const PROGRAM: LandingProgram = {
  id: "affprog_1",
  number: 1,
  handle: "main",
  site_url: "https://shop.example.com",
  link_parameter: "ref",
  link_aliases: ["via", "/r/", "/go/to/"],
  attribution_window_days: 90,
  attribution_model: "last_click",
}

const codesOf = (page: string): string[] | string => {
  const landing = readLanding({ page: `https://shop.example.com${page}` }, [PROGRAM])
  return "ignored" in landing ? landing.ignored : landing.candidates.map(({ code }) => code)
}

describe("a link of the program that was before", () => {
  it.each([
    ["its parameter", "/lamps?via=ab12", ["ab12"]],
    ["its parameter, damaged", "/?utm=1&amp;VIA[]=AB12.", ["ab12", "ab12."].slice(0, 1)],
    ["its path", "/r/AB12", ["ab12"]],
    ["its path and more behind", "/r/ab12/lamps?x=1#y", ["ab12"]],
    ["a longer path", "/go/to/ab12", ["ab12"]],
    ["the program's own parameter first", "/r/old?ref=new&via=other", ["new", "other", "old"]],
  ])("counts by %s", (_, page, codes) => {
    expect(codesOf(page)).toEqual(codes)
  })

  it.each([
    ["a path further inside", "/blog/r/ab12", "no_code"],
    ["a path that only begins like it", "/red/ab12", "no_code"],
    ["a path without a code", "/r/", "no_code"],
    ["another parameter", "/?aff=ab12", "no_code"],
    ["a code that cannot be one", "/r/%20%20", "no_code"],
  ])("does not count by %s", (_, page, reason) => {
    expect(codesOf(page)).toBe(reason)
  })
})

it.each([
  [" via ", "via"],
  ["/r", "/r/"],
  ["/r///", "/r/"],
  ["/go/to/", "/go/to/"],
])("%j is kept as %j", (typed, stored) => {
  expect(normalizeLinkAlias(typed)).toBe(stored)
})

it.each(["/", "r/", "/r?x", "vi a", "1st", "/(a+)+/", `/${"a".repeat(64)}`, "a".repeat(33), "//"])("%j is refused", (typed) => {
  expect(() => normalizeLinkAlias(typed)).toThrow(/^link_aliases: must be names of parameters/)
})
