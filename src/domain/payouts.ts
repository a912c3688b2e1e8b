import { byCurrency, exactSum, withDigits } from "./sums"

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
export const payoutTotals = (accounts: WeighedAccount[]): PayoutTotal[] =>
  byCurrency(accounts.filter(hasCurrency)).map(([currency_code, own]) => {
    const skipped: Record<PayoutRefusal, number> = {
      already_processing: 0,
      nothing_available: 0,
      affiliate_not_active: 0,
      below_minimum: 0,
    }
    for (const { reason } of own) if (reason) skipped[reason]++
    const paid = own.filter(({ reason }) => !reason).map(({ available }) => available)
    return { currency_code, amount: withDigits(exactSum(paid), currency_code), payout_count: paid.length, skipped }
  })

const hasCurrency = (account: WeighedAccount): account is WeighedAccount & { currency_code: string } => account.currency_code !== null
