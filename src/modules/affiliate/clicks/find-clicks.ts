import { COUNTED_ROWS, filterRows, type Listing } from "../database/page"
import { rows, type Sql } from "../database/connection"
import type { FoundRows } from "../database/long-lists"
import { IS_CURRENT } from "./click-outcome"
import { droppedOf } from "./dropped"
import type { ClickFilters } from "./list-clicks"
import { clicksOfCutDays, wholeDays } from "./whole-days"

/** What daily totals are kept by, the column of clicks and the filter that names its values. Clicks of affiliates have an index of their own. */
const KEPT_BY = [
  { kind: "page", column: "click.landing_url", filter: "page" },
  { kind: "page", column: "click.landing_url", filter: "q_pages" },
  { kind: "referrer", column: "click.referrer", filter: "referrer" },
  { kind: "referrer", column: "click.referrer", filter: "q_referrers" },
] as const

/** What a text is looked for in. */
const FOUND = [
  { column: "click.affiliate_id", filter: "q_affiliates" },
  { column: "click.landing_url", filter: "q_pages" },
  { column: "click.referrer", filter: "q_referrers" },
] as const

/** Clicks in whose affiliate's code, page or referrer a text stands, by all values in which it does. */
interface Searched {
  q_affiliates?: string[]
  q_pages?: string[]
  q_referrers?: string[]
}

export interface FoundFilters extends ClickFilters, Searched {}

/** With more values than these, a look at each of them costs more than a look at the clicks. */
const MOST_VALUES = 1000

/**
 * In which codes, pages and referrers the text stands. Those of the days of the totals are looked through, of which there are fewer than clicks; a
 * day of a zone begins up to a day before or after the day of UTC.
 */
const VALUES = `
  SELECT 'affiliate' AS kind, affiliate.id AS value FROM affiliate WHERE affiliate.code ILIKE :q
  UNION ALL
  (SELECT kind, value FROM (
     SELECT DISTINCT total.kind, total.value
     FROM affiliate_program program JOIN affiliate_click_total total ON total.program_id = program.id AND total.kind IN ('page', 'referrer')
     WHERE (:program_id::text[] IS NULL OR program.id = ANY(:program_id))
       AND total.day >= coalesce(:starts_at::timestamptz::date - 1, '-infinity') AND total.day <= coalesce(:ends_at::timestamptz::date + 1, 'infinity')
     OFFSET 0
   ) total
   WHERE total.value ILIKE :q LIMIT ${String(MOST_VALUES + 1)})`

/** The filters with the values in which their text stands. Without those where there are too many. */
export async function withValues(sql: Sql, filters: ClickFilters): Promise<FoundFilters> {
  if (filters.q === undefined) return filters
  const { gt, gte = gt, lt, lte = lt, eq } = filters.occurred_at ?? {}
  const bindings = { q: filters.q, program_id: filters.program_id ?? null, starts_at: eq ?? gte ?? null, ends_at: eq ?? lte ?? null }
  const values = await rows<{ kind: string; value: string }>(sql, VALUES, bindings)
  const of = (kind: string) => values.filter((row) => row.kind === kind).map(({ value }) => value)
  const found = { q_affiliates: of("affiliate"), q_pages: of("page"), q_referrers: of("referrer") }
  return found.q_pages.length + found.q_referrers.length > MOST_VALUES ? filters : { ...filters, ...found }
}

/** The condition of the search filter. Values of which there are none do not stand in it, so that the others' index is used. */
export function isSearched(filters: FoundFilters): string {
  if (filters.q_affiliates === undefined) {
    return `click.affiliate_id = ANY(ARRAY(SELECT affiliate.id FROM affiliate WHERE affiliate.code ILIKE :q))
      OR click.landing_url ILIKE :q OR click.referrer ILIKE :q`
  }
  const named = FOUND.filter(({ filter }) => (filters[filter]?.length ?? 0) > 0)
  return named.map(({ column, filter }) => `${column} = ANY(:${filter})`).join(" OR ") || "false"
}

const RANGE = [":occurred_at_gte", ":occurred_at_lt"] as const

/**
 * The clicks of a range that share one of some values, by the days on which their totals say that there are any: only as many days are read, from the
 * first of the order on, as the page needs, and of each only as many clicks. Undefined where a filter asks for more than totals know of.
 */
function findByDays(filters: FoundFilters, where: string, order: string): FoundRows | undefined {
  const { program_id, occurred_at = {}, q: _, ...others } = filters
  const { gte, lt, ...limits } = occurred_at
  const named = Object.entries<unknown>({ ...others, ...limits }).filter(
    ([name, given]) => given !== undefined && name !== "q_exact" && !(name.startsWith("q_") && (given as string[]).length === 0)
  )
  const kept = KEPT_BY.find(({ filter }) => filter === named[0]?.[0])
  if (!kept || named.length > 1 || !gte || !lt) return undefined
  const direction = order.startsWith("-") ? "DESC" : "ASC"
  const hasValue = `${kept.column} = ANY(:${kept.filter})`
  return {
    ctes: `
    ${wholeDays(...RANGE, program_id ? "program.id = ANY(:program_id)" : "true")},
    with_clicks AS MATERIALIZED (
      SELECT edge.program_id, edge.timezone, total.day, sum(total.clicks - ${droppedOf("total")}) AS clicks
      FROM edge JOIN affiliate_click_total total
        ON total.program_id = edge.program_id AND total.kind = '${kept.kind}' AND total.day >= edge.first_day AND total.day < edge.end_day
       AND total.value = ANY(:${kept.filter})
      GROUP BY 1, 2, 3 HAVING sum(total.clicks - ${droppedOf("total")}) > 0
      UNION ALL
      SELECT edge.program_id, edge.timezone, (click.occurred_at AT TIME ZONE edge.timezone)::date, count(*)
      FROM edge ${clicksOfCutDays(...RANGE, hasValue)} GROUP BY 1, 2, 3
    ),
    needed AS (
      SELECT * FROM (
        SELECT *, sum(clicks) OVER (PARTITION BY program_id ORDER BY day ${direction}) - clicks AS clicks_before FROM with_clicks
      ) placed
      WHERE clicks_before < :offset::bigint + :limit::bigint
    )`,
    found: `
      SELECT click.id, click.sorted_by
      FROM needed CROSS JOIN LATERAL (
        SELECT click.id, click.occurred_at AS sorted_by FROM affiliate_click click
        ${where} AND click.program_id = needed.program_id
          AND click.occurred_at >= needed.day::timestamp AT TIME ZONE needed.timezone - interval '2 hours'
          AND click.occurred_at < (needed.day + 1)::timestamp AT TIME ZONE needed.timezone
          AND (click.occurred_at AT TIME ZONE needed.timezone)::date = needed.day
        ORDER BY click.occurred_at ${direction}, click.id ${direction} LIMIT :offset::bigint + :limit::bigint
      ) click`,
    count: "(SELECT coalesce(sum(clicks), 0)::int FROM with_clicks)",
  }
}

/** Spelled like the predicate of the index by which they are read in the order of their clicks. */
const MADE_BY_CLICK = `referral.clicked_at IS NOT NULL AND referral.deleted_at IS NULL AND referral.source = 'link'
  AND referral.clicked_at >= affiliate_clicks_kept_from()`

/** The filters that clicks and the referrals they made have in common. */
const OF_REFERRALS: Pick<Listing<Pick<ClickFilters, "program_id" | "occurred_at">>, "conditions" | "orders"> = {
  conditions: { program_id: "referral.program_id = ANY(:program_id)" },
  orders: { occurred_at: "referral.clicked_at" },
}

/** Whether the click of a referral has an order, by whichever of its referrals: an order is looked for by an index, referral by referral. */
const ORDERED = `
  CROSS JOIN LATERAL (
    SELECT EXISTS (SELECT 1 FROM affiliate_attribution decision WHERE decision.referral_id = referral.id AND ${IS_CURRENT} OFFSET 0) AS has_order OFFSET 0
  ) own`
const ORDERED_BY_ANOTHER = `EXISTS (
  SELECT 1 FROM affiliate_referral other CROSS JOIN LATERAL (
    SELECT 1 FROM affiliate_attribution decision WHERE decision.referral_id = other.id AND ${IS_CURRENT} LIMIT 1
  ) ordered
  WHERE other.source_id = referral.source_id AND other.source = 'link' AND other.deleted_at IS NULL AND other.id <> referral.id OFFSET 0)`

/**
 * The clicks that brought somebody, from the referrals they made, of which there are fewer, in the order of their clicks. Undefined where
 * clicks without are wanted too, or a filter asks for what only clicks know.
 */
function findByReferrals({ outcome, q: _, ...others }: ClickFilters, order: string): FoundRows | undefined {
  const asksForMore = Object.entries<unknown>(others).some(
    ([name, given]) => given !== undefined && !["program_id", "occurred_at"].includes(name)
  )
  if (!outcome || outcome.includes("none") || asksForMore) return undefined
  const wanted = [
    ...(outcome.includes("ordered") ? ["own.has_order"] : []),
    ...(outcome.includes("registered") ? [`NOT own.has_order AND NOT ${ORDERED_BY_ANOTHER}`] : []),
  ]
  const { where } = filterRows(OF_REFERRALS, others)
  const direction = order.startsWith("-") ? "DESC" : "ASC"
  return {
    ctes: `
    made AS MATERIALIZED (
      SELECT DISTINCT referral.clicked_at AS sorted_by, referral.source_id AS id FROM affiliate_referral referral ${ORDERED}
      ${where || "WHERE true"} AND ${MADE_BY_CLICK} AND (${wanted.join(" OR ")})
      ORDER BY sorted_by ${direction}, id ${direction} LIMIT greatest(${String(COUNTED_ROWS + 1)}, :offset::bigint + :limit::bigint)
    )`,
    found: "SELECT id, sorted_by FROM made",
    count: "(SELECT count(*)::int FROM made)",
    isCounted: true,
  }
}

/** How the first clicks of an order are found without a look at all of them; undefined where they are not. */
export const findClicks = (filters: FoundFilters, where: string, order: string): FoundRows | undefined =>
  findByReferrals(filters, order) ?? findByDays(filters, where, order)
