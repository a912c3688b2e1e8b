import type { StatisticsFilters, StatisticsScope } from "./scope"

/** What clicks are counted by, and their column. The names are those of `affiliate_click_total.kind`. */
const COLUMNS = { affiliate: "affiliate_id", page: "landing_url", referrer: "referrer" } as const

/**
 * Clicks from `:starts_at` to `:ends_at`, which begin and end days in `:timezone`: `local` (their time or day there), `value` and `clicks`.
 * A branch that no program needs is left out, so that PostgreSQL does not read its table to find nothing.
 */
export function countedClicks(
  by: keyof typeof COLUMNS,
  { counted, uncounted }: StatisticsScope,
  { affiliate_id }: StatisticsFilters
): string {
  const branches = []
  if (counted.length > 0) {
    branches.push(`
      SELECT day::timestamp AS local, value, clicks FROM affiliate_click_total
      WHERE program_id = ANY(:counted) AND kind = '${by}' AND clicks <> 0
        AND day >= (:starts_at::timestamptz AT TIME ZONE :timezone)::date AND day < (:ends_at::timestamptz AT TIME ZONE :timezone)::date`)
  }
  if (uncounted.length > 0) {
    branches.push(`
      SELECT occurred_at AT TIME ZONE :timezone AS local, ${COLUMNS[by]} AS value, 1 AS clicks FROM affiliate_click
      WHERE program_id = ANY(:uncounted) AND occurred_at >= :starts_at AND occurred_at < :ends_at
        AND ${COLUMNS[by]} IS NOT NULL AND ${affiliate_id === undefined ? "true" : "affiliate_id = :affiliate_id"}`)
  }
  return branches.join(" UNION ALL ") || `SELECT NULL::timestamp AS local, NULL AS value, 0 AS clicks WHERE false`
}
