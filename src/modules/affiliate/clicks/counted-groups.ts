import type { ClickGroup } from "../../../domain/clicks/click-group"
import { droppedOf } from "./dropped"
import type { ClickFilters } from "./list-clicks"
import { clicksOfCutDays, wholeDays } from "./whole-days"

/** What the daily totals know of each grouping: the kind of their rows and the value. Every click has an affiliate, so that days add up theirs. */
const TOTALS: Partial<Record<ClickGroup, { kind: string; value: string }>> = {
  page: { kind: "page", value: "total.value" },
  referrer: { kind: "referrer", value: "total.value" },
  affiliate: { kind: "affiliate", value: "total.value" },
  day: { kind: "affiliate", value: "to_char(total.day, 'YYYY-MM-DD')" },
}

const KEPT = `(total.clicks - ${droppedOf("total")})`

/**
 * The clicks of each value in a range, as a query with `value` and `clicks`: the days that lie whole in it, in their program's zone, from their
 * totals, and the clicks of the others one by one. Undefined where a filter asks for more than the totals know.
 *
 * @param value the grouping's value of a row of the alias `click`.
 */
export function countedGroups(by: ClickGroup, value: string, filters: ClickFilters): string | undefined {
  const totals = TOTALS[by]
  const { program_id, occurred_at = {}, ...others } = filters
  const { gte, lt, ...limits } = occurred_at
  const asksForMore = Object.values<unknown>({ ...others, ...limits }).some((given) => given !== undefined)
  if (!totals || !gte || !lt || asksForMore) return undefined
  const whole = "total.program_id = edge.program_id AND total.day >= edge.first_day AND total.day < edge.end_day"
  const range = [":occurred_at_gte", ":occurred_at_lt"] as const
  // No total is kept of what clicks do not have: they are those of the affiliates without those of the referrers.
  const withoutReferrer = `
    UNION ALL
    SELECT NULL, sum(CASE total.kind WHEN 'affiliate' THEN ${KEPT} ELSE -${KEPT} END)
    FROM edge JOIN affiliate_click_total total ON ${whole} AND total.kind IN ('affiliate', 'referrer')`
  return `
    WITH ${wholeDays(...range, program_id ? "program.id = ANY(:program_id)" : "true")}
    SELECT value, sum(clicks)::int AS clicks
    FROM (
      SELECT ${totals.value} AS value, sum(${KEPT}) AS clicks
      FROM edge JOIN affiliate_click_total total ON ${whole} AND total.kind = '${totals.kind}'
      GROUP BY 1
      ${by === "referrer" ? withoutReferrer : ""}
      UNION ALL
      SELECT ${value}, 1
      FROM edge JOIN affiliate_program program ON program.id = edge.program_id ${clicksOfCutDays(...range)}
    ) counted
    GROUP BY value HAVING sum(clicks) > 0`
}
