import type { Affiliate } from "./affiliate"
import type { ListQuery, Page } from "./list"

export interface Referral {
  id: string
  program_id: string
  affiliate_id: string
  affiliate?: { id: string; code: string; number: number } | null
  customer_id: string | null
  email: string | null
  source: "link" | "promo_code" | "manual"
  reason: string | null
  created_by: string | null
  started_at: string
  ended_at: string | null
  /** Why an admin ended it. */
  ended_reason?: string | null
}

export interface ReferralListQuery extends ListQuery {
  program_id?: string
  affiliate_id?: string
  customer_id?: string
}

export interface ReferralListResponse extends Page {
  referrals: Referral[]
}

export interface CustomerReferrerResponse {
  /** The ties that are alive. */
  referrals: Referral[]
  /** The customer's own enrolments. */
  affiliates: Affiliate[]
}

export interface CustomerReferrerPayload {
  affiliate_id: string | null
  reason: string
}
