import type { StatisticsInterval } from "../../domain/statistics/statistics-range"
import type { AffiliateCustomer } from "./common"
import type { AdminAffiliatePeriod } from "./periods"

export type AffiliateStatisticsInterval = StatisticsInterval

/** Figures in one currency. */
export interface AffiliateCurrencyFigures {
  currency_code: string
  orders: number
  expense_amount: string
  commission_amount: string
}

/** One day, week or month. Every bucket of the range is there, also one in which nothing happened. */
export interface AffiliateStatisticsBucket {
  starts_at: string
  ends_at: string
  clicks: number
  referrals: number
  /** Orders that earned for the first time in the bucket, in any currency, also if they were canceled later. */
  orders: number
  currencies: AffiliateCurrencyFigures[]
}

/** The range of whole buckets, and the time zone they are cut in. */
export interface AffiliateStatisticsRange {
  from: string
  to: string
  interval: AffiliateStatisticsInterval
  timezone: string
}

/** `GET /store/affiliates/me/:id/statistics` */
export interface StoreAffiliateStatisticsParams {
  /** ISO 8601; a date alone is a day in the program's time zone. */
  from?: string
  /** A date alone is included. */
  to?: string
  interval?: AffiliateStatisticsInterval
  currency_code?: string
}

export interface StoreAffiliateStatisticsResponse extends AffiliateStatisticsRange {
  statistics: AffiliateStatisticsBucket[]
}

/** `GET /admin/affiliate-statistics` */
export interface AdminAffiliateStatisticsParams extends StoreAffiliateStatisticsParams {
  program_id?: string
  affiliate_id?: string
}

export interface AdminAffiliateStatisticsResponse extends AffiliateStatisticsRange {
  affiliate_statistics: AffiliateStatisticsBucket[]
}

export interface AffiliateCurrencyTotals extends AffiliateCurrencyFigures {
  /** What commissions cost in percent of what was bought, with two decimals; null where nothing was. */
  cost_percent: string | null
}

export interface AffiliateStatisticsTotals {
  clicks: number
  referrals: number
  orders: number
  currencies: AffiliateCurrencyTotals[]
}

/** `GET /admin/affiliate-statistics/overview` */
export interface AdminAffiliateStatisticsOverviewParams extends AdminAffiliateStatisticsParams {
  /** The range that it is compared with; both ends or none. */
  before_from?: string
  before_to?: string
}

export interface AdminAffiliateStatisticsOverview {
  totals: AffiliateStatisticsTotals
  before: AffiliateStatisticsTotals | null
  /** Buckets that are cut off where the range begins and ends, so that they add up to `totals`. */
  series: AffiliateStatisticsBucket[]
}

export interface AdminAffiliateStatisticsOverviewResponse extends AffiliateStatisticsRange {
  overview: AdminAffiliateStatisticsOverview
}

/** `GET /admin/affiliate-statistics/tops` */
export interface AdminAffiliateStatisticsTopsParams {
  from?: string
  to?: string
  program_id?: string
  /** The currency of what affiliates are ranked by. Without it they are ranked by clicks. */
  currency_code?: string
  /** 5 unless asked for, at most 100. */
  limit?: number
}

export interface AdminTopAffiliate {
  affiliate: { id: string; code: string; number: number }
  customer: AffiliateCustomer | null
  clicks: number
  orders: number
  currency_code: string | null
  expense_amount: string
  commission_amount: string
}

/** A page or referrer as a visitor's browser sent it: hostile text. */
export interface AdminTopAddress {
  address: string
  clicks: number
}

export interface AdminAffiliateStatisticsTopsResponse {
  tops: { affiliates: AdminTopAffiliate[]; pages: AdminTopAddress[]; referrers: AdminTopAddress[] }
  from: string
  to: string
  timezone: string
}

export interface AffiliateCurrencySum {
  currency_code: string
  amount: string
}

export interface AffiliateCountedSums {
  count: number
  totals: AffiliateCurrencySum[]
}

/** `GET /admin/affiliate-tasks` */
export interface AdminAffiliateTasksParams {
  program_id?: string
}

export interface AdminAffiliateTasks {
  applications: number
  quarantined_orders: number
  /** Payouts that could be made now. */
  payable: AffiliateCountedSums
  payouts_to_pay: AffiliateCountedSums
  /** Failed payouts that no later payout to the same affiliate in the same currency followed. */
  failed_payouts: AffiliateCountedSums
  /** Affiliates who would be paid if they had said where to. */
  missing_details: AffiliateCountedSums
  /** The open month that closes next. */
  next_period: AdminAffiliatePeriod | null
  /** When the hourly run, which records what events missed and closes months, last began; null before the first. */
  last_run_at: string | null
  /** Whether the hourly run has not begun for three hours: no worker runs, or the scheduler has forgotten its jobs. */
  is_run_late: boolean
}

export interface AdminAffiliateTasksResponse {
  affiliate_tasks: AdminAffiliateTasks
}

/** `GET /admin/affiliate-setup` */
export interface AdminAffiliateSetup {
  has_program: boolean
  has_agreement: boolean
  has_issuer: boolean
  has_click: boolean
  has_affiliate: boolean
  has_commission: boolean
}

export interface AdminAffiliateSetupResponse {
  affiliate_setup: AdminAffiliateSetup
}
