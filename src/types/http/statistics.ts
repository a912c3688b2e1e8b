import type { StatisticsInterval } from "../../domain/statistics/statistics-range"

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
  /** Attributed orders placed in the bucket, in any currency, also if they were canceled later. */
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
