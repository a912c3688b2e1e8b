import { withDecimalSign, type DecimalSign } from "../text/csv-format"
import { plainText } from "../text/plain-text"
import { safeCell } from "../text/safe-cell"

/** A commission as the merchant's books want it. Amounts are decimal strings in major units. */
export interface ListedCommission {
  order_id: string
  order_display_id: number | null
  program_name: string
  affiliate_code: string
  affiliate_name: string | null
  kind: string
  status: string
  period: string
  corrects_period: string | null
  expense_amount: string
  rate_percent: string
  amount: string
  currency_code: string
  occurred_at: Date
}

export const COMMISSION_LIST_HEADER = [
  "occurred_at",
  "order_number",
  "order_id",
  "program",
  "affiliate_code",
  "affiliate_name",
  "kind",
  "status",
  "period",
  "corrects_period",
  "expense_amount",
  "rate_percent",
  "amount",
  "currency_code",
]

export const commissionListRow = (commission: ListedCommission, sign: DecimalSign): string[] => [
  commission.occurred_at.toISOString(),
  commission.order_display_id === null ? "" : String(commission.order_display_id),
  safeCell(commission.order_id),
  safeCell(commission.program_name),
  safeCell(commission.affiliate_code),
  safeCell(plainText(commission.affiliate_name ?? "")),
  commission.kind,
  commission.status,
  commission.period,
  commission.corrects_period ?? "",
  withDecimalSign(commission.expense_amount, sign),
  withDecimalSign(commission.rate_percent, sign),
  withDecimalSign(commission.amount, sign),
  commission.currency_code.toUpperCase(),
]
