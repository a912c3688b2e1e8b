import type { ClickGroup } from "../../../domain/clicks/click-group"
import { droppedOf } from "./dropped"
import type { ClickFilters } from "./list-clicks"
import { clicksOfCutDays, wholeDays } from "./whole-days"

/** The groupings by whose values daily totals are kept. */
const KINDS: ClickGroup[] = ["page", "referrer", "affiliate"]

const KEPT = `(total.clicks - ${droppedOf("total")})`

const QUARTER = "interval '15 minutes'"
const FIRST_QUARTER = `affiliate_quarter_hour(:occurred_at_gte::timestamptz + ${QUARTER} - interval '1 microsecond')`
const END_QUARTER = `affiliate_quarter_hour(:occurred_at_lt)`

/**
 * The clicks of each day of their program's zone, by the totals of quarter hours, of which there are fewer than of affiliates' days: midnight of every
 * zone lies between two. Those that the range cuts are counted one by one. Clicks that are no longer kept are in no group.
 */
const byDay = (isWanted: string): string => `
    SELECT to_char(day, 'YYYY-MM-DD') AS value, sum(clicks)::int AS clicks
    FROM (
      SELECT (total.starts_at AT TIME ZONE program.timezone)::date AS day, total.click_count AS clicks
      FROM affiliate_program program JOIN affiliate_quarter_hour_total total ON total.program_id = program.id
      WHERE total.click_count <> 0 AND ${isWanted}
        AND total.starts_at >= greatest(${FIRST_QUARTER}, affiliate_clicks_kept_from()) AND total.starts_at < ${END_QUARTER}
      UNION ALL
      SELECT (click.occurred_at AT TIME ZONE program.timezone)::date, 1
      FROM (
        VALUES (:occurred_at_gte::timestamptz, least(${FIRST_QUARTER}, :occurred_at_lt)),
               (greatest(${FIRST_QUARTER}, ${END_QUARTER}), :occurred_at_lt::timestamptz)
      ) part(starts_at, ends_at)
      CROSS JOIN LATERAL (
        SELECT * FROM affiliate_click click WHERE click.occurred_at >= part.starts_at AND click.occurred_at < part.ends_at OFFSET 0
      ) click
      JOIN affiliate_program program ON program.id = click.program_id
      WHERE ${isWanted}
    ) counted
    GROUP BY day HAVING sum(clicks) > 0`

/**
 * The clicks of each value in a range, as a query with `value` and `clicks`: the days that lie whole in it, in their program's zone, from their
 * totals, and the clicks of the others one by one. Undefined where a filter asks for more than the totals know.
 *
 * @param value the grouping's value of a row of the alias `click`.
 */
export function countedGroups(by: ClickGroup, value: string, filters: ClickFilters): string | undefined {
  const { program_id, occurred_at = {}, ...others } = filters
  const { gte, lt, ...limits } = occurred_at
  const asksForMore = Object.values<unknown>({ ...others, ...limits }).some((given) => given !== undefined)
  if (!gte || !lt || asksForMore) return undefined
  const isWanted = program_id ? "program.id = ANY(:program_id)" : "true"
  if (by === "day") return byDay(isWanted)
  if (!KINDS.includes(by)) return undefined
  const whole = "total.program_id = edge.program_id AND total.day >= edge.first_day AND total.day < edge.end_day"
  const range = [":occurred_at_gte", ":occurred_at_lt"] as const
  // No total is kept of what clicks do not have: they are those of the affiliates without those of the referrers.
  const withoutReferrer = `
    UNION ALL
    SELECT NULL, sum(CASE total.kind WHEN 'affiliate' THEN ${KEPT} ELSE -${KEPT} END)
    FROM edge JOIN affiliate_click_total total ON ${whole} AND total.kind IN ('affiliate', 'referrer')`
  return `
    WITH ${wholeDays(...range, isWanted)}
    SELECT value, sum(clicks)::int AS clicks
    FROM (
      SELECT total.value, sum(${KEPT}) AS clicks
      FROM edge JOIN affiliate_click_total total ON ${whole} AND total.kind = '${by}'
      GROUP BY 1
      ${by === "referrer" ? withoutReferrer : ""}
      UNION ALL
      SELECT ${value}, 1
      FROM edge JOIN affiliate_program program ON program.id = edge.program_id ${clicksOfCutDays(...range)}
    ) counted
    GROUP BY value HAVING sum(clicks) > 0`
}
