import { byCurrency, exactSum, withDigits } from "../money/sums"
import type { EvaluatedAccount, PayoutRefusal } from "../payouts/payouts"

/** An amount of one currency, as a decimal string in major units. */
interface CurrencySum {
  currency_code: string
  amount: string
}

export interface CountedSums {
  count: number
  totals: CurrencySum[]
}

type Account = EvaluatedAccount & { affiliate_id: string }

const sumsOf = (sums: CurrencySum[]): CurrencySum[] =>
  byCurrency(sums).map(([currency_code, own]) => ({
    currency_code,
    amount: withDigits(exactSum(own.map(({ amount }) => amount)), currency_code),
  }))

const of = (accounts: Account[], reason: PayoutRefusal | null) =>
  accounts.flatMap((account) =>
    account.reason === reason && account.currency_code ? [{ ...account, currency_code: account.currency_code }] : []
  )

/** The payouts that could be made now. */
export const payableOf = (accounts: Account[]): CountedSums => {
  const payable = of(accounts, null)
  return { count: payable.length, totals: sumsOf(payable) }
}

/** The affiliates who would be paid if they had said where to. */
export const missingDetailsOf = (accounts: Account[]): CountedSums => {
  const owed = of(accounts, "no_payout_details")
  return {
    count: new Set(owed.map(({ affiliate_id }) => affiliate_id)).size,
    totals: sumsOf(owed.map(({ currency_code, available }) => ({ currency_code, amount: available }))),
  }
}
