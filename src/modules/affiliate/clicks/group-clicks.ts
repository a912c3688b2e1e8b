import { z } from "@medusajs/framework/zod"

import type { ClickGroup } from "../../../domain/clicks/click-group"
import { rows, type Sql } from "../database/connection"
import { filterRows, type PageOf, type PageRequest } from "../database/page"
import { integer, statement, text } from "../database/row-check"
import { countedGroups } from "./counted-groups"
import { HAS_ORDER, HAS_REFERRAL } from "./click-outcome"
import { searchClicks, type ClickFilters } from "./list-clicks"

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

/** The clicks of a filter, each with its value and what became of it. */
const clicksOf = (by: ClickGroup, from: string, where: string): string => `
  SELECT ${VALUES[by]} AS value, ${HAS_REFERRAL} AS has_referral, ${HAS_ORDER} AS has_order
  FROM ${from} JOIN affiliate_program program ON program.id = click.program_id ${where}`

const BROUGHT = "count(*) FILTER (WHERE has_referral)::int AS referrals, count(*) FILTER (WHERE has_order)::int AS orders"

/** The clicks of the range that made a referral, found by the referrals, which know when their click was, and in its month. */
const madeReferral = (by: ClickGroup): string => `(
  SELECT DISTINCT referral.source_id, referral.clicked_at FROM affiliate_referral referral
  WHERE referral.clicked_at >= :occurred_at_gte AND referral.clicked_at < :occurred_at_lt AND referral.source = 'link'
    AND referral.deleted_at IS NULL ${by === "affiliate" ? "AND referral.affiliate_id IN (SELECT value FROM paged)" : ""}
  ) made JOIN affiliate_click click ON click.id = made.source_id AND click.occurred_at = made.clicked_at`

/** Only the groups of the page are looked at for what they brought, and of their clicks only those that made a referral. */
const fromTotals = (by: ClickGroup, counted: string, where: string): string => `
  WITH grouped AS MATERIALIZED (${counted}),
  paged AS MATERIALIZED (SELECT * FROM grouped ORDER BY ${orderOf(by)} LIMIT :limit OFFSET :offset),
  brought AS (
    SELECT value, ${BROUGHT}
    FROM (${clicksOf(by, madeReferral(by), `${where} AND (${VALUES[by]} IN (SELECT value FROM paged) OR ${VALUES[by]} IS NULL)`)}) found
    GROUP BY value
  ),
  page AS (
    SELECT paged.value, paged.clicks, coalesce(brought.referrals, 0) AS referrals, coalesce(brought.orders, 0) AS orders
    FROM paged LEFT JOIN brought ON brought.value IS NOT DISTINCT FROM paged.value
  )`

const fromClicks = (by: ClickGroup, where: string): string => `
  WITH grouped AS MATERIALIZED (
    SELECT value, count(*)::int AS clicks, ${BROUGHT} FROM (${clicksOf(by, "affiliate_click click", where)}) found GROUP BY value
  ),
  page AS (SELECT * FROM grouped ORDER BY ${orderOf(by)} LIMIT :limit OFFSET :offset)`

/** Groups the clicks that the filters find, in one statement: by their daily totals, or else reading them once. */
export async function groupClicks(
  sql: Sql,
  by: ClickGroup,
  filters: ClickFilters,
  { limit, offset }: Pick<PageRequest, "limit" | "offset">
): Promise<PageOf<ClickGroupRow>> {
  const search = await searchClicks(sql, filters)
  const { where, bindings } = filterRows<ClickFilters>(search, search.filters)
  const counted = countedGroups(by, VALUES[by], filters)
  const page = statement<PageOf<ClickGroupRow>>(
    `${counted === undefined ? fromClicks(by, where) : fromTotals(by, counted, where)}
     SELECT (SELECT count(*)::int FROM grouped) AS count, coalesce((
       SELECT json_agg(shown) FROM (
         SELECT page.value, affiliate.code AS affiliate_code, page.clicks, page.referrals, page.orders
         FROM page LEFT JOIN affiliate ON '${by}' = 'affiliate' AND affiliate.id = page.value
         ORDER BY ${orderOf(by)}
       ) shown), '[]') AS rows`,
    PAGE
  )
  const [found] = await rows(sql, page, { ...bindings, limit, offset })
  return found ?? { rows: [], count: 0 }
}
