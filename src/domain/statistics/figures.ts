import BigNumber from "bignumber.js"

import { byCurrency, exactSum, withDigits } from "../money/sums"

/** Figures in one currency. Amounts are decimal strings in major units. */
interface CurrencyFigures {
  currency_code: string
  orders: number
  expense_amount: string
  commission_amount: string
}

export interface Figures {
  clicks: number
  referrals: number
  /** Orders that earned for the first time, in any currency, also if they were canceled later. */
  orders: number
  currencies: CurrencyFigures[]
}

interface CurrencyTotals extends CurrencyFigures {
  /** What commissions cost in percent of what was bought, with two decimals; null where nothing was. */
  cost_percent: string | null
}

export interface Totals extends Figures {
  currencies: CurrencyTotals[]
}

/** What figures of several buckets add up to, each currency by itself. */
export function totalsOf(buckets: Figures[]): Totals {
  const count = (of: (figures: Figures) => number) => buckets.reduce((sum, figures) => sum + of(figures), 0)
  const currencies = byCurrency(buckets.flatMap((bucket) => bucket.currencies)).map(([currency_code, figures]) => {
    const expense = exactSum(figures.map(({ expense_amount }) => expense_amount))
    const commission = exactSum(figures.map(({ commission_amount }) => commission_amount))
    return {
      currency_code,
      orders: figures.reduce((sum, { orders }) => sum + orders, 0),
      expense_amount: withDigits(expense, currency_code),
      commission_amount: withDigits(commission, currency_code),
      cost_percent: expense.gt(0) ? commission.times(100).div(expense).toFixed(2) : null,
    }
  })
  return {
    clicks: count(({ clicks }) => clicks),
    referrals: count(({ referrals }) => referrals),
    orders: count(({ orders }) => orders),
    currencies,
  }
}

/** How much `now` differs from `before`, in percent with one decimal: `("150", "100")` -> `50.0`. Null where there was nothing before. */
export function changeInPercent(now: string | number, before: string | number): string | null {
  const base = new BigNumber(before)
  return base.gt(0) ? new BigNumber(now).minus(base).times(100).div(base).toFixed(1) : null
}
