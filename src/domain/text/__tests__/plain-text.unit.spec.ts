import fc from "fast-check"

import { InvalidInput } from "../../errors"
import { plainCode, plainText, requireReason, visibleText } from "../plain-text"

/** Zero-width blanks and joiners, soft hyphen, direction marks, embeddings and isolates, byte order mark, fillers, tags. */
const UNSEEN = Array.from(
  "\u200b\u200c\u200d\u200e\u200f\u00ad\u034f\u061c\u180e\u202a\u202e\u2060\u2064\u2066\u2069\ufeff\u3164\uffa0\ufe0f\ufffb\u{e0041}"
)
/** No-break, narrow, thin, figure, ideographic. */
const BLANKS = Array.from("\u00a0\u202f\u2009\u2007\u3000\u1680\u205f")

it.each(UNSEEN)("%j leaves a name and a code", (unseen) => {
  expect(plainText(`${unseen}Anna${unseen} B${unseen}erg${unseen}`)).toBe("Anna Berg")
  expect(plainCode(`${unseen}an${unseen}na${unseen}`)).toBe("anna")
})

it.each(BLANKS)("%j becomes a blank, and none at the ends", (blank) => {
  expect(plainText(`${blank}Anna${blank}Berg${blank}`)).toBe("Anna Berg")
  expect(plainCode(`${blank}DE89${blank}3704${blank}`)).toBe("DE89 3704")
})

it.each([
  ["a Persian name with a joiner between its parts", "علی\u200cرضا"],
  ["an Urdu word", "خوش\u200cبخت"],
  ["a Hindi conjunct that is kept apart", "क्\u200cष"],
  ["a Marathi eyelash ra", "र्\u200dय"],
  ["a Bengali ya-phalaa", "র\u200d্যাব"],
  ["a Malayalam chillu at the end of a name", "അവന്\u200d"],
  ["a Sinhala conjunct", "ශ්\u200dරී"],
  ["a family", "👩\u200d👩\u200d👧"],
  ["a heart in color", "❤\ufe0f"],
  ["a variant of an ideograph in a Japanese name", "葛\u{e0100}飾"],
])("%s stays, and is nothing in a code", (_, text) => {
  expect(plainText(text)).toBe(text)
  expect(plainText(`\u200b${text}\u200e`)).toBe(text)
  expect(plainCode(text)).not.toMatch(/\u200c|\u200d|\ufe0f|\u{e0100}/u)
})

it.each([
  ["composes", "Bjo\u0308rn", "Bj\u00f6rn"],
  ["keeps line breaks and tabs", " a\n\tb \r\n", "a\n\tb"],
  ["keeps signs that show", "\u0600\u0661 – 王小明 😀", "\u0600\u0661 – 王小明 😀"],
  ["takes a joiner from the end of a Persian name", "علی\u200c", "علی"],
])("%s", (_, text, plain) => {
  expect(plainText(text)).toBe(plain)
})

it("twice is once, whatever it is", () => {
  const parts = fc.constantFrom(...UNSEEN, ...BLANKS, "a", "o", "\u0308", "ب", "क", "्", "👩", "王", "\n")
  const texts = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(parts).map((found) => found.join(""))
  )
  fc.assert(
    fc.property(texts, (text) => {
      for (const plain of [plainText, plainCode, visibleText]) expect(plain(plain(text))).toBe(plain(text))
      expect(plainCode(text)).not.toMatch(/\p{Default_Ignorable_Code_Point}|[^\P{Zs} ]|^\s|\s$/u)
    }),
    { numRuns: 1000 }
  )
})

it("a reason that shows nothing is none", () => {
  expect(requireReason(" goodwill\u200b ")).toBe("goodwill")
  expect(() => requireReason(" \u200b\u00a0")).toThrow(new InvalidInput("reason", "must say why"))
})
