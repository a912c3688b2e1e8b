/**
 * Counts all clicks that are kept once, by hash, and compares them with the totals of each program and day. What totals say of clicks that are no
 * longer kept cannot be counted again.
 */
export const CLICK_TOTALS = `
  SELECT 'clicks_differ' AS problem, program_id, day::text AS day, kind, value, (coalesce(real.clicks, 0) + coalesce(total.dropped, 0))::text AS expected,
         coalesce(total.clicks, 0)::text AS found
  FROM (
    SELECT click.program_id, counted.kind, (click.occurred_at AT TIME ZONE program.timezone)::date AS day, counted.value, count(*) AS clicks
    FROM affiliate_click click JOIN affiliate_program program ON program.id = click.program_id
    CROSS JOIN LATERAL (VALUES ('affiliate', click.affiliate_id), ('page', click.landing_url), ('referrer', click.referrer)) counted(kind, value)
    WHERE counted.value IS NOT NULL
    GROUP BY 1, 2, 3, 4
  ) real
  FULL JOIN affiliate_click_total total USING (program_id, kind, day, value)
  WHERE coalesce(real.clicks, 0) + coalesce(total.dropped, 0) <> coalesce(total.clicks, 0)
    AND day >= (SELECT affiliate_first_counted_day())`
