import { readCampaign } from "../campaign"

const NOTHING = { utm_source: null, utm_medium: null, utm_campaign: null, sub: null }
const read = (query: string) => readCampaign(new URLSearchParams(query))
const sub = (value: string) => read(`sub=${encodeURIComponent(value)}`).sub

it("keeps four parameters and no other", () => {
  expect(read("")).toEqual(NOTHING)
  expect(read("utm_source=news&utm_medium=mail&utm_campaign=spring&sub=a1&utm_term=x&email=a@b.c&gclid=1")).toEqual({
    ...{ utm_source: "news", utm_medium: "mail", utm_campaign: "spring", sub: "a1" },
  })
})

it.each<[string, string | null]>([
  ["blog-7", "blog-7"],
  ["  Anna\u00a0Berg \u200b", "Anna Berg"],
  ["", null],
  [" \u200b\t", null],
  ["a\r\nb\tc\u0000d\u2028e", "a b c d e"],
  ["anna@example.com", null],
  ["to: Anna <anna@example.com>", null],
  ['"><svg onload=alert(1)>', '"><svg onload=alert(1)>'],
  ["=HYPERLINK(1)", "=HYPERLINK(1)"],
  ["x".repeat(100), "x".repeat(100)],
  ["x".repeat(101), "x".repeat(100)],
  [`${"x".repeat(99)}😀y`, `${"x".repeat(99)}😀`],
  [`${"x".repeat(99)} y`, "x".repeat(99)],
])("%j is kept as %j", (value, expected) => {
  expect(sub(value)).toBe(expected)
})

it("takes the first of several values", () => {
  expect(read("sub=one&sub=two").sub).toBe("one")
})
