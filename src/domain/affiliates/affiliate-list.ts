import { withDecimalSign, type DecimalSign } from "../text/csv-format"
import { plainText } from "../text/plain-text"
import { safeCell } from "../text/safe-cell"
import type { AffiliateFigure } from "./figures"

/** An affiliate as the merchant's own lists want them. */
export interface ListedAffiliate {
  number: number
  code: string
  customer: { email: string | null; first_name: string | null; last_name: string | null } | null
  program: { name: string }
  status: string
  effective_commission_percent: string
  link: string
  promo_code: string | null
  created_at: Date
  /** In a range of time, where there is one. */
  figures?:
    | (Record<Exclude<AffiliateFigure, "clicks" | "orders">, string> & { clicks: number; orders: number; currency_code: string })
    | null
}

export const AFFILIATE_LIST_HEADER = [
  "number",
  "name",
  "email",
  "program",
  "code",
  "promo_code",
  "link",
  "status",
  "commission_percent",
  "joined_at",
  "clicks",
  "orders",
  "expense_amount",
  "commission_amount",
  "available",
  "currency_code",
]

export function affiliateListRow({ customer, figures, ...affiliate }: ListedAffiliate, sign: DecimalSign): string[] {
  const amounts = figures ? [figures.expense_amount, figures.commission_amount, figures.available] : ["", "", ""]
  return [
    String(affiliate.number),
    safeCell(plainText([customer?.first_name, customer?.last_name].filter(Boolean).join(" "))),
    safeCell(customer?.email ?? ""),
    safeCell(affiliate.program.name),
    safeCell(affiliate.code),
    safeCell(affiliate.promo_code ?? ""),
    safeCell(affiliate.link),
    affiliate.status,
    withDecimalSign(affiliate.effective_commission_percent, sign),
    affiliate.created_at.toISOString(),
    figures ? String(figures.clicks) : "",
    figures ? String(figures.orders) : "",
    ...amounts.map((amount) => withDecimalSign(amount, sign)),
    figures?.currency_code.toUpperCase() ?? "",
  ]
}
