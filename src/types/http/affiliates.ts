import type { ApplicationAnswer } from "../../domain/affiliates/application"
import type { BillingDetails } from "../../domain/affiliates/billing-details"
import type { AffiliateStatus } from "../../domain/affiliates/transitions"
import type { AffiliateCustomer, Comparison, DecimalInput, ListParams, OneOrMany, PaginatedResponse, TimeFilter } from "./common"

export type { AffiliateStatus }

/** An affiliate's money in one currency. */
export interface AffiliateBalance {
  currency_code: string
  /** Commissions of open months, and credits still in the hold period. */
  pending: string
  /** Can be paid out. Below zero it is carried forward. */
  available: string
  /** Payouts on their way: no longer available, not paid yet. */
  processing: string
  paid: string
}

/** The program an affiliate belongs to. */
export interface AffiliateProgramReference {
  id: string
  number: number
  name: string
  handle: string
  status: string
  timezone: string
}

/** A question of the program, and what the customer said to it. */
export type AffiliateApplicationAnswer = ApplicationAnswer

export interface AdminAffiliate {
  id: string
  number: number
  code: string
  status: AffiliateStatus
  status_reason: string | null
  customer_id: string
  customer: AffiliateCustomer | null
  program_id: string
  program: AffiliateProgramReference
  /** The affiliate's own rate in percent; null takes the program's. */
  commission_percent: string | null
  /** The rate that holds for the affiliate now. */
  effective_commission_percent: string
  /** What the customer answered when they joined; null where the program asked nothing. */
  application: AffiliateApplicationAnswer[] | null
  link: string
  /** The newest. */
  promo_code: string | null
  /** `taken_by` is the promotion of the store that has the same code: typed by a shopper, it is used instead of the program's discount. */
  promo_codes: { id: string; code: string; promotion_id: string | null; taken_by: string | null }[]
  /** The groups they are in, by name. */
  groups: { id: string; name: string }[]
  metadata: Record<string, unknown> | null
  created_at: string
  updated_at: string
}

/** What an affiliate did in a range, and what they can be paid now, in one currency. */
export interface AdminAffiliateFigures {
  currency_code: string
  clicks: number
  /** Orders by the time of their first commission, also if they were canceled or given to another affiliate later. */
  orders: number
  /** What orders of the affiliate were worth and earned in the range, less what was taken back in it. */
  expense_amount: string
  commission_amount: string
  /** At present, whatever the range. */
  available: string
}

export interface AdminAffiliateListed extends AdminAffiliate {
  /** Where the request names a range. */
  figures?: AdminAffiliateFigures | null
}

export interface AdminAffiliateDetail extends AdminAffiliate {
  balances: AffiliateBalance[]
}

/** `GET /admin/affiliates` */
export interface AdminAffiliateListParams extends ListParams {
  id?: OneOrMany<string>
  program_id?: OneOrMany<string>
  customer_id?: OneOrMany<string>
  status?: OneOrMany<AffiliateStatus>
  /** A group they are in. */
  group_id?: OneOrMany<string>
  code?: OneOrMany<string>
  number?: Comparison<number>
  /** Code, number, promo code, name or e-mail. */
  q?: string
  created_at?: TimeFilter
  updated_at?: TimeFilter
  /** The range of `figures`, as instants, `to` excluded; `from`, `to` and `currency_code` go together. */
  from?: string
  to?: string
  currency_code?: string
}

export interface AdminAffiliateListResponse extends PaginatedResponse {
  affiliates: AdminAffiliateListed[]
}

/** `GET /admin/affiliates/:id`, and what updating answers. */
export interface AdminAffiliateResponse {
  affiliate: AdminAffiliateDetail
}

export interface AdminCreateAffiliateResponse extends AdminAffiliateResponse {
  /** False for a customer who was an affiliate of the program already: nothing has changed. */
  is_new: boolean
}

/** `POST /admin/affiliates` */
export interface AdminCreateAffiliate {
  program_id: string
  customer_id: string
}

/** `POST /admin/affiliates/:id` */
export interface AdminUpdateAffiliate {
  status?: AffiliateStatus
  reason?: string | null
  /** Null takes the program's rate again. */
  commission_percent?: DecimalInput | null
  /** Hands the affiliate over to another customer. */
  customer_id?: string
}

/** `POST /admin/affiliates/batch/update`: the same change of many. */
export interface AdminUpdateAffiliates extends AdminUpdateAffiliate {
  /** At most 1000. */
  ids: string[]
}

/** What became of each, in the order of the request. */
export interface AdminUpdateAffiliatesResponse {
  results: {
    id: string
    outcome: "changed" | "unchanged" | "refused"
    /** Why it was refused. */
    reason: "not_found" | "status_not_possible" | null
  }[]
}

/** `GET /admin/affiliates/batch/export`: the list's filters, without a page. */
export interface AdminExportAffiliatesParams extends Omit<AdminAffiliateListParams, keyof ListParams | "number"> {
  /** How amounts are written: `point` unless asked for. */
  decimal?: "point" | "comma"
}

/** `POST /admin/affiliates/:id/adjustments` */
export interface AdminCreateAffiliateAdjustment {
  /** A minus takes the amount off the balance. */
  amount: DecimalInput
  currency_code: string
  reason: string
}

export interface AdminAffiliateAdjustment {
  id: string
  affiliate_id: string
  amount: string
  currency_code: string
  reason: string
  created_by: string
  occurred_at: string
}

export interface AdminAffiliateAdjustmentResponse {
  adjustment: AdminAffiliateAdjustment
  balances: AffiliateBalance[]
}

/** What held for an affiliate from a moment on, until the next version begins. */
export interface AdminAffiliateVersion {
  valid_from: string
  status: AffiliateStatus
  /** Their own rate in percent; null is the program's. */
  commission_percent: string | null
}

/** `GET /admin/affiliates/:id/history`, the newest first. */
export interface AdminAffiliateHistoryResponse {
  history: AdminAffiliateVersion[]
}

/** What a user wrote down about an affiliate. Affiliates do not see it, and it is never changed. */
export interface AdminAffiliateNote {
  id: string
  affiliate_id: string
  text: string
  created_by: string
  /** Null for a user who was deleted, and for an API key. */
  author: { id: string; email: string; first_name: string | null; last_name: string | null } | null
  created_at: string
}

/** `GET /admin/affiliates/:id/notes` */
export interface AdminAffiliateNoteListParams extends ListParams {
  created_at?: TimeFilter
}

export interface AdminAffiliateNoteListResponse extends PaginatedResponse {
  notes: AdminAffiliateNote[]
}

/** `POST /admin/affiliates/:id/notes` */
export interface AdminWriteAffiliateNote {
  text: string
}

export interface AdminAffiliateNoteResponse {
  note: AdminAffiliateNote
}

/** What statements call an affiliate. What is null is taken from the customer account. */
export type AffiliateBillingDetails = BillingDetails

/** `GET`, `POST …/billing-details` */
export interface AffiliateBillingDetailsResponse {
  billing_details: AffiliateBillingDetails
}

/** What is left out stays as it is, null takes it away. */
export type UpdateAffiliateBillingDetails = Partial<AffiliateBillingDetails>

/** An affiliate as they see themselves. */
export interface StoreAffiliate
  extends Pick<AdminAffiliate, "id" | "number" | "code" | "status" | "status_reason" | "program" | "link" | "promo_code" | "created_at"> {
  /** The rate that holds for the affiliate now. */
  commission_percent: string
  promo_codes: string[]
  balances: AffiliateBalance[]
}

/** `GET /store/affiliates/me` */
export interface StoreAffiliateListParams extends ListParams {
  program_id?: OneOrMany<string>
  status?: OneOrMany<AffiliateStatus>
  number?: Comparison<number>
  created_at?: TimeFilter
}

/** One affiliate for each program the customer has joined. */
export interface StoreAffiliateListResponse extends PaginatedResponse {
  affiliates: StoreAffiliate[]
}

/** `POST /store/affiliates/me` */
export interface StoreAffiliateResponse {
  affiliate: StoreAffiliate
}

export interface StoreJoinAffiliateProgram {
  program_id: string
  /** The version of the agreement that the customer accepts with joining. */
  agreement_version?: number
  /** An answer to each of the program's `application_questions`. */
  application?: AffiliateApplicationAnswer[]
}
