import { droppedOf } from "./dropped"

const dayOf = (time: string): string => `(${time} AT TIME ZONE program.timezone)::date`
const startOf = (day: string): string => `${day}::timestamp AT TIME ZONE edge.timezone`

/**
 * The CTE `edge`: per program, the days of its zone that lie whole between two times, from `first_day` to before `end_day`. On `last_day`, which
 * may be cut, still begins a day. A day begins with its first instant, also where clocks go back to midnight, which then happens twice.
 */
export const wholeDays = (starts: string, ends: string, isWanted = "true"): string => `
    edge AS MATERIALIZED (
      SELECT id AS program_id, timezone, first_day, greatest(first_day, ends_on) AS end_day, last_day
      FROM (
        SELECT program.id, program.timezone, ${dayOf(`(${starts}::timestamptz - interval '1 microsecond')`)} + 1 AS first_day,
               ${dayOf(`${ends}::timestamptz`)} AS ends_on, ${dayOf(`(${ends}::timestamptz - interval '1 microsecond')`)} AS last_day
        FROM affiliate_program program WHERE ${isWanted}
      ) program
    )`

/**
 * The clicks of the days that the range cuts, joined to `edge`. Of two midnights PostgreSQL takes the second: the times, by which an index
 * finds the clicks, are wider than the days, which decide. `OFFSET` has the clicks looked up part by part: PostgreSQL guesses that there are
 * many programs and long parts, and would read all clicks.
 */
export const clicksOfCutDays = (starts: string, ends: string, isWanted = "true"): string => `
      CROSS JOIN LATERAL (
        VALUES (${starts}::timestamptz, least(${startOf("edge.first_day")}, ${ends}), '-infinity'::date, edge.first_day),
               (greatest(${startOf("edge.end_day")} - interval '2 hours', ${starts}), ${ends}, edge.end_day, 'infinity')
      ) part(starts_at, ends_at, from_day, before_day)
      CROSS JOIN LATERAL (
        SELECT * FROM affiliate_click click
        WHERE click.program_id = edge.program_id AND click.occurred_at >= part.starts_at AND click.occurred_at < part.ends_at
          AND (click.occurred_at AT TIME ZONE edge.timezone)::date >= part.from_day
          AND (click.occurred_at AT TIME ZONE edge.timezone)::date < part.before_day AND ${isWanted}
        OFFSET 0
      ) click`

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
