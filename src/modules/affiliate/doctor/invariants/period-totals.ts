const figures = (of: string): string =>
  `coalesce(${of}.amount || ' on ' || ${of}.expense || ', ' || ${of}.commissions || ' commissions of ' || ${of}.orders || ' orders', 'none')`

/** Adds all commissions up once, by hash, and compares them with what was added up when they were recorded. */
export const PERIOD_TOTALS_KEPT = `
  SELECT 'total_differs' AS problem, program_id, period, nullif(corrects, '') AS corrects_period, affiliate_id, currency_code,
         ${figures("real")} AS expected, ${figures("kept")} AS found
  FROM (
    SELECT program_id, period, coalesce(corrects_period, '') AS corrects, affiliate_id, currency_code, sum(expense_amount) AS expense,
           sum(amount) AS amount, count(*) AS commissions,
           count(*) FILTER (WHERE place = 1) AS orders
    FROM (
      SELECT *, row_number() OVER (PARTITION BY order_id, affiliate_id, period ORDER BY sequence) AS place FROM affiliate_commission
    ) commission
    GROUP BY 1, 2, 3, 4, 5
  ) real
  FULL JOIN (
    SELECT program_id, period, coalesce(corrects_period, '') AS corrects, affiliate_id, currency_code, sum(expense_amount) AS expense,
           sum(amount) AS amount, sum(commission_count) AS commissions, sum(order_count) AS orders
    FROM affiliate_period_total GROUP BY 1, 2, 3, 4, 5
  ) kept USING (program_id, period, corrects, affiliate_id, currency_code)
  WHERE (coalesce(real.expense, 0), coalesce(real.amount, 0), coalesce(real.commissions, 0), coalesce(real.orders, 0))
    <> (coalesce(kept.expense, 0), coalesce(kept.amount, 0), coalesce(kept.commissions, 0), coalesce(kept.orders, 0))`
