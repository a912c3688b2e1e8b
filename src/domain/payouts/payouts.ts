import { createHash } from "node:crypto"

import { byCurrency, exactSum, withDigits } from "../money/sums"

/** Why an affiliate is not paid in a currency now; what is there stays where it is. */
export const PAYOUT_REFUSALS = [
  "already_processing",
  "nothing_available",
  "affiliate_not_active",
  "below_minimum",
  "method_unavailable",
  "currency_not_supported",
  "amount_too_small",
  "no_payout_details",
] as const
export type PayoutRefusal = (typeof PAYOUT_REFUSALS)[number]

export interface EvaluatedAccount {
  /** Null of an affiliate who has no money in any currency. */
  currency_code: string | null
  available: string
  /** What its method can carry of it. */
  amount: string
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
export const payoutTotals = (accounts: EvaluatedAccount[]): PayoutTotal[] =>
  byCurrency(accounts.filter(hasCurrency)).map(([currency_code, own]) => {
    const skipped = Object.fromEntries(PAYOUT_REFUSALS.map((reason) => [reason, 0])) as Record<PayoutRefusal, number>
    for (const { reason } of own) if (reason) skipped[reason]++
    const paid = own.filter(({ reason }) => !reason).map(({ amount }) => amount)
    return { currency_code, amount: withDigits(exactSum(paid), currency_code), payout_count: paid.length, skipped }
  })

/** What stays on the balance beside a payout, with the currency's digits. */
export const remainingOf = (available: string, amount: string, currency_code: string): string =>
  withDigits(exactSum([available, `-${amount}`]), currency_code)

const hasCurrency = (account: EvaluatedAccount): account is EvaluatedAccount & { currency_code: string } => account.currency_code !== null

/** What of a payout a person confirms: to whom, how much, and how it gets there. */
export interface ConfirmedPayout extends EvaluatedAccount {
  affiliate_id: string
  method: string
  payout_details_id: string | null
}

/**
 * A fingerprint of what a preview shows, in any order. Whoever creates payouts sends it along, and gets what they have seen or nothing: a refund, a
 * changed method or another admin may have come in between.
 */
export function payoutFingerprint(accounts: ConfirmedPayout[]): string {
  const lines = accounts
    .filter(({ reason }) => reason === null)
    .map((own) => [own.affiliate_id, own.currency_code, own.amount, own.method, own.payout_details_id ?? ""].join(" "))
  return createHash("sha256").update(lines.sort().join("\n")).digest("hex").slice(0, 32)
}
