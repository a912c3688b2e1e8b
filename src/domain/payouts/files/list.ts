import { withDecimalSign, type DecimalSign } from "../../text/csv-format"
import { plainText } from "../../text/plain-text"
import { safeCell } from "../../text/safe-cell"

/** A payout as the merchant's books want it, without the details it was paid to. */
export interface ListedPayout {
  number: number
  program_name: string
  affiliate_code: string
  customer_name: string
  customer_email: string | null
  method: string
  status: string
  /** A decimal string in major units. */
  amount: string
  currency_code: string
  reference: string | null
  created_at: Date
  ended_at: Date | null
}

export const PAYOUT_LIST_HEADER = [
  "number",
  "program",
  "affiliate_code",
  "customer_name",
  "customer_email",
  "method",
  "status",
  "amount",
  "currency_code",
  "reference",
  "created_at",
  "ended_at",
]

export const payoutListRow = (payout: ListedPayout, sign: DecimalSign = "point"): string[] => [
  String(payout.number),
  safeCell(payout.program_name),
  safeCell(payout.affiliate_code),
  safeCell(plainText(payout.customer_name)),
  safeCell(payout.customer_email ?? ""),
  safeCell(payout.method),
  payout.status,
  withDecimalSign(payout.amount, sign),
  payout.currency_code.toUpperCase(),
  safeCell(payout.reference ?? ""),
  payout.created_at.toISOString(),
  payout.ended_at?.toISOString() ?? "",
]
