import BigNumber from "bignumber.js"

import { currencyDigits } from "./decimal"

export interface ComparedFigures {
  currency_code: string
  previous_expense_amount: string
  previous_amount: string
  difference: string
}

/** Two months in one currency. Amounts are what was earned, credited and withheld together. */
export interface PeriodComparison extends ComparedFigures {
  expense_amount: string
  amount: string
}

/**
 * Adds up by currency what a month's lines, and those who have none in it, differ by from the month before. Sums are exact, with the
 * currency's digits, and never cross a currency.
 */
export function periodComparison(
  lines: (ComparedFigures & { expense_amount: string; amount: string })[],
  absent: ComparedFigures[]
): PeriodComparison[] {
  const currencies = [...new Set([...lines, ...absent].map(({ currency_code }) => currency_code))].sort()
  return currencies.map((currency_code) => {
    const own = [...lines, ...absent.map((row) => ({ ...row, expense_amount: "0", amount: "0" }))].filter(
      (row) => row.currency_code === currency_code
    )
    const sum = (figure: keyof (typeof own)[number]): string =>
      own.reduce((total, row) => total.plus(row[figure]), new BigNumber(0)).toFixed(currencyDigits(currency_code))
    return {
      currency_code,
      expense_amount: sum("expense_amount"),
      amount: sum("amount"),
      previous_expense_amount: sum("previous_expense_amount"),
      previous_amount: sum("previous_amount"),
      difference: sum("difference"),
    }
  })
}
