import { languageTag } from "../language"
import { shownDecimal, typedDecimal } from "../typed-decimal"

it.each([
  ["de", "7,5", "7.5"],
  ["de", "7.5", "7.5"],
  ["de", "1.234,50", "1234.50"],
  ["de", "-1.234.567,8", "-1234567.8"],
  ["de", "1.23,4", "1.23,4"],
  ["de", "1,2,3", "1,2,3"],
  ["de", "7,", "7,"],
  ["de", "seven,5", "seven,5"],
  ["de", " 7,5 ", "7.5"],
  ["fr", "1 234,5", "1234.5"],
  ["fr", "1\u202f234,5", "1234.5"],
  ["ru", "12,75", "12.75"],
  ["es", "0,05", "0.05"],
  ["en", "7,5", "7,5"],
  ["en", "7.5", "7.5"],
  ["pt-BR", "7,5", "7.5"],
])("in %s, %j is %j", (locale, typed, decimal) => {
  expect(typedDecimal(typed, locale)).toBe(decimal)
})

it.each([
  ["de", "7.5", "7,5"],
  ["de", "-1234.50", "-1234,50"],
  ["de", "7", "7"],
  ["de", "7,5", "7,5"],
  ["de", "no number.", "no number."],
  ["en", "7.5", "7.5"],
])("in %s, %j is shown as %j", (locale, decimal, shown) => {
  expect(shownDecimal(decimal, locale)).toBe(shown)
})

it.each([
  ["ptBR", "pt-BR"],
  ["enGB", "en-GB"],
  ["de", "de"],
  ["zh-CN", "zh-CN"],
  [undefined, undefined],
])("Medusa's language %j is %j", (code, tag) => {
  expect(languageTag(code)).toBe(tag)
})
