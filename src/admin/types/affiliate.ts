import type { NamedCustomer } from "../lib/customer-name"
import type { Decimal, ListQuery, Page } from "./list"

export type AffiliateStatus = "pending" | "active" | "suspended" | "rejected"

export interface Balance {
  currency_code: string
  pending: Decimal
  /** Below zero it is carried forward. */
  available: Decimal
  /** Payouts on their way. */
  processing: Decimal
  paid: Decimal
}

export interface Affiliate {
  id: string
  number: number
  code: string
  status: AffiliateStatus
  status_reason: string | null
  customer_id: string
  customer?: (NamedCustomer & { id: string }) | null
  program_id: string
  program?: { id: string; name: string; handle: string; timezone: string } | null
  commission_percent: Decimal | null
  /** The affiliate's own rate, or the program's. */
  effective_commission_percent: Decimal
  link: string | null
  promo_code: string | null
  promo_codes?: { code: string; promotion_id: string | null }[]
  /** On the detail only. */
  balances?: Balance[]
  created_at: string
}

export interface AffiliateListQuery extends ListQuery {
  program_id?: string
  customer_id?: string
  status?: string
}

export interface AffiliateUpdate {
  status?: AffiliateStatus
  reason?: string
  /** null takes the program's rate again. */
  commission_percent?: string | null
}

export interface AdjustmentPayload {
  amount: string
  currency_code: string
  reason: string
}

export interface AffiliateResponse {
  affiliate: Affiliate
}

export interface AffiliateListResponse extends Page {
  affiliates: Affiliate[]
}
