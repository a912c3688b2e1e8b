import { NOW } from "../database/clock"
import { boundsOf } from "../periods/bounds"

/**
 * The instant at which a period's statement ends, as SQL over the alias of the program and SQL for the period. It is the one of the period's
 * row, also when the program has changed its time zone since; without a row it follows from the program's time zone.
 */
export const cutOf = (program: string, period: string): string => `coalesce(
  (SELECT period.ends_at FROM affiliate_period period WHERE period.program_id = ${program}.id AND period.period = ${period}),
  ${boundsOf(period, `${program}.timezone`).ends_at})`

/** The period `count` months after `period`, as SQL. */
export const periodAfter = (period: string, count: number): string =>
  `to_char(to_date(${period}, 'YYYY-MM') + make_interval(months => ${count}), 'YYYY-MM')`

/**
 * An affiliate's periods with the bounds of their statements, from before the first row to after the last, as the CTE `periods`: a period
 * begins where the one before it ends, so that each entry lies in exactly one. Needs `:affiliate_id` and `:now`.
 *
 * A row's period in the program's time zone of today may differ by one from the period whose bounds contain it: hence one period on either
 * side.
 */
export const STATEMENT_PERIODS = `
  span AS (
    SELECT program.id, program.timezone, min(found.period) AS first, max(found.period) AS last
    FROM affiliate JOIN affiliate_program program ON program.id = affiliate.program_id
    CROSS JOIN LATERAL (
      SELECT period FROM affiliate_commission WHERE affiliate_id = affiliate.id
      UNION ALL
      SELECT entry.period FROM affiliate_ledger_entry entry WHERE entry.affiliate_id = affiliate.id AND entry.period IS NOT NULL
      UNION ALL
      SELECT to_char(entry.occurred_at AT TIME ZONE program.timezone, 'YYYY-MM') FROM affiliate_ledger_entry entry
      WHERE entry.affiliate_id = affiliate.id AND entry.period IS NULL
      UNION ALL
      SELECT to_char(${NOW} AT TIME ZONE program.timezone, 'YYYY-MM')
    ) found
    WHERE affiliate.id = :affiliate_id
    GROUP BY program.id, program.timezone
  ),
  periods AS (
    SELECT span.id AS program_id, calendar.period, coalesce(period.status, 'open') AS status, cut.ends_at,
           coalesce(lag(cut.ends_at) OVER (ORDER BY calendar.period), '-infinity') AS starts_at
    FROM span
    CROSS JOIN LATERAL (
      SELECT to_char(day, 'YYYY-MM') AS period
      FROM generate_series(to_date(span.first, 'YYYY-MM') - interval '1 month',
                           to_date(span.last, 'YYYY-MM') + interval '1 month', '1 month') day
    ) calendar
    LEFT JOIN affiliate_period period ON period.program_id = span.id AND period.period = calendar.period
    CROSS JOIN LATERAL (SELECT coalesce(period.ends_at, ${boundsOf("calendar.period", "span.timezone").ends_at}) AS ends_at) cut
  )`
