import type { ClickGroup, OwnClickGroup } from "../../domain/clicks/click-group"
import type { ClickOutcome } from "../../domain/clicks/click-list"
import type { IgnoredReason } from "../../domain/clicks/landing"
import type { Comparison, CountedResponse, ListParams, OneOrMany, PageParams, PaginatedResponse, TimeFilter } from "./common"

/** Why nothing was recorded. */
export type AffiliateClickIgnoredReason = IgnoredReason

/** `POST /store/affiliate-clicks`, `POST /affiliate/clicks` */
export interface StoreCreateAffiliateClick {
  /** The page the visitor landed on, with the affiliate's code in it. */
  url: string
  /** The page the visitor came from. */
  referrer?: string | null
  /** The program's number or handle; any program that the code belongs to when absent. */
  program?: string | number | null
  /** The token the visitor holds: a program in which the first click counts answers it again, as long as it is valid. */
  token?: string | null
}

export interface StoreAffiliateClick {
  /** Signed. Keep it in place of the one held so far, and hand it over with the cart or the registration. */
  token: string
  expires_at: string
}

/** 201 with the click, or 200 when there was nothing to record. */
export type StoreAffiliateClickResponse = { click: StoreAffiliateClick } | { click: null; reason: AffiliateClickIgnoredReason }

/** What became of a click: nothing, a referral, or a referral with an order. */
export type AffiliateClickOutcome = ClickOutcome

/** A visit that carried an affiliate's code. Browsers sent page, referrer and parameters: show them as text. */
export interface AdminAffiliateClick {
  id: string
  occurred_at: string
  program_id: string
  affiliate_id: string
  affiliate_code: string
  /** Without query and fragment. */
  page: string
  referrer: string | null
  utm_source: string | null
  utm_medium: string | null
  utm_campaign: string | null
  sub: string | null
  outcome: AffiliateClickOutcome
  /** Why it brought no order, where a cart or an order knew the click: a reason for evidence, `not_chosen` or `not_ordered`. */
  reason: string | null
  /** The first order of whom it brought. */
  order_id: string | null
  order_display_id: number | null
  /** What that order is worth and earns now. */
  currency_code: string | null
  expense_amount: string | null
  amount: string | null
}

interface AdminAffiliateClickFilters {
  id?: OneOrMany<string>
  program_id?: OneOrMany<string>
  affiliate_id?: OneOrMany<string>
  page?: OneOrMany<string>
  referrer?: OneOrMany<string>
  utm_source?: OneOrMany<string>
  utm_medium?: OneOrMany<string>
  utm_campaign?: OneOrMany<string>
  sub?: OneOrMany<string>
  outcome?: OneOrMany<AffiliateClickOutcome>
  occurred_at?: TimeFilter
  /** The affiliate's code, or a part of page or referrer. */
  q?: string
}

/** `GET /admin/affiliate-clicks` */
export interface AdminAffiliateClickListParams extends ListParams, AdminAffiliateClickFilters {}

export interface AdminAffiliateClickListResponse extends CountedResponse {
  affiliate_clicks: AdminAffiliateClick[]
}

/** `GET /admin/affiliate-clicks/export` */
export interface AdminExportAffiliateClicksParams extends AdminAffiliateClickFilters {
  decimal?: "point" | "comma"
}

export type AffiliateClickGroupBy = ClickGroup

/** How many clicks share a value, and how many of them made a referral, and brought an order. */
export interface StoreAffiliateClickGroup {
  /** Null for clicks without one. */
  value: string | null
  clicks: number
  referrals: number
  orders: number
}

export interface AdminAffiliateClickGroup extends StoreAffiliateClickGroup {
  /** Where clicks are grouped by affiliate; `value` is then the id. */
  affiliate_code: string | null
}

/** `GET /admin/affiliate-clicks/groups` */
export interface AdminAffiliateClickGroupListParams extends PageParams, AdminAffiliateClickFilters {
  by: AffiliateClickGroupBy
}

export interface AdminAffiliateClickGroupListResponse extends PaginatedResponse {
  groups: AdminAffiliateClickGroup[]
}

/** How many page views of a UTC day carried nothing to record. */
export interface AdminAffiliateIgnoredClicks {
  day: string
  reason: AffiliateClickIgnoredReason
  count: number
}

/** `GET /admin/affiliate-clicks/ignored` */
export interface AdminAffiliateIgnoredClickListParams extends ListParams {
  /** `YYYY-MM-DD` */
  day?: Comparison<string>
  reason?: OneOrMany<AffiliateClickIgnoredReason>
}

export interface AdminAffiliateIgnoredClickListResponse extends PaginatedResponse {
  ignored_clicks: AdminAffiliateIgnoredClicks[]
}

/** `GET /store/affiliates/me/:id/clicks` */
export interface StoreAffiliateClickListParams extends PageParams {
  /** `day` unless asked for. */
  by?: OwnClickGroup
  page?: OneOrMany<string>
  sub?: OneOrMany<string>
  occurred_at?: TimeFilter
}

export interface StoreAffiliateClickListResponse extends PaginatedResponse {
  clicks: StoreAffiliateClickGroup[]
}
