import { plainText } from "../text/plain-text"
import { safeCell } from "../text/safe-cell"

/** A referral as the merchant's books want it. */
export interface ListedReferral {
  started_at: Date
  program_name: string
  affiliate_code: string
  customer_email: string
  customer_name: string
  source: string
  order_id: string | null
  ended_at: Date | null
  reason: string | null
}

export const REFERRAL_LIST_HEADER = [
  "started_at",
  "program",
  "affiliate_code",
  "customer_email",
  "customer_name",
  "source",
  "order_id",
  "ended_at",
  "reason",
]

export const referralListRow = (referral: ListedReferral): string[] => [
  referral.started_at.toISOString(),
  safeCell(referral.program_name),
  safeCell(referral.affiliate_code),
  safeCell(referral.customer_email),
  safeCell(plainText(referral.customer_name)),
  referral.source,
  safeCell(referral.order_id ?? ""),
  referral.ended_at?.toISOString() ?? "",
  safeCell(referral.reason ?? ""),
]
