import fc from "fast-check"

import { glyphTexts, type ShapedGlyph } from "../glyph-texts"

const lettersOf = (word: string) =>
  Array.from(word, (letter) => ({ codePoint: letter.codePointAt(0) ?? 0, text: [letter.codePointAt(0) ?? 0] }))
/** "क" is a wide glyph, "+x" one that lies over another, "" a shape that stands for nothing. */
const glyphOf = (made: string): ShapedGlyph => ({
  codePoints: Array.from(made.replace("+", ""), (letter) => letter.codePointAt(0) ?? 0),
  isWide: made !== "" && !made.startsWith("+"),
})
const texts = (word: string, ...glyphs: string[]) =>
  glyphTexts(lettersOf(word), glyphs.map(glyphOf)).map((own) => String.fromCodePoint(...own))

it.each<[string, string, string[], string[]]>([
  ["a glyph a letter", "abc", ["a", "b", "c"], ["a", "b", "c"]],
  ["a ligature", "office", ["o", "ffi", "c", "e"], ["o", "ffi", "c", "e"]],
  ["a dot is drawn only", "جم", ["ج", "", "م"], ["ج", "", "م"]],
  ["two letters whose dots follow", "بنت", ["ب", "", "ن", "", "ت", ""], ["ب", "", "ن", "", "ت", ""]],
  ["a mark belongs to its letter", "مّد", ["م", "+ّ", "د"], ["مّ", "", "د"]],
  ["a vowel left of its consonant", "दिल", ["ि", "द", "ल"], ["द", "ि", "ल"]],
  ["a vowel left of two consonants", "त्रिय", ["ि", "त्र", "य"], ["त", "्रि", "य"]],
  ["an r above the next letter", "कर्म", ["क", "म", "+र्"], ["क", "र्म", ""]],
  ["one letter of two glyphs", "ำ", ["+ำ", ""], ["ำ", ""]],
  ["the second half of a letter", "นำฝ", ["น", "+ำ", "x", "ฝ"], ["น", "", "ำ", "ฝ"]],
  ["a glyph of nothing in the word", "ab", ["◌", "a", "b"], ["", "a", "b"]],
  ["letters without a glyph", "abc", ["a"], ["abc"]],
])("%s", (_, word, glyphs, expected) => {
  expect(texts(word, ...glyphs)).toEqual(expected)
})

it("gives out every letter once and in order, however the glyphs are", () => {
  const letters = fc.stringMatching(/^[abcd]{1,8}$/)
  const glyphs = fc.array(fc.stringMatching(/^\+?[abcdx]{0,3}$/), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(letters, glyphs, (word, made) => {
      expect(texts(word, ...made).join("")).toBe(word)
    }),
    { numRuns: 1000 }
  )
})
