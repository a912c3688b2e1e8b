/** Counts all clicks once, by hash, and compares them with the totals of each program and day. */
export const CLICK_TOTALS = `
  SELECT 'clicks_differ' AS problem, program_id, day::text AS day, kind, value, coalesce(real.clicks, 0)::text AS expected,
         coalesce(kept.clicks, 0)::text AS found
  FROM (
    SELECT click.program_id, counted.kind, (click.occurred_at AT TIME ZONE program.timezone)::date AS day, counted.value, count(*) AS clicks
    FROM affiliate_click click JOIN affiliate_program program ON program.id = click.program_id
    CROSS JOIN LATERAL (VALUES ('affiliate', click.affiliate_id), ('page', click.landing_url), ('referrer', click.referrer)) counted(kind, value)
    WHERE counted.value IS NOT NULL
    GROUP BY 1, 2, 3, 4
  ) real
  FULL JOIN affiliate_click_total kept USING (program_id, kind, day, value)
  WHERE coalesce(real.clicks, 0) <> coalesce(kept.clicks, 0)`
