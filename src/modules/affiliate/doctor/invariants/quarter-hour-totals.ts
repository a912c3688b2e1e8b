const FIGURES = ["expense_amount", "amount", "commission_count", "order_count", "referral_count", "click_count"]
const list = (of: (figure: string) => string): string => FIGURES.map(of).join(", ")

const sums = (rows: string): string => `
    SELECT program_id, starts_at, coalesce(currency_code, '') AS currency, ${list((figure) => `sum(${figure}) AS ${figure}`)}
    FROM (${rows}) counted GROUP BY 1, 2, 3`

const figures = (of: string): string => `
  coalesce(${of}.amount || ' on ' || ${of}.expense_amount || ', ' || ${of}.commission_count || ' commissions of ' || ${of}.order_count || ' orders, '
           || ${of}.referral_count || ' referrals, ' || ${of}.click_count || ' clicks', 'none')`

/**
 * Adds commissions, referrals and clicks up once, by hash, and compares them with what was added up when they were recorded. What totals say
 * of clicks that are no longer kept cannot be counted again.
 */
const QUARTER_HOURS = `
  SELECT 'quarter_hour_differs' AS problem, program_id, NULL AS affiliate_id, to_char(starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"') AS starts_at,
         nullif(currency, '') AS currency_code,
         ${figures("real")} AS expected, ${figures("kept")} AS found
  FROM (${sums(`
      SELECT program_id, affiliate_quarter_hour(occurred_at) AS starts_at, currency_code, sum(expense_amount) AS expense_amount,
             sum(amount) AS amount, count(*) AS commission_count, count(*) FILTER (WHERE sequence = 1) AS order_count,
             0 AS referral_count, 0 AS click_count
      FROM affiliate_commission GROUP BY 1, 2, 3
      UNION ALL
      SELECT program_id, affiliate_quarter_hour(started_at), NULL, 0, 0, 0, 0, count(*), 0
      FROM affiliate_referral WHERE deleted_at IS NULL GROUP BY 1, 2
      UNION ALL
      SELECT program_id, affiliate_quarter_hour(occurred_at), NULL, 0, 0, 0, 0, 0, count(*)
      FROM affiliate_click WHERE occurred_at >= affiliate_clicks_kept_from() GROUP BY 1, 2`)}
  ) real
  FULL JOIN (${sums(`
      SELECT program_id, starts_at, currency_code, expense_amount, amount, commission_count, order_count, referral_count,
             CASE WHEN starts_at >= affiliate_clicks_kept_from() THEN click_count ELSE 0 END AS click_count
      FROM affiliate_quarter_hour_total`)}
  ) kept USING (program_id, starts_at, currency)
  WHERE (${list((figure) => `coalesce(real.${figure}, 0)`)}) <> (${list((figure) => `coalesce(kept.${figure}, 0)`)})`

const dayFigures = (of: string): string =>
  `coalesce(${of}.amount || ' on ' || ${of}.expense_amount || ', ' || ${of}.order_count || ' orders', 'none')`

/** The same of each affiliate's commissions, by day of UTC. */
const DAYS = `
  SELECT 'day_differs', program_id, affiliate_id, day::text, currency_code, ${dayFigures("real")}, ${dayFigures("kept")}
  FROM (
    SELECT program_id, affiliate_id, (occurred_at AT TIME ZONE 'UTC')::date AS day, currency_code, sum(expense_amount) AS expense_amount,
           sum(amount) AS amount, count(*) FILTER (WHERE sequence = 1) AS order_count
    FROM affiliate_commission GROUP BY 1, 2, 3, 4
  ) real
  FULL JOIN (
    SELECT program_id, affiliate_id, day, currency_code, sum(expense_amount) AS expense_amount, sum(amount) AS amount,
           sum(order_count) AS order_count
    FROM affiliate_day_total GROUP BY 1, 2, 3, 4
  ) kept USING (program_id, affiliate_id, day, currency_code)
  WHERE (coalesce(real.expense_amount, 0), coalesce(real.amount, 0), coalesce(real.order_count, 0))
    <> (coalesce(kept.expense_amount, 0), coalesce(kept.amount, 0), coalesce(kept.order_count, 0))`

/** The months and parts of months, which merging adds up from days. */
const SPANS = `
  SELECT 'span_differs', program_id, affiliate_id, to_char(starts_on, CASE span WHEN 'month' THEN 'YYYY-MM' ELSE 'YYYY-MM-DD' END), currency_code,
         ${dayFigures("real")}, ${dayFigures("kept")}
  FROM (
    SELECT program_id, affiliate_id, span, starts_on, currency_code, sum(expense_amount) AS expense_amount, sum(amount) AS amount,
           sum(order_count) AS order_count
    FROM affiliate_day_total
    CROSS JOIN LATERAL (
      VALUES ('month', date_trunc('month', day::timestamp)::date), ('part', affiliate_part_of_month(day))
    ) spans(span, starts_on)
    WHERE is_merged GROUP BY 1, 2, 3, 4, 5
  ) real
  FULL JOIN affiliate_span_total kept USING (program_id, affiliate_id, span, starts_on, currency_code)
  WHERE (coalesce(real.expense_amount, 0), coalesce(real.amount, 0), coalesce(real.order_count, 0))
    <> (coalesce(kept.expense_amount, 0), coalesce(kept.amount, 0), coalesce(kept.order_count, 0))`

export const QUARTER_HOUR_TOTALS_KEPT = [QUARTER_HOURS, DAYS, SPANS].join(" UNION ALL ")
