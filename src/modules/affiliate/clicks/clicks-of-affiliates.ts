import { droppedOf } from "./dropped"
import { clicksOfCutDays, wholeDays } from "./whole-days"

/**
 * The clicks of affiliates from `:starts_at` to `:ends_at`, as a query with `affiliate_id` and `clicks`: whole days of each program's zone from
 * their totals, and the clicks of the days that the range cuts one by one. Of clicks that are no longer kept only the day is known: they
 * count where it begins.
 *
 * @param isWanted SQL over a column of affiliates' ids that says whose count.
 */
export const clicksOfAffiliates = (isWanted: (id: string) => string = () => "true"): string => `
    WITH ${wholeDays(":starts_at", ":ends_at")}
    SELECT affiliate_id, sum(clicks)::int AS clicks
    FROM (
      SELECT total.value AS affiliate_id, total.clicks
      FROM edge JOIN affiliate_click_total total
        ON total.program_id = edge.program_id AND total.kind = 'affiliate' AND total.day >= edge.first_day AND total.day < edge.end_day
      WHERE ${isWanted("total.value")}
      UNION ALL
      SELECT total.value, ${droppedOf("total")}
      FROM edge JOIN affiliate_click_total total
        ON total.program_id = edge.program_id AND total.kind = 'affiliate' AND total.day >= edge.end_day AND total.day <= edge.last_day
      WHERE ${isWanted("total.value")}
      UNION ALL
      SELECT click.affiliate_id, 1 FROM edge ${clicksOfCutDays(":starts_at", ":ends_at", isWanted("click.affiliate_id"))}
    ) counted
    GROUP BY affiliate_id`
