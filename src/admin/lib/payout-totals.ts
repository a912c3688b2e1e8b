import { byCurrency, exactSum, withDigits } from "../../domain/money/sums"
import type { AdminAffiliatePayout } from "../../types"

/** How many payouts these are and what they come to, by currency. */
export const totalsOf = (payouts: AdminAffiliatePayout[]) =>
  byCurrency(payouts).map(([currency_code, own]) => ({
    currency_code,
    count: own.length,
    amount: withDigits(exactSum(own.map(({ amount }) => amount)), currency_code),
  }))
