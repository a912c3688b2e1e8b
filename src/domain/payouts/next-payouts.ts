import BigNumber from "bignumber.js"

import type { AffiliateStatus } from "../affiliates/transitions"
import { withDigits } from "../money/sums"
import type { EvaluatedAccount, PayoutRefusal } from "./payouts"

/** What an affiliate would be paid in a currency if the merchant paid now. */
export interface NextPayout {
  currency_code: string
  available: string
  /** What would be paid now; zero where there is a reason why not. */
  amount: string
  /** Why not; null where it would be. */
  reason: PayoutRefusal | null
  method: string | null
  /** The available balance from which the program pays; null where it pays any. */
  minimum: string | null
  /** When the next amount on hold becomes available; null where none waits. */
  next_available_at: Date | null
}

export interface NextPayoutFacts {
  status: AffiliateStatus
  payout_minimums: Record<string, string> | null
  accounts: (EvaluatedAccount & { method: string })[]
  balances: { currency_code: string; available: string }[]
  /** Entries on hold, earliest first. */
  on_hold: { currency_code: string; available_at: Date }[]
}

/**
 * One for each currency in which the affiliate has or had money. The accounts are those of a merchant who names the affiliate, and who may
 * pay one that is not active; a round of payouts passes these over.
 */
export function nextPayouts({ status, payout_minimums, accounts, balances, on_hold }: NextPayoutFacts): NextPayout[] {
  return balances.map(({ currency_code, available }) => {
    const account = accounts.find((own) => own.currency_code === currency_code)
    const reason = reasonOf(account, status)
    const minimum = payout_minimums?.[currency_code]
    return {
      currency_code,
      available,
      amount: withDigits(new BigNumber(reason === null ? (account?.amount ?? 0) : 0), currency_code),
      reason,
      method: account?.method ?? null,
      minimum: minimum === undefined ? null : withDigits(new BigNumber(minimum), currency_code),
      next_available_at: on_hold.find((entry) => entry.currency_code === currency_code)?.available_at ?? null,
    }
  })
}

function reasonOf(account: EvaluatedAccount | undefined, status: AffiliateStatus): PayoutRefusal | null {
  if (!account) return "nothing_available"
  const comesFirst = account.reason === "already_processing" || account.reason === "nothing_available"
  return !comesFirst && status !== "active" ? "affiliate_not_active" : account.reason
}
