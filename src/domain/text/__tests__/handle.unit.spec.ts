import fc from "fast-check"

import { InvalidInput } from "../../errors"
import { handleFromName, normalizeHandle } from "../handle"

describe("normalizeHandle", () => {
  it.each([
    ["a word", "main", "main"],
    ["capitals and blanks around it", "  Main-Shop ", "main-shop"],
    ["digits beside letters", "2-for-1", "2-for-1"],
    ["one letter", "a", "a"],
    ["64 characters", "a".repeat(64), "a".repeat(64)],
  ])("takes %s", (_, typed, handle) => {
    expect(normalizeHandle(typed)).toBe(handle)
  })

  it.each([
    ["nothing", ""],
    ["blanks", "  "],
    ["a number: the counter's project would be ambiguous", "7"],
    ["a blank inside", "main shop"],
    ["a hyphen at the beginning", "-main"],
    ["a hyphen at the end", "main-"],
    ["two hyphens", "main--shop"],
    ["an underscore", "main_shop"],
    ["an umlaut", "büro"],
    ["a slash", "a/b"],
    ["markup", "<b>"],
    ["__proto__", "__proto__"],
    ["65 characters", "a".repeat(65)],
  ])("refuses %s", (_, typed) => {
    const expected = new InvalidInput("handle", "must be letters, digits and single hyphens, not only digits, at most 64 characters")
    expect(() => normalizeHandle(typed)).toThrow(expected)
  })
})

describe("handleFromName", () => {
  it.each([
    ["words", "Café Berlin!", "cafe-berlin"],
    ["an ampersand", "Salt & Pepper", "salt-pepper"],
    ["a ligature", "Oﬃce", "office"],
    ["digits alone", "2026", "program-2026"],
    ["another script", "Партнёры", "program"],
    ["signs alone", "!!!", "program"],
    ["a long name, cut where the prefix still fits", "a".repeat(200), "a".repeat(56)],
    ["a long name, cut at a hyphen", `${"a".repeat(55)} b`, "a".repeat(55)],
    ["a long number", "9".repeat(200), `program-${"9".repeat(56)}`],
  ])("%s", (_, name, handle) => {
    expect(handleFromName(name)).toBe(handle)
  })

  it("every name gives a handle that is one", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (name) => {
        const handle = handleFromName(name)
        expect(normalizeHandle(handle)).toBe(handle)
      }),
      { numRuns: 500 }
    )
  })
})
