import fc from "fast-check"

import { InvalidInput } from "../../errors"
import { normalizePromoCode, normalizeTemplate, renderPromoCode } from "../promo-code-template"

const SUBJECT = { number: 7, code: "ab12", random: "0k9zxy3m" }

describe("renderPromoCode", () => {
  it.each([
    ["@ID@ is the affiliate's number", "WELCOME-@ID@", "WELCOME-7"],
    ["@HANDLE@ is the public code, in capitals", "@HANDLE@-10", "AB12-10"],
    ["@RANDOM@ is eight characters, in capitals", "X@RANDOM@", "X0K9ZXY3M"],
    ["all of them", "@ID@_@HANDLE@_@RANDOM@", "7_AB12_0K9ZXY3M"],
    ["one of them twice", "@ID@-@ID@", "7-7"],
    ["one beside the other", "@ID@@ID@", "77"],
    ["a macro alone", "@ID@", "7"],
  ])("%s: %s", (_, template, code) => {
    expect(renderPromoCode(template, SUBJECT)).toBe(code)
  })
})

describe("normalizeTemplate", () => {
  it.each([
    ["undefined", undefined],
    ["null", null],
    ["nothing", ""],
    ["blanks", "   "],
  ])("%s means no promo codes", (_, template) => {
    expect(normalizeTemplate(template)).toBeNull()
  })

  it.each([
    ["capitals", "welcome-@id@", "WELCOME-@ID@"],
    ["no blanks around it", "  SAVE_@HANDLE@ ", "SAVE_@HANDLE@"],
    ["a macro at the beginning", "@random@", "@RANDOM@"],
    ["digits", "10OFF@ID@", "10OFF@ID@"],
    ["all macros", "@ID@-@HANDLE@-@RANDOM@", "@ID@-@HANDLE@-@RANDOM@"],
    ["a code of 50 characters", `${"A".repeat(49)}@ID@`, `${"A".repeat(49)}@ID@`],
  ])("is stored with %s", (_, template, stored) => {
    expect(normalizeTemplate(template)).toBe(stored)
    expect(normalizeTemplate(stored)).toBe(stored)
  })

  it.each([
    ["no macro", "WELCOME"],
    ["a macro that is not closed", "WELCOME-@ID"],
    ["a macro nobody knows", "WELCOME-@NAME@"],
  ])("refuses %s: all affiliates would share one code", (_, template) => {
    const expected = new InvalidInput(
      "promo_code_template",
      "needs one of @ID@, @HANDLE@, @RANDOM@, or all affiliates would share one code"
    )
    expect(() => normalizeTemplate(template)).toThrow(expected)
  })

  it.each([
    ["a blank inside", "WELCOME @ID@"],
    ["a line feed inside", "WELCOME\n@ID@"],
    ["an umlaut", "GRÜSSE-@ID@"],
    ["a percent sign", "10%-@ID@"],
    ["markup", "<b>@ID@"],
    ["a known macro and an unknown one", "@ID@-@NAME@"],
    ["a hyphen at the beginning", "-@ID@"],
    ["an underscore at the beginning", "_@ID@"],
    ["one character alone", "@ID@"],
    ["51 characters", `${"A".repeat(50)}@ID@`],
    ["64 KiB", `${"A".repeat(65536)}@ID@`],
  ])("refuses %s", (_, template) => {
    const expected = new InvalidInput("promo_code_template", "may hold letters, digits, - and _ beside the macros, at most 50 characters")
    expect(() => normalizeTemplate(template)).toThrow(expected)
  })
})

describe("normalizePromoCode", () => {
  it.each([
    ["lower case", "welcome-7", "WELCOME-7"],
    ["mixed case with blanks", " Welcome-7\t", "WELCOME-7"],
    ["as stored", "WELCOME-7", "WELCOME-7"],
    ["a zero-width blank", "\u200bWELCOME-\u200b7\u200b", "WELCOME-7"],
    ["direction marks", "\u200eWELCOME-7\u200f", "WELCOME-7"],
    ["a soft hyphen", "WEL\u00adCOME-7", "WELCOME-7"],
    ["an en dash", "WELCOME–7", "WELCOME-7"],
    ["an em dash", "WELCOME—7", "WELCOME-7"],
    ["a hyphen that does not break", "WELCOME\u20117", "WELCOME-7"],
    ["a minus", "WELCOME−7", "WELCOME-7"],
    ["no-break and narrow blanks around it", "\u00a0WELCOME-7\u202f", "WELCOME-7"],
    ["full width", "ｗｅｌｃｏｍｅ－７", "WELCOME-7"],
  ])("%s", (_, typed, stored) => {
    expect(normalizePromoCode(typed)).toBe(stored)
  })

  it("finds every rendered code again, in any letter case", () => {
    const subject = fc.record({
      number: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
      code: fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,63}$/),
      random: fc.stringMatching(/^[0-9a-hjkmnp-tv-z]{8}$/),
    })
    fc.assert(
      fc.property(subject, fc.constantFrom("WELCOME-@ID@", "@HANDLE@", "X-@RANDOM@"), (of, template) => {
        const code = renderPromoCode(template, of)
        expect([normalizePromoCode(code.toLowerCase()), normalizePromoCode(code)]).toEqual([code, code])
      })
    )
  })

  it("two affiliates never share a code of an @ID@ template", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 2 ** 31 - 1 })), (numbers) => {
        const codes = numbers.map((number) => renderPromoCode("W@ID@", { ...SUBJECT, number }))
        expect(new Set(codes).size).toBe(numbers.length)
      })
    )
  })
})
