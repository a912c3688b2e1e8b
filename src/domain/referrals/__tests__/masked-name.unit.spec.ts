import fc from "fast-check"

import { maskedName } from "../masked-name"

describe("maskedName", () => {
  it.each([
    ["first and last name", "Anna", "Berg", "A*** B."],
    ["only a first name", "Anna", null, "A***"],
    ["only a last name", null, "Berg", "*** B."],
    ["no name", null, null, "***"],
    ["names left out", undefined, undefined, "***"],
    ["blanks", " ", "\t", "***"],
    ["blanks before the name", "  anna", " berg", "A*** B."],
    ["lower case", "anna", "berg", "A*** B."],
    ["two first names", "Anna Maria", "von Berg", "A*** V."],
    ["an umlaut in one piece", "Änne", "Öhm", "Ä*** Ö."],
    ["an umlaut in two pieces", "A\u0308nne", "O\u0308hm", "Ä*** Ö."],
    ["Cyrillic", "анна", "берг", "А*** Б."],
    ["Chinese", "王", "小明", "王*** 小."],
    ["a letter outside the basic plane", "𐐨nna", null, "𐐀***"],
    ["a digit", "4nna", null, "4***"],
    ["an emoji before the name", "😀anna", null, "A***"],
    ["markup", "<script>alert(1)</script>", `"><svg onload=alert(1)>`, "S*** S."],
    ["a formula", "=HYPERLINK(1)", "+1", "H*** 1."],
    ["an e-mail as name gives its first letter only", "anna@example.com", null, "A***"],
    ["marks stacked on a letter", `q${"\u0301".repeat(500)}`, null, "Q\u0301\u0301\u0301***"],
    ["a letter that is two in capitals", "ßen", null, "SS***"],
  ])("%s", (_, first_name, last_name, masked) => {
    expect(maskedName({ first_name, last_name })).toBe(masked)
  })

  it("nothing else of a name shows, and no markup ever", () => {
    // One letter in capitals may be two or three with marks between them, as ᾷ is.
    const names = fc.oneof(fc.constant(null), fc.string({ unit: "binary" }), fc.emailAddress())
    fc.assert(
      fc.property(names, names, (first_name, last_name) => {
        const masked = maskedName({ first_name, last_name })
        expect(masked).toMatch(/^([\p{L}\p{N}]\p{M}{0,6}){0,3}\*\*\*( ([\p{L}\p{N}]\p{M}{0,6}){1,3}\.)?$/u)
      }),
      { numRuns: 500 }
    )
  })
})
