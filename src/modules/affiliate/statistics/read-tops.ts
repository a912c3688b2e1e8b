import { z } from "@medusajs/framework/zod"

import type { StatisticsRange } from "../../../domain/statistics/statistics-range"
import { earnedByAffiliates } from "../commissions/kept-totals"
import { rows, type Sql } from "../database/connection"
import { decimal, integer, statement, text } from "../database/row-check"
import { countedClicks } from "./counted-clicks"
import type { StatisticsFilters, StatisticsScope } from "./scope"

/** What one affiliate brought in a range. Amounts are decimal strings in major units; "0" in no currency where none was asked for. */
interface TopAffiliate {
  affiliate: { id: string; code: string; number: number }
  customer: { id: string; email: string | null; first_name: string | null; last_name: string | null } | null
  clicks: number
  orders: number
  currency_code: string | null
  expense_amount: string
  commission_amount: string
}

/** A page or referrer as it was stored: hostile text. */
interface TopAddress {
  address: string
  clicks: number
}

export interface Tops {
  affiliates: TopAffiliate[]
  pages: TopAddress[]
  referrers: TopAddress[]
}

/**
 * Whoever earned as much as the last of the best may be among them, by their clicks. Where enough have earned, only the clicks of these are
 * read; the other branch is not run then.
 */
const bestOf = (earned: string, clicks: string): string => `
  WITH earned AS MATERIALIZED (${earned}),
  leaders AS MATERIALIZED (
    SELECT affiliate_id FROM earned WHERE commission > 0 ORDER BY commission DESC FETCH FIRST :limit ROWS WITH TIES
  ),
  clicked AS (
    SELECT value AS affiliate_id, sum(clicks)::int AS clicks
    FROM (
      SELECT * FROM (${clicks}) of_leaders WHERE value = ANY(ARRAY(SELECT affiliate_id FROM leaders))
      UNION ALL
      SELECT * FROM (${clicks}) of_others
      WHERE (SELECT count(*) < :limit FROM leaders) AND value <> ALL(ARRAY(SELECT affiliate_id FROM leaders))
    ) counted
    GROUP BY value
  ),
  best AS (
    SELECT affiliate_id, coalesce(clicks, 0) AS clicks, coalesce(orders, 0) AS orders, coalesce(expense, 0) AS expense,
           coalesce(commission, 0) AS commission
    FROM earned FULL JOIN clicked USING (affiliate_id)
    ORDER BY 5 DESC, 2 DESC, 1 LIMIT :limit
  )
  SELECT json_build_object('id', affiliate.id, 'code', affiliate.code, 'number', affiliate.number) AS affiliate,
         CASE WHEN customer.id IS NOT NULL
           THEN json_build_object('id', customer.id, 'email', customer.email, 'first_name', customer.first_name,
                                  'last_name', customer.last_name) END AS customer,
         clicks, orders, :currency_code::text AS currency_code,
         affiliate_round(expense, :currency_code)::text AS expense_amount, affiliate_round(commission, :currency_code)::text AS commission_amount
  FROM best
  JOIN affiliate ON affiliate.id = best.affiliate_id
  LEFT JOIN customer ON customer.id = affiliate.customer_id AND customer.deleted_at IS NULL
  ORDER BY commission DESC, clicks DESC, best.affiliate_id`

const AFFILIATE = z.strictObject({
  affiliate: z.strictObject({ id: text, code: text, number: integer }),
  customer: z.strictObject({ id: text, email: text.nullable(), first_name: text.nullable(), last_name: text.nullable() }).nullable(),
  clicks: integer,
  orders: integer,
  currency_code: text.nullable(),
  expense_amount: decimal,
  commission_amount: decimal,
})

const ADDRESSES = `
  SELECT value AS address, sum(clicks)::int AS clicks FROM (CLICKS) counted GROUP BY value ORDER BY 2 DESC, 1 LIMIT :limit`

const ADDRESS = z.strictObject({ address: text, clicks: integer })

/** The affiliates who brought most in a currency, and the pages and referrers with most clicks. */
export async function readTops(
  sql: Sql,
  filters: StatisticsFilters,
  scope: StatisticsScope,
  range: StatisticsRange,
  limit: number
): Promise<Tops> {
  const bindings = { ...scope, ...range, ...filters, currency_code: filters.currency_code ?? null, limit }
  const addresses = (by: "page" | "referrer") =>
    rows(sql, statement<TopAddress>(ADDRESSES.replace("CLICKS", countedClicks(by, scope, filters)), ADDRESS), bindings)
  const best = bestOf(
    earnedByAffiliates(filters.program_id === undefined ? "true" : "program_id = :program_id"),
    countedClicks("affiliate", scope, filters)
  )
  return {
    affiliates: await rows(sql, statement<TopAffiliate>(best, AFFILIATE), bindings),
    pages: await addresses("page"),
    referrers: await addresses("referrer"),
  }
}
