import BigNumber from "bignumber.js"

import { currencyDigits } from "./decimal"

/** Why an affiliate is not paid in a currency now; what is there stays where it is. */
export const PAYOUT_REFUSALS = ["already_processing", "nothing_available", "affiliate_not_active", "below_minimum"] as const
export type PayoutRefusal = (typeof PAYOUT_REFUSALS)[number]

export interface WeighedAccount {
  /** Null of an affiliate who has no money in any currency. */
  currency_code: string | null
  available: string
  /** Null when it is paid. */
  reason: PayoutRefusal | null
}

/** What a round of payouts comes to in one currency. */
export interface PayoutTotal {
  currency_code: string
  amount: string
  payout_count: number
  /** How many stay without, by reason. */
  skipped: Record<PayoutRefusal, number>
}

/** Adds up a round of payouts by currency. Sums are exact, with the currency's digits, and never cross a currency. */
export function payoutTotals(accounts: WeighedAccount[]): PayoutTotal[] {
  const byCurrency = new Map<string, WeighedAccount[]>()
  for (const account of accounts) {
    if (account.currency_code === null) continue
    const own = byCurrency.get(account.currency_code)
    if (own) own.push(account)
    else byCurrency.set(account.currency_code, [account])
  }
  return [...byCurrency]
    .map(([currency_code, own]) => totalOf(currency_code, own))
    .sort((a, b) => (a.currency_code < b.currency_code ? -1 : 1))
}

function totalOf(currency_code: string, accounts: WeighedAccount[]): PayoutTotal {
  const skipped: Record<PayoutRefusal, number> = { already_processing: 0, nothing_available: 0, affiliate_not_active: 0, below_minimum: 0 }
  let amount = new BigNumber(0)
  let payout_count = 0
  for (const { available, reason } of accounts) {
    if (reason) skipped[reason]++
    else {
      amount = amount.plus(available)
      payout_count++
    }
  }
  return { currency_code, amount: amount.toFixed(currencyDigits(currency_code)), payout_count, skipped }
}
