import BigNumber from "bignumber.js"

import { currencyDigits } from "./decimal"

/** The exact sum of decimal strings. */
export const exactSum = (amounts: string[]): BigNumber => amounts.reduce((total, amount) => total.plus(amount), new BigNumber(0))

/** An exact amount as a decimal string with the currency's digits. */
export const withDigits = (amount: BigNumber, currencyCode: string): string => amount.toFixed(currencyDigits(currencyCode))

/** Rows by their currency, codes in order: no sum crosses a currency. */
export function byCurrency<Row extends { currency_code: string }>(rows: Row[]): [currencyCode: string, rows: Row[]][] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.currency_code)
    if (group) group.push(row)
    else groups.set(row.currency_code, [row])
  }
  return [...groups].sort(([one], [other]) => (one < other ? -1 : 1))
}
