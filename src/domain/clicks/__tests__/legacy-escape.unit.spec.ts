import fc from "fast-check"

import { decodeLegacyEscape } from "../legacy-escape"

describe("decodeLegacyEscape", () => {
  it.each([
    ["plain text", "abc", "abc"],
    ["a whole URL as BILLmanager's snippet sends it", "https%3A//shop.example.com/%3Fref%3Dab12", "https://shop.example.com/?ref=ab12"],
    ["Latin-1", "caf%E9", "café"],
    ["a UTF-16 unit", "%u20AC 5", "€ 5"],
    ["a surrogate pair", "%uD83D%uDE00", "😀"],
    ["digits in lower case", "%u20ac%e9", "€é"],
    ["UTF-8 bytes stay the Latin-1 characters they are in escape()", "%C3%A9", "Ã©"],
    ["an escaped percent sign is decoded once", "%2541", "%41"],
    ["a NUL", "a%00b", "a\u0000b"],
    ["a broken %u", "%u20A", "%u20A"],
    ["a broken %", "100%", "100%"],
    ["no hex digits", "%zz%uzzzz", "%zz%uzzzz"],
    ["a plus is a plus", "a+b", "a+b"],
    ["nothing", "", ""],
  ])("%s", (_, escaped, text) => {
    expect(decodeLegacyEscape(escaped)).toBe(text)
  })

  it("undoes escape() for every string, lone surrogates included", () => {
    const units = fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes))
    fc.assert(
      fc.property(fc.oneof(units, fc.string({ unit: "binary" })), (text) => {
        // eslint-disable-next-line @typescript-eslint/no-deprecated -- the deprecated function is what the sites with the old snippet call.
        return decodeLegacyEscape(escape(text)) === text
      }),
      { numRuns: 500 }
    )
  })
})
