import type { Comparison, CountedResponse, DecimalInput, ListParams, OneOrMany, TimeFilter } from "./common"
import type { AffiliateReferralSource } from "./referrals"

/** What made the row: the order itself, or a later change of it. */
export type AffiliateCommissionKind = "order" | "edit" | "return" | "refund" | "cancel" | "claim" | "exchange" | "reassign"

/** `pending` while its month is open. */
export type AffiliateCommissionStatus = "pending" | "credited" | "withheld"

/** What one order, or one change of it, earns. The rows of an order add up to what it earns now. */
export interface AdminAffiliateCommission {
  id: string
  order_id: string
  order_display_id: number | null
  affiliate_id: string
  affiliate_code: string
  program_id: string
  kind: AffiliateCommissionKind
  expense_amount: string
  rate_percent: string
  amount: string
  currency_code: string
  /** `YYYY-MM` */
  period: string
  /** The closed month that the row belongs to by its time, when it had to be counted in a later one. */
  corrects_period: string | null
  occurred_at: string
  status: AffiliateCommissionStatus
  /** Why it is withheld: `forbidden_customer_group` or `affiliate_deleted`. Null where it is not. */
  withheld_reason: string | null
}

interface AdminAffiliateCommissionFilters {
  id?: OneOrMany<string>
  affiliate_id?: OneOrMany<string>
  program_id?: OneOrMany<string>
  order_id?: OneOrMany<string>
  period?: Comparison<string>
  amount?: Comparison<DecimalInput>
  currency_code?: OneOrMany<string>
  kind?: OneOrMany<AffiliateCommissionKind>
  status?: OneOrMany<AffiliateCommissionStatus>
  /** What made the order count for the affiliate. */
  source?: OneOrMany<AffiliateReferralSource>
  /** `true`: the first commission of each order. `false`: later changes of orders. */
  first_of_order?: boolean | "true" | "false"
  /** The affiliate's code, the order's id or its number. */
  q?: string
  occurred_at?: TimeFilter
  created_at?: TimeFilter
}

/** `GET /admin/affiliate-commissions` */
export interface AdminAffiliateCommissionListParams extends ListParams, AdminAffiliateCommissionFilters {}

/** `GET /admin/affiliate-commissions/totals` */
export type AdminAffiliateCommissionTotalsParams = AdminAffiliateCommissionFilters

/** `GET /admin/affiliate-commissions/export` */
export interface AdminExportAffiliateCommissionsParams extends AdminAffiliateCommissionFilters {
  decimal?: "point" | "comma"
}

/** What all commissions that the filters find come to in one currency. */
export interface AdminAffiliateCommissionTotal {
  currency_code: string
  commission_count: number
  order_count: number
  expense_amount: string
  amount: string
}

export interface AdminAffiliateCommissionTotalsResponse {
  totals: AdminAffiliateCommissionTotal[]
}

export interface AdminAffiliateCommissionListResponse extends CountedResponse {
  affiliate_commissions: AdminAffiliateCommission[]
}

export interface StoreAffiliateCommission extends AdminAffiliateCommission {
  /** The public names of the rules that gave its rates. */
  rules: string[]
}

/** `GET /store/affiliates/me/:id/commissions` */
export interface StoreAffiliateCommissionListParams extends ListParams {
  period?: Comparison<string>
  amount?: Comparison<DecimalInput>
  currency_code?: OneOrMany<string>
  status?: OneOrMany<AffiliateCommissionStatus>
  occurred_at?: TimeFilter
}

export interface StoreAffiliateCommissionListResponse extends CountedResponse {
  commissions: StoreAffiliateCommission[]
}
