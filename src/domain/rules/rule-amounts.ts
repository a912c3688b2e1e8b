import { InvalidInput } from "../errors"
import { parseAmount } from "../money/decimal"
import { plainCode } from "../text/plain-text"

/** An amount in major units, as an exact decimal string with the currency's digits. */
export interface Amount {
  currency_code: string
  amount: string
}

export interface AmountInput {
  currency_code: string
  amount: string | number
}

/** One amount in each of some currencies. @throws InvalidInput that names the wrong one. */
export function parseAmounts(field: string, given: AmountInput[]): Amount[] {
  if (given.length === 0) throw new InvalidInput(field, "must name at least one currency and its amount")
  const amounts = given.map(({ currency_code, amount, ...others }, at) => {
    const [unknown] = Object.keys(others)
    if (unknown) throw new InvalidInput(`${field}[${at}].${unknown.slice(0, 50)}`, "is unknown, known are currency_code, amount")
    const code = parseCurrency(`${field}[${at}].currency_code`, currency_code)
    const parsed = parseAmount(`${field}[${at}].amount`, amount, code)
    if (parsed.startsWith("-")) throw new InvalidInput(`${field}[${at}].amount`, "must not be negative")
    return { currency_code: code, amount: parsed }
  })
  const codes = amounts.map(({ currency_code }) => currency_code)
  const twice = codes.find((code, at) => codes.indexOf(code) !== at)
  if (twice) throw new InvalidInput(field, `must name each currency once, and ${twice.toUpperCase()} is there twice`)
  return amounts
}

export function parseCurrency(field: string, given: string): string {
  const code = plainCode(given).toLowerCase()
  if (!/^[a-z]{3}$/.test(code)) throw new InvalidInput(field, `"${given.slice(0, 10)}" is no currency code such as eur`)
  return code
}
