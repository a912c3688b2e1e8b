import { fontOf, hasCharacter } from "../fonts"
import { directionOf, textRuns, type Coverage } from "../text-runs"

/** Font 0 has Latin and signs, 1 Cyrillic, 2 Hebrew, 3 Arabic, 4 Chinese and Japanese, 5 Korean, 6 Thai. */
const SCRIPTS = [
  /[\u0020-\u024f\u2010-\u2122\ufffd]/,
  /[\u0400-\u04ff]/,
  /[\u0590-\u05ff ]/,
  /[\u0600-\u06ff ]/,
  /[\u3000-\u30ff\u4e00-\u9fff ]/,
  /[\uac00-\ud7af]/,
  /[\u0e00-\u0e7f]/,
]
const coverage: Coverage = {
  fontOf: (codePoint) => {
    const font = SCRIPTS.findIndex((script) => script.test(String.fromCodePoint(codePoint)))
    return font < 0 ? null : font
  },
  hasCharacter: (font, codePoint) => SCRIPTS[font]?.test(String.fromCodePoint(codePoint)) ?? false,
}
const runs = (text: string, direction?: "ltr" | "rtl") => textRuns(text, coverage, direction).map((run) => `${run.font}:${run.text}`)

it.each<[string, string, string[]]>([
  ["nothing", "", []],
  ["plain Latin", "Anna Berg, #17", ["0:Anna Berg, #17"]],
  ["Latin with marks", "Łódź", ["0:Łódź"]],
  ["Cyrillic beside Latin", "ООО Berg", ["1:ООО", "0: Berg"]],
  ["Chinese, whose blank is its own font's", "王 小明 (Wang)", ["4:王 小明 ", "0:(Wang)"]],
  ["Korean and digits", "세종대로 110", ["5:세종대로", "0: 110"]],
  ["Thai", "ถนน 1", ["6:ถนน", "0: 1"]],
  ["an emoji that no font has", "Anna 😀!", ["0:Anna \ufffd!"]],
  ["a zero-width character and a directional override, which show and turn nothing", "a\u200bb\u202ec\u2069", ["0:abc"]],
  ["Hebrew words stand from right to left, each turned by the font engine", "אב גד", ["2:גד", "2: ", "2:אב"]],
  ["digits in Hebrew stay as they are", "רחוב 12 תל", ["2:תל", "0: ", "0:12", "2: ", "2:רחוב"]],
  ["Hebrew in a Latin line", "Anna אב גד Berg", ["0:Anna ", "2:גד", "2: ", "2:אב", "2: ", "0:Berg"]],
  ["Latin in a Hebrew line", "אב Anna Berg גד", ["2:גד", "0: ", "0:Anna Berg", "2: ", "2:אב"]],
  ["brackets are mirrored", "(אב) ג", ["2:ג", "0: ", "0:(", "2:אב", "0:)"]],
  ["signs at the end of a Hebrew line come first, turned by us", "אב?!", ["0:!?", "2:אב"]],
  ["Arabic with a date", "مصر 2016", ["0:2016", "3: ", "3:مصر"]],
])("%s", (_, text, expected) => {
  expect(runs(text)).toEqual(expected)
})

it("a line of a longer text goes the way of the whole", () => {
  expect(runs("Anna אב", "ltr")).toEqual(["0:Anna ", "2:אב"])
  expect(runs("Anna אב", "rtl")).toEqual(["2:אב", "0: ", "0:Anna"])
})

it.each([
  ["Anna", "ltr"],
  ["12 אב", "rtl"],
  ["مصر", "rtl"],
  ["", "ltr"],
])("%j begins %s", (text, direction) => {
  expect(directionOf(text)).toBe(direction)
})

it("the installed fonts have every script we promise, and Latin comes first", () => {
  const samples = "aŁĂЖΩҐἘệאبहท王あ한"
  const found = Array.from(samples).map((character) => fontOf(character.codePointAt(0) ?? 0))
  expect(found.every((font) => font !== null)).toBe(true)
  expect(new Set(found).size).toBeGreaterThan(10)
  expect(fontOf(0x20)).toBe(0)
  expect(fontOf(0x2212)).toBe(0)
  expect(fontOf(0xfffd)).toBe(0)
  expect(fontOf(0x1f600)).toBeNull()
  expect(hasCharacter(99, 0x20)).toBe(false)
})
