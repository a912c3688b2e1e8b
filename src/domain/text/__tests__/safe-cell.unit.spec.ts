import fc from "fast-check"

import { safeCell } from "../safe-cell"

describe("safeCell", () => {
  it.each([
    ["a formula", "=1+1", "'=1+1"],
    ["a plus", "+49 30 1234", "'+49 30 1234"],
    ["a minus", "-Mia-", "'-Mia-"],
    ["an at sign", "@SUM(A1)", "'@SUM(A1)"],
    ["a full-width equals sign", "＝1+1", "'＝1+1"],
    ["a full-width plus", "＋1", "'＋1"],
    ["a full-width minus", "－1", "'－1"],
    ["a full-width at sign", "＠SUM(A1)", "'＠SUM(A1)"],
    ["a tab in front", "\tAnna", "'\tAnna"],
    ["a carriage return in front", "\rAnna", "'\rAnna"],
    ["a line feed in front", "\nAnna", "'\nAnna"],
    ["a NUL in front", "\0Anna", "'\0Anna"],
    ["a formula behind blanks", "  =1", "'  =1"],
    ["a formula behind a no-break space", "\u00a0=1", "'\u00a0=1"],
    ["a formula behind a zero-width space", "\u200b=1", "'\u200b=1"],
    ["a formula behind a byte order mark", "\ufeff=1", "'\ufeff=1"],
    ["a formula behind a quote", `"=1"`, `'"=1"`],
    ["a formula behind blanks, quotes and a control character", ` "\u0001 =1`, `' "\u0001 =1`],
    ["only the sign", "=", "'="],
    ["a formula behind a semicolon", "a;=1+1;b", "a;'=1+1;b"],
    ["a formula behind a comma", "a,=1+1", "a,'=1+1"],
    ["a formula behind a tab", "a\t=1+1\tb", "a\t'=1+1\tb"],
    ["a formula behind a line break", "Anna\n=1", "Anna\n'=1"],
    ["a formula behind a carriage return", "Anna\r=1", "Anna\r'=1"],
    ["a formula behind a bar", "a|@SUM(A1)", "a|'@SUM(A1)"],
    ["a formula behind an end of a quote", `a";"=1`, `a";'"=1`],
    ["a formula behind a separator and a blank", "Berg, -1", "Berg,' -1"],
    ["a formula behind two separators", ";\t=1", ";\t'=1"],
    ["a formula behind a line end of two characters", "Anna\r\n=1", "Anna\r\n'=1"],
  ])("%s gets an apostrophe", (_, text, cell) => {
    expect(safeCell(text)).toBe(cell)
  })

  it.each([
    ["a name", "Anna Berg"],
    ["nothing", ""],
    ["blanks", "  "],
    ["a sign inside", "Berg-Müller = Anna + Co @ home"],
    ["a line break inside", "Anna\nBerg"],
    ["separators inside", "Berg, Anna; Co | Sons"],
    ["an e-mail", "anna+shop@example.com"],
    ["a quoted name", `"Anna" Berg`],
    ["an apostrophe already", "'=1"],
    ["a digit", "17"],
    ["a dash that is no minus", "– Anna"],
    ["another script", "王小明"],
  ])("%s stays as it is", (_, text) => {
    expect(safeCell(text)).toBe(text)
  })

  it("begins no formula, loses nothing, and twice is once", () => {
    const parts = fc.constantFrom(
      "=",
      "+",
      "-",
      "@",
      "＝",
      "＋",
      "－",
      "＠",
      "\t",
      "\r",
      "\n",
      "\0",
      " ",
      '"',
      "'",
      "\ufeff",
      "a",
      "1",
      ",",
      "|",
      ";"
    )
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(parts, { maxLength: 6 }).map((found) => found.join(""))
    )
    fc.assert(
      fc.property(texts, (text) => {
        const cell = safeCell(text)
        expect(cell.trimStart()).not.toMatch(/^["\s]*[=+\-@＝＋－＠]/)
        expect(cell).not.toMatch(/^[\t\r\n\0]/)
        for (const part of cell.split(/[,;|\t\r\n]/)) expect(part.trimStart()).not.toMatch(/^["\s]*[=+\-@＝＋－＠]/)
        expect(cell.replaceAll("'", "")).toBe(text.replaceAll("'", ""))
        expect(safeCell(cell)).toBe(cell)
      }),
      { numRuns: 1000 }
    )
  })
})
