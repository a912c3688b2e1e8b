import { byCurrency, exactSum, withDigits } from "../money/sums"

/** An amount of one currency, as a decimal string in major units. */
interface CurrencySum {
  currency_code: string
  amount: string
}

export interface CountedSums {
  count: number
  totals: CurrencySum[]
}

/** What programs come to together. Sums are exact, with the currency's digits, and never cross a currency. */
export const together = (counted: CountedSums[]): CountedSums => ({
  count: counted.reduce((sum, { count }) => sum + count, 0),
  totals: byCurrency(counted.flatMap(({ totals }) => totals)).map(([currency_code, own]) => ({
    currency_code,
    amount: withDigits(exactSum(own.map(({ amount }) => amount)), currency_code),
  })),
})
