import { droppedOf, mayBeDropped } from "../clicks/dropped"
import type { StatisticsFilters, StatisticsScope } from "./scope"

/** What clicks are counted by, and their column. The names are those of `affiliate_click_total.kind`. */
const COLUMNS = { affiliate: "affiliate_id", page: "landing_url", referrer: "referrer" } as const

/**
 * Clicks from `:starts_at` to `:ends_at`, which begin and end days in `:timezone`: `local` (their time or day there), `value` and `clicks`.
 * Programs whose days are cut in another zone have their clicks counted one by one; those that are no longer kept, by the program's own days.
 * An affiliate's program is always counted, so that the uncounted ones need no filter.
 * A branch that no program needs is left out, so that PostgreSQL does not read its table to find nothing.
 */
export function countedClicks(
  by: keyof typeof COLUMNS,
  { counted, uncounted }: StatisticsScope,
  { affiliate_id }: StatisticsFilters
): string {
  const totals = (clicks: string, programs: "counted" | "uncounted", condition = "true") => `
      SELECT day::timestamp AS local, value, ${clicks} AS clicks FROM affiliate_click_total total
      WHERE program_id = ANY(:${programs}) AND kind = '${by}' AND ${clicks} <> 0
        AND day >= (:starts_at::timestamptz AT TIME ZONE :timezone)::date AND day < (:ends_at::timestamptz AT TIME ZONE :timezone)::date
        AND ${by === "affiliate" && affiliate_id !== undefined ? "value = :affiliate_id" : "true"} AND ${condition}`
  const branches = counted.length > 0 ? [totals("total.clicks", "counted")] : []
  if (uncounted.length > 0) {
    branches.push(
      totals(droppedOf("total"), "uncounted", mayBeDropped("total")),
      `
      SELECT occurred_at AT TIME ZONE :timezone AS local, ${COLUMNS[by]} AS value, 1 AS clicks FROM affiliate_click
      WHERE program_id = ANY(:uncounted) AND occurred_at >= :starts_at AND occurred_at < :ends_at AND ${COLUMNS[by]} IS NOT NULL`
    )
  }
  return branches.join(" UNION ALL ") || `SELECT NULL::timestamp AS local, NULL AS value, 0 AS clicks WHERE false`
}
