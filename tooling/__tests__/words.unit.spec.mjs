import { isEnglish, unwantedWords } from "../words.mjs"

it("names line, word and what to say instead", () => {
  expect(unwantedWords("An affiliate sees\ntheir link and his balance, or a coupon.")).toEqual([
    { line: 2, word: "his", instead: expect.stringContaining("their") },
    { line: 2, word: "coupon", instead: "promo code" },
  ])
})

it("leaves words alone that only contain one of them", () => {
  expect(unwantedWords("The history of this theme: properties, she, there, wallpaper")).toEqual([])
})

it.each([
  ["src/admin/i18n/json/en.json", true],
  ["src/admin/i18n/json/es.json", false],
  ["src/portal/i18n/en.ts", true],
  ["src/portal/i18n/es.ts", false],
  ["src/portal/i18n/index.ts", true],
  ["README.md", true],
  ["tooling/words.mjs", false],
])("looks for English words in %s: %s", (file, expected) => {
  expect(isEnglish(file)).toBe(expected)
})
