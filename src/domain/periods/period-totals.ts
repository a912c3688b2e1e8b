import { byCurrency, exactSum, withDigits } from "../money/sums"

export interface PeriodFigures {
  currency_code: string
  expense_amount: string
  amount: string
  order_count: number
  outcome: "credited" | "withheld"
}

/** A month in one currency. `amount` is what is credited; what is withheld stands beside it. */
export interface PeriodTotal {
  currency_code: string
  amount: string
  withheld_amount: string
  expense_amount: string
  affiliate_count: number
  order_count: number
}

/** Adds up the lines of a month by currency. Sums are exact, with the currency's digits, and never cross a currency. */
export function periodTotals(lines: PeriodFigures[]): PeriodTotal[] {
  return byCurrency(lines).map(([currency_code, own]) => {
    const sum = (amounts: string[]): string => withDigits(exactSum(amounts), currency_code)
    return {
      currency_code,
      amount: sum(own.filter(({ outcome }) => outcome === "credited").map(({ amount }) => amount)),
      withheld_amount: sum(own.filter(({ outcome }) => outcome === "withheld").map(({ amount }) => amount)),
      expense_amount: sum(own.map(({ expense_amount }) => expense_amount)),
      affiliate_count: own.length,
      order_count: own.reduce((count, line) => count + line.order_count, 0),
    }
  })
}
