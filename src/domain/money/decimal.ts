import BigNumber from "bignumber.js"

import { InvalidInput } from "../errors"

/** ISO 4217 minor units other than two. The same list stands in SQL (`affiliate_currency_digits`), and a test compares the two. */
const DIGITS = new Map<string, number>([
  ...["bif", "clp", "djf", "gnf", "isk", "jpy", "kmf", "krw", "pyg", "rwf", "ugx", "uyi", "vnd", "vuv", "xaf", "xof", "xpf"].map(
    (code) => [code, 0] as const
  ),
  ...["bhd", "iqd", "jod", "kwd", "lyd", "omr", "tnd"].map((code) => [code, 3] as const),
  ...["clf", "uyw"].map((code) => [code, 4] as const),
])

/** How many decimals an amount of the currency may have (ISO 4217). */
export const currencyDigits = (currencyCode: string): number => DIGITS.get(currencyCode.toLowerCase()) ?? 2

/**
 * Reads a percentage typed by a person or sent by a client: 0 to 100, at most four decimals, as a plain decimal string.
 *
 * @throws InvalidInput naming the field.
 */
export function parsePercent(field: string, input: string | number): string {
  const value = parseDecimal(input)
  if (!value || value.lt(0) || value.gt(100) || (value.decimalPlaces() ?? 0) > 4) {
    throw new InvalidInput(field, "must be a percentage from 0 to 100 with at most four decimals")
  }
  return value.toFixed()
}

/**
 * Reads an amount in major units as an exact decimal string with the currency's digits: `("5.5", "eur")` -> `5.50`.
 *
 * @throws InvalidInput when it is no number or has more decimals than the currency.
 */
export function parseAmount(field: string, input: string | number, currencyCode: string): string {
  const value = parseDecimal(input)
  const digits = currencyDigits(currencyCode)
  if (!value || (value.decimalPlaces() ?? 0) > digits || value.abs().gte("1e15")) {
    throw new InvalidInput(field, `must be an amount with at most ${digits} decimals, the digits of ${currencyCode.toUpperCase()}`)
  }
  return value.toFixed(digits)
}

/** Plain decimal notation only: no exponent, no thousands separator, no comma. `-0` is zero. */
function parseDecimal(input: string | number): BigNumber | null {
  const text = String(input).trim()
  return /^-?\d+(\.\d+)?$/.test(text) ? new BigNumber(text).plus(0) : null
}
