import fc from "fast-check"

import { currencyDigits, parseAmount, parsePercent } from "../decimal"
import { InvalidInput } from "../../errors"
import { ISO_4217 } from "./iso-4217"

describe("currencyDigits", () => {
  it("knows every code of ISO 4217", () => {
    expect(ISO_4217.length).toBe(166)
    expect(ISO_4217.map(([code]) => [code, currencyDigits(code)])).toEqual(ISO_4217)
  })

  it.each([
    ["capitals", "JPY", 0],
    ["a code nobody knows", "zzz", 2],
    ["nothing", "", 2],
    ["constructor", "constructor", 2],
    ["__proto__", "__proto__", 2],
  ])("%s", (_, code, digits) => {
    expect(currencyDigits(code)).toBe(digits)
  })
})

describe("parsePercent", () => {
  it.each([
    ["a whole number", "10", "10"],
    ["a number", 10, "10"],
    ["nothing at all", 0, "0"],
    ["everything", "100", "100"],
    ["four decimals", "0.0001", "0.0001"],
    ["trailing zeros", "12.5000", "12.5"],
    ["leading zeros", "007.5", "7.5"],
    ["blanks around it", " 12.5 ", "12.5"],
    ["minus zero", "-0", "0"],
    ["the last below a hundred", "99.9999", "99.9999"],
  ])("%s: %p", (_, input, percent) => {
    expect(parsePercent("commission_percent", input)).toBe(percent)
  })

  it.each([
    ["below zero", "-0.0001"],
    ["above a hundred", "100.0001"],
    ["five decimals", "0.00001"],
    ["a float's tail", 0.1 + 0.2],
    ["an exponent", "1e1"],
    ["a number that prints with an exponent", 1e-7],
    ["a comma", "12,5"],
    ["a percent sign", "10%"],
    ["a plus sign", "+10"],
    ["no digit before the point", ".5"],
    ["no digit after the point", "5."],
    ["two points", "1.2.3"],
    ["nothing", ""],
    ["words", "ten"],
    ["NaN", NaN],
    ["infinity", Infinity],
    ["hexadecimal", "0x10"],
    ["digits of another script", "١٠"],
    ["64 KiB of digits", "9".repeat(65536)],
  ])("refuses %s, naming the field", (_, input) => {
    const expected = new InvalidInput("commission_percent", "must be a percentage from 0 to 100 with at most four decimals")
    expect(() => parsePercent("commission_percent", input)).toThrow(expected)
  })
})

describe("parseAmount", () => {
  it.each([
    ["euros get two digits", "5.5", "eur", "5.50"],
    ["a whole number of euros", 5, "eur", "5.00"],
    ["a number with cents", 5.05, "EUR", "5.05"],
    ["trailing zeros beyond the digits", "5.5000", "eur", "5.50"],
    ["yen have none", "500", "jpy", "500"],
    ["yen with zeros behind the point", "500.00", "jpy", "500"],
    ["Kuwaiti dinars have three", "1.234", "kwd", "1.234"],
    ["unidades de fomento have four", "1.2345", "clf", "1.2345"],
    ["a debit", "-12.30", "eur", "-12.30"],
    ["minus zero is zero", "-0", "eur", "0.00"],
    ["minus zero as a number", -0, "eur", "0.00"],
    ["2^53 + 1 cents", "90071992547409.93", "eur", "90071992547409.93"],
    ["the largest", "999999999999999.99", "eur", "999999999999999.99"],
    ["the smallest", "-999999999999999.9999", "clf", "-999999999999999.9999"],
    ["a currency named like a prototype key", "1.5", "constructor", "1.50"],
  ])("%s: %s %s", (_, input, currency, amount) => {
    expect(parseAmount("amount", input, currency)).toBe(amount)
  })

  it.each([
    ["a third decimal of euros", "1.005", "eur", 2],
    ["a decimal of yen", "0.5", "JPY", 0],
    ["a fourth decimal of dinars", "1.2345", "KWD", 3],
    ["a fifth decimal of unidades", "1.23456", "CLF", 4],
    ["a decimal comma", "1,50", "EUR", 2],
    ["a thousands separator", "1,500.00", "EUR", 2],
    ["a blank as separator", "1 500", "EUR", 2],
    ["an exponent", "1e3", "EUR", 2],
    ["a number that prints with an exponent", 1e21, "EUR", 2],
    ["a currency sign", "€5", "EUR", 2],
    ["NaN", NaN, "EUR", 2],
    ["nothing", "", "EUR", 2],
    ["a quadrillion", "1000000000000000", "EUR", 2],
    ["minus a quadrillion", "-1000000000000000", "JPY", 0],
    ["64 KiB of digits", "9".repeat(65536), "EUR", 2],
  ])("refuses %s", (_, input, currency, digits) => {
    const expected = new InvalidInput(
      "amount",
      `must be an amount with at most ${digits} decimals, the digits of ${currency.toUpperCase()}`
    )
    expect(() => parseAmount("amount", input, currency)).toThrow(expected)
  })

  it("reads back what it wrote, cent by cent, beyond the precision of floats", () => {
    const minor = fc.bigInt({ min: -(10n ** 17n) + 1n, max: 10n ** 17n - 1n })
    fc.assert(
      fc.property(minor, (cents) => {
        const [sign, digits] = [cents < 0n ? "-" : "", String(cents < 0n ? -cents : cents).padStart(3, "0")]
        const text = `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`
        expect(parseAmount("amount", text, "eur")).toBe(text)
      })
    )
  })
})
