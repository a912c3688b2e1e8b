import { InvalidInput } from "../errors"
import { parseAmount } from "../money/decimal"

/** By currency code, as decimal strings in major units. */
export type CurrencyTotals = Record<string, string>

/** Reads `EUR=1234.50,USD=3`. @throws InvalidInput that names `--expect`. */
export function parseExpectedTotals(text: string): CurrencyTotals {
  return Object.fromEntries(
    text.split(/[,;\s]+/).flatMap((part) => {
      if (part === "") return []
      const [, code, amount] = /^([a-z]{3})=(.+)$/i.exec(part) ?? []
      if (!code || !amount) throw new InvalidInput("--expect", "must be sums by currency such as EUR=1234.50,USD=3")
      return [[code.toLowerCase(), parseAmount("--expect", amount, code)]]
    })
  )
}

export interface TotalsDifference {
  currency_code: string
  expected: string
  found: string
}

/** Where sums are not what they should be. A currency that only one side names is compared with nothing. */
export function differentTotals(expected: CurrencyTotals, found: CurrencyTotals): TotalsDifference[] {
  return [...new Set([...Object.keys(expected), ...Object.keys(found)])].sort().flatMap((currency_code) => {
    const zero = parseAmount("amount", "0", currency_code)
    const sums = { expected: expected[currency_code] ?? zero, found: found[currency_code] ?? zero }
    return sums.expected === sums.found ? [] : [{ currency_code, ...sums }]
  })
}
