import type { Decimal, ListQuery, Page } from "./list"

export interface Commission {
  id: string
  order_id: string
  order_display_id: number | string | null
  affiliate_id: string
  affiliate_code: string
  program_id: string
  kind: "order" | "edit" | "return" | "refund" | "cancel" | "claim" | "exchange" | "reassign"
  expense_amount: Decimal
  rate_percent: Decimal
  amount: Decimal
  currency_code: string
  period: string
  corrects_period: string | null
  occurred_at: string
  status: "pending" | "credited" | "withheld"
}

export interface CommissionListQuery extends ListQuery {
  affiliate_id?: string
  program_id?: string
  order_id?: string
  period?: string
  status?: string
}

export interface CommissionListResponse extends Page {
  commissions: Commission[]
}
