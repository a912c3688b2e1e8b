/**
 * Counts all clicks that are kept, and compares them with the totals of each program and day. They are read once, for all three kinds, and counted by
 * hash: `offset 0` hides from PostgreSQL how many instants there are, for which it would sort them. What totals say of clicks that are no longer
 * kept cannot be counted again.
 */
export const CLICK_TOTALS = `
  SELECT 'clicks_differ' AS problem, program_id, day::text AS day, kind, value, (coalesce(real.clicks, 0) + coalesce(total.dropped, 0))::text AS expected,
         coalesce(total.clicks, 0)::text AS found
  FROM (
    SELECT program_id, day, coalesce(affiliate_id, landing_url, referrer) AS value, clicks,
           CASE WHEN is_page_left_out = 0 THEN 'page' WHEN is_referrer_left_out = 0 THEN 'referrer' ELSE 'affiliate' END AS kind
    FROM (
      SELECT program_id, day, affiliate_id, landing_url, referrer, count(*) AS clicks, GROUPING(landing_url) AS is_page_left_out,
             GROUPING(referrer) AS is_referrer_left_out
      FROM (
        SELECT click.program_id, (click.occurred_at AT TIME ZONE program.timezone)::date AS day, click.affiliate_id, click.landing_url, click.referrer
        FROM affiliate_click click JOIN affiliate_program program ON program.id = click.program_id OFFSET 0
      ) click
      GROUP BY GROUPING SETS ((program_id, day, affiliate_id), (program_id, day, landing_url), (program_id, day, referrer))
    ) counted
    WHERE coalesce(affiliate_id, landing_url, referrer) IS NOT NULL
  ) real
  FULL JOIN affiliate_click_total total USING (program_id, kind, day, value)
  WHERE coalesce(real.clicks, 0) + coalesce(total.dropped, 0) <> coalesce(total.clicks, 0)
    AND day >= (SELECT affiliate_first_counted_day())`
