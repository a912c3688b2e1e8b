import type { AdminAffiliate } from "./affiliates"
import type { AffiliateCustomer, CountedResponse, ListParams, OneOrMany, TimeFilter } from "./common"

export type AffiliateReferralSource = "link" | "promo_code" | "manual"

/** A customer who was referred by an affiliate. */
export interface AdminAffiliateReferral {
  id: string
  program_id: string
  affiliate_id: string
  affiliate: { id: string; code: string; number: number }
  customer_id: string | null
  customer: AffiliateCustomer | null
  email: string
  source: AffiliateReferralSource
  /** The click or promo code that made it. */
  source_id: string | null
  order_id: string | null
  /** Why an admin made it, and who. */
  reason: string | null
  created_by: string | null
  started_at: string
  ended_at: string | null
  /** Why an admin ended it, and who; empty when another referral took its place. */
  ended_reason: string | null
  ended_by: string | null
  created_at: string
}

interface AdminAffiliateReferralFilters {
  id?: OneOrMany<string>
  program_id?: OneOrMany<string>
  affiliate_id?: OneOrMany<string>
  /** Also the referrals made for the customer's e-mail before they had an account. */
  customer_id?: OneOrMany<string>
  source?: OneOrMany<AffiliateReferralSource>
  active?: boolean | "true" | "false"
  /** E-mail, name, or the affiliate's code. */
  q?: string
  started_at?: TimeFilter
  ended_at?: TimeFilter
  created_at?: TimeFilter
}

/** `GET /admin/affiliate-referrals` */
export interface AdminAffiliateReferralListParams extends ListParams, AdminAffiliateReferralFilters {}

/** `GET /admin/affiliate-referrals/export` */
export interface AdminExportAffiliateReferralsParams extends AdminAffiliateReferralFilters {
  decimal?: "point" | "comma"
}

export interface AdminAffiliateReferralListResponse extends CountedResponse {
  affiliate_referrals: AdminAffiliateReferral[]
}

/** `GET`, `POST /admin/customers/:id/affiliate-referrer` */
export interface AdminCustomerAffiliateReferrerResponse {
  /** The newest current one. */
  referral: AdminAffiliateReferral | null
  /** All current ones. */
  referrals: AdminAffiliateReferral[]
  /** The customer's own enrolments as an affiliate. */
  affiliates: AdminAffiliate[]
}

/** `POST /admin/customers/:id/affiliate-referrer` */
export interface AdminSetCustomerAffiliateReferrer {
  /** Null ends the customer's referrals from now on. */
  affiliate_id: string | null
  /** With `affiliate_id: null`, ends only the referral in this program. */
  program_id?: string
  reason: string
}

/** A referral as the affiliate sees it: never the e-mail, and of the name only a part. */
export interface StoreAffiliateReferral {
  id: string
  /** `A*** B.` */
  name: string
  source: AffiliateReferralSource
  status: "active" | "ended"
  /** When the customer registered; of a guest, when the referral was made. */
  registered_at: string
  started_at: string
  ended_at: string | null
  order_count: number
  /** What the customer's orders are worth to the program now, by currency. */
  expenses: { currency_code: string; order_count: number; expense_amount: string; commission_amount: string }[]
}

/** `GET /store/affiliates/me/:id/referrals` */
export interface StoreAffiliateReferralListParams extends ListParams {
  source?: OneOrMany<AffiliateReferralSource>
  status?: OneOrMany<"active" | "ended">
  started_at?: TimeFilter
  registered_at?: TimeFilter
  ended_at?: TimeFilter
}

export interface StoreAffiliateReferralListResponse extends CountedResponse {
  referrals: StoreAffiliateReferral[]
}
