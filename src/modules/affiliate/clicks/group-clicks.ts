import { z } from "@medusajs/framework/zod"

import type { ClickGroup } from "../../../domain/clicks/click-group"
import { rows, type Sql } from "../database/connection"
import { filterRows, withPattern, type PageOf, type PageRequest } from "../database/page"
import { integer, statement, text } from "../database/row-check"
import { HAS_ORDER, HAS_REFERRAL } from "./click-outcome"
import { CLICKS, type ClickFilters } from "./list-clicks"

/** How many clicks share a value, and how many of them made a referral, and brought an order. */
export interface ClickGroupRow {
  /** A page, a referrer, an affiliate's id, a `sub`, or a day. Null for clicks without one. Hostile text. */
  value: string | null
  /** Where clicks are grouped by affiliate. */
  affiliate_code: string | null
  clicks: number
  referrals: number
  orders: number
}

/** A day is one of the click's program. */
const VALUES: Record<ClickGroup, string> = {
  page: "click.landing_url",
  referrer: "click.referrer",
  affiliate: "click.affiliate_id",
  sub: "click.sub",
  day: "to_char(click.occurred_at AT TIME ZONE program.timezone, 'YYYY-MM-DD')",
}

const orderOf = (by: ClickGroup): string => (by === "day" ? "value DESC" : "clicks DESC, value")

const PAGE = z.strictObject({
  count: integer,
  rows: z.array(
    z.strictObject({ value: text.nullable(), affiliate_code: text.nullable(), clicks: integer, referrals: integer, orders: integer })
  ),
})

/** Groups the clicks that the filters find, in one statement that reads them once. */
export async function groupClicks(
  sql: Sql,
  by: ClickGroup,
  filters: ClickFilters,
  { limit, offset }: Pick<PageRequest, "limit" | "offset">
): Promise<PageOf<ClickGroupRow>> {
  const { where, bindings } = filterRows(CLICKS, withPattern(filters))
  const page = statement<PageOf<ClickGroupRow>>(
    `WITH grouped AS MATERIALIZED (
       SELECT value, count(*)::int AS clicks, count(*) FILTER (WHERE has_referral)::int AS referrals,
              count(*) FILTER (WHERE has_order)::int AS orders
       FROM (SELECT ${VALUES[by]} AS value, ${HAS_REFERRAL} AS has_referral, ${HAS_ORDER} AS has_order
             FROM ${CLICKS.from} JOIN affiliate_program program ON program.id = click.program_id ${where}) found
       GROUP BY value
     )
     SELECT (SELECT count(*)::int FROM grouped) AS count, coalesce((
       SELECT json_agg(page) FROM (
         SELECT grouped.value, affiliate.code AS affiliate_code, grouped.clicks, grouped.referrals, grouped.orders
         FROM grouped LEFT JOIN affiliate ON '${by}' = 'affiliate' AND affiliate.id = grouped.value
         ORDER BY ${orderOf(by)} LIMIT :limit OFFSET :offset
       ) page), '[]') AS rows`,
    PAGE
  )
  const [found] = await rows(sql, page, { ...bindings, limit, offset })
  return found ?? { rows: [], count: 0 }
}
