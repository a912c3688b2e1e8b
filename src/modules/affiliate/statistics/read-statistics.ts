import { z } from "@medusajs/framework/zod"

import type { Figures } from "../../../domain/statistics/figures"
import type { StatisticsRange } from "../../../domain/statistics/statistics-range"
import { rows, type Sql } from "../database/connection"
import { decimal, integer, statement, text, time } from "../database/row-check"
import { countedClicks } from "./counted-clicks"
import type { StatisticsFilters, StatisticsScope } from "./scope"

/** One day, week or month in the range's time zone. Every bucket is listed, also one in which nothing happened. */
export interface StatisticsBucket extends Figures {
  starts_at: Date
  ends_at: Date
}

const IN_CURRENCY = "(:currency_code::text IS NULL OR currency_code = :currency_code)"

/** What happened from `:starts_at` to `:ends_at`, in the time of `:timezone`, by quarters of an hour: midnight there lies between two of them. */
const happenedTo = ({ program_id }: StatisticsFilters): string => `
    SELECT starts_at AT TIME ZONE :timezone AS local, currency_code, click_count AS clicks, referral_count AS referrals, order_count AS orders,
           expense_amount AS expense, amount AS commission
    FROM affiliate_quarter_hour_total
    WHERE starts_at >= :starts_at AND starts_at < :ends_at AND (currency_code IS NULL OR ${IN_CURRENCY})
      AND ${program_id === undefined ? "true" : "program_id = :program_id"}`

/** The same of one affiliate, whose own rows an index finds. */
const happenedToAffiliate = (filters: StatisticsFilters, scope: StatisticsScope): string => {
  const isOwn = `affiliate_id = :affiliate_id AND ${filters.program_id === undefined ? "true" : "program_id = :program_id"}`
  return `
    SELECT local, NULL AS currency_code, clicks, 0 AS referrals, 0 AS orders, 0 AS expense, 0 AS commission
    FROM (${countedClicks("affiliate", scope, filters)}) clicked
    UNION ALL
    SELECT started_at AT TIME ZONE :timezone, NULL, 0, 1, 0, 0, 0 FROM affiliate_referral
    WHERE started_at >= :starts_at AND started_at < :ends_at AND deleted_at IS NULL AND ${isOwn}
    UNION ALL
    SELECT occurred_at AT TIME ZONE :timezone, currency_code, 0, 0, (sequence = 1)::int, expense_amount, amount FROM affiliate_commission
    WHERE occurred_at >= :starts_at AND occurred_at < :ends_at AND ${IN_CURRENCY} AND ${isOwn}`
}

/**
 * Counts by bucket in one statement. A bucket begins at local midnight, so a day may have 23 or 25 hours; one that the range cuts off begins
 * or ends with the range. Expenses and commissions count when they occurred, with every later change of the order in the bucket of the
 * change; an order counts with its first commission.
 *
 * @param happened a query of what happened in the range.
 */
const statisticsOf = (happened: string): string => `
  WITH buckets AS (
    SELECT greatest(local AT TIME ZONE :timezone, :starts_at) AS starts_at,
           least((local + :step::interval) AT TIME ZONE :timezone, :ends_at) AS ends_at
    FROM generate_series(date_trunc(:interval, :starts_at::timestamptz AT TIME ZONE :timezone),
                         (:ends_at::timestamptz AT TIME ZONE :timezone) - interval '1 second', :step::interval) AS local
  ),
  placed AS (
    SELECT greatest(date_trunc(:interval, local) AT TIME ZONE :timezone, :starts_at) AS starts_at, currency_code,
           sum(clicks)::int AS clicks, sum(referrals)::int AS referrals, sum(orders)::int AS orders,
           sum(expense) AS expense, sum(commission) AS commission
    FROM (${happened}) happened GROUP BY 1, 2
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
    LEFT JOIN placed moved ON moved.starts_at = bucket.starts_at AND moved.currency_code = currency.currency_code
    GROUP BY bucket.starts_at
  )
  SELECT bucket.starts_at, bucket.ends_at, coalesce(counted.clicks, 0) AS clicks, coalesce(counted.referrals, 0) AS referrals,
         coalesce(counted.orders, 0) AS orders,
         coalesce(money.currencies, '[]') AS currencies
  FROM buckets bucket
  LEFT JOIN (
    SELECT starts_at, sum(clicks)::int AS clicks, sum(referrals)::int AS referrals, sum(orders)::int AS orders FROM placed GROUP BY 1
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
export function readStatistics(
  sql: Sql,
  filters: StatisticsFilters,
  scope: StatisticsScope,
  range: StatisticsRange
): Promise<StatisticsBucket[]> {
  const happened = filters.affiliate_id === undefined ? happenedTo(filters) : happenedToAffiliate(filters, scope)
  const bindings = { ...scope, ...range, ...filters, currency_code: filters.currency_code ?? null, step: `1 ${range.interval}` }
  return rows(sql, statement<StatisticsBucket>(statisticsOf(happened), BUCKET), bindings)
}
