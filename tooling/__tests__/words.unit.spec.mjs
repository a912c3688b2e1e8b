import { unwantedWords } from "../words.mjs"

it("names line, word and what to say instead", () => {
  expect(unwantedWords("An affiliate sees\ntheir link and his balance, or a coupon.")).toEqual([
    { line: 2, word: "his", instead: expect.stringContaining("their") },
    { line: 2, word: "coupon", instead: "promo code" },
  ])
})

it("leaves words alone that only contain one of them", () => {
  expect(unwantedWords("The history of this theme: properties, she, there, wallpaper")).toEqual([])
})
