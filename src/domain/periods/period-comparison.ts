import { byCurrency, exactSum, withDigits } from "../money/sums"

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
  const nothing = { expense_amount: "0", amount: "0" }
  return byCurrency([...lines, ...absent.map((row) => ({ ...row, ...nothing }))]).map(([currency_code, own]) => {
    const sum = (figure: keyof (typeof own)[number]): string => withDigits(exactSum(own.map((row) => row[figure])), currency_code)
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
