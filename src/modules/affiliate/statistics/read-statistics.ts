import { z } from "@medusajs/framework/zod"

import type { StatisticsRange } from "../../../domain/statistics/statistics-range"
import { rows, type Sql } from "../database/connection"
import { isCurrentDecision } from "../attribution/current"
import { decimal, integer, statement, text, time } from "../database/row-check"

export interface StatisticsFilters {
  program_id?: string
  affiliate_id?: string
  currency_code?: string
}

/** Figures in one currency. Amounts are decimal strings in major units. */
export interface CurrencyFigures {
  currency_code: string
  orders: number
  expense_amount: string
  commission_amount: string
}

/** One day, week or month in the range's time zone. Every bucket is listed, also one in which nothing happened. */
export interface StatisticsBucket {
  starts_at: Date
  ends_at: Date
  clicks: number
  referrals: number
  /** Attributed orders placed in the bucket, in any currency, also if they were canceled later. */
  orders: number
  currencies: CurrencyFigures[]
}

/**
 * Counts by bucket in one statement. A bucket begins at local midnight, so a day may have 23 or 25 hours. Expenses and commissions count when
 * they occurred, with every later change of the order in the bucket of the change. A referral made by an admin counts when the admin made it.
 */
const STATISTICS = `
  WITH buckets AS (
    SELECT local AT TIME ZONE :timezone AS starts_at, (local + :step::interval) AT TIME ZONE :timezone AS ends_at
    FROM generate_series(date_trunc(:interval, :starts_at::timestamptz AT TIME ZONE :timezone),
                         (:ends_at::timestamptz AT TIME ZONE :timezone) - interval '1 second', :step::interval) AS local
  ),
  facts AS (
    SELECT 'click' AS kind, occurred_at AS at, NULL AS currency_code, 0 AS expense, 0 AS commission FROM affiliate_click
    WHERE occurred_at >= :starts_at AND occurred_at < :ends_at AND deleted_at IS NULL AND SCOPE
    UNION ALL
    SELECT 'referral', made.at, NULL, 0, 0
    FROM affiliate_referral CROSS JOIN LATERAL (SELECT CASE source WHEN 'manual' THEN created_at ELSE started_at END AS at) made
    WHERE made.at >= :starts_at AND made.at < :ends_at AND deleted_at IS NULL AND SCOPE
    UNION ALL
    SELECT 'order', placed_at, o.currency_code, 0, 0
    FROM (SELECT * FROM affiliate_attribution decision
          WHERE outcome = 'attributed' AND ${isCurrentDecision("decision")}
            AND placed_at >= :starts_at AND placed_at < :ends_at AND SCOPE) decision
    JOIN "order" o ON o.id = decision.order_id
    WHERE :currency_code::text IS NULL OR o.currency_code = :currency_code
    UNION ALL
    SELECT 'commission', occurred_at, currency_code, expense_amount, amount FROM affiliate_commission
    WHERE occurred_at >= :starts_at AND occurred_at < :ends_at
      AND (:currency_code::text IS NULL OR currency_code = :currency_code) AND SCOPE
  ),
  placed AS (
    SELECT date_trunc(:interval, at AT TIME ZONE :timezone) AT TIME ZONE :timezone AS starts_at, kind, currency_code,
           count(*)::int AS count, sum(expense) AS expense, sum(commission) AS commission
    FROM facts GROUP BY 1, 2, 3
  ),
  currencies AS (
    SELECT DISTINCT currency_code FROM placed WHERE currency_code IS NOT NULL
    UNION SELECT :currency_code WHERE :currency_code::text IS NOT NULL
  ),
  money AS (
    SELECT bucket.starts_at, json_agg(json_build_object(
             'currency_code', currency.currency_code, 'orders', coalesce(moved.orders, 0),
             'expense_amount', affiliate_round(coalesce(moved.expense, 0), currency.currency_code)::text,
             'commission_amount', affiliate_round(coalesce(moved.commission, 0), currency.currency_code)::text)
               ORDER BY currency.currency_code) AS currencies
    FROM buckets bucket
    CROSS JOIN currencies currency
    LEFT JOIN (
      SELECT starts_at, currency_code, sum(count) FILTER (WHERE kind = 'order')::int AS orders, sum(expense) AS expense,
             sum(commission) AS commission
      FROM placed WHERE currency_code IS NOT NULL GROUP BY 1, 2
    ) moved ON moved.starts_at = bucket.starts_at AND moved.currency_code = currency.currency_code
    GROUP BY bucket.starts_at
  )
  SELECT bucket.starts_at, bucket.ends_at, coalesce(counted.clicks, 0) AS clicks, coalesce(counted.referrals, 0) AS referrals,
         coalesce(counted.orders, 0) AS orders,
         coalesce(money.currencies, '[]') AS currencies
  FROM buckets bucket
  LEFT JOIN (
    SELECT starts_at, sum(count) FILTER (WHERE kind = 'click')::int AS clicks,
           sum(count) FILTER (WHERE kind = 'referral')::int AS referrals, sum(count) FILTER (WHERE kind = 'order')::int AS orders
    FROM placed GROUP BY 1
  ) counted ON counted.starts_at = bucket.starts_at
  LEFT JOIN money ON money.starts_at = bucket.starts_at
  ORDER BY bucket.starts_at`

const BUCKET = z.strictObject({
  starts_at: time,
  ends_at: time,
  clicks: integer,
  referrals: integer,
  orders: integer,
  currencies: z.array(z.strictObject({ currency_code: text, orders: integer, expense_amount: decimal, commission_amount: decimal })),
})

/** Clicks, referrals, orders, expenses and commissions by bucket, gaps filled with zeros. */
export function readStatistics(sql: Sql, filters: StatisticsFilters, range: StatisticsRange): Promise<StatisticsBucket[]> {
  const scope = [filters.program_id && "program_id = :program_id", filters.affiliate_id && "affiliate_id = :affiliate_id"].filter(Boolean)
  const buckets = statement<StatisticsBucket>(STATISTICS.replaceAll("SCOPE", scope.length > 0 ? scope.join(" AND ") : "true"), BUCKET)
  return rows(sql, buckets, { ...range, ...filters, currency_code: filters.currency_code ?? null, step: `1 ${range.interval}` })
}

const TIME_ZONES = `
  SELECT DISTINCT program.timezone FROM affiliate_program program LEFT JOIN affiliate ON affiliate.program_id = program.id
  WHERE program.deleted_at IS NULL AND (:program_id::text IS NULL OR program.id = :program_id)
    AND (:affiliate_id::text IS NULL OR affiliate.id = :affiliate_id)`

/** The time zone of the buckets: that of the requested programs where they share one, otherwise UTC. */
export async function statisticsTimezone(sql: Sql, { program_id, affiliate_id }: StatisticsFilters): Promise<string> {
  const zones = await rows<{ timezone: string }>(sql, TIME_ZONES, { program_id: program_id ?? null, affiliate_id: affiliate_id ?? null })
  return zones.length === 1 && zones[0] ? zones[0].timezone : "UTC"
}
