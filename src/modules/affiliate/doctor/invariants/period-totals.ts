const figures = (of: string): string =>
  `${of}.amount || ' on ' || ${of}.expense_amount || ', ' || ${of}.commission_count || ' commissions of ' || ${of}.order_count || ' orders'`

/** Adds all commissions up and compares; orders are counted anew, not by the rule that counts them while they are written. */
export const PERIOD_TOTALS = `
  SELECT 'total_differs' AS problem, program_id, period, affiliate_id, currency_code, nullif(corrects_period, '') AS corrects_period,
         coalesce(${figures("recomputed")}, 'none') AS expected, coalesce(${figures("total")}, 'none') AS found
  FROM affiliate_period_total total
  FULL JOIN (
    SELECT program_id, period, affiliate_id, currency_code, coalesce(corrects_period, '') AS corrects_period,
           sum(expense_amount) AS expense_amount, sum(amount) AS amount, sum(commission_count) AS commission_count,
           count(*) FILTER (WHERE is_first) AS order_count
    FROM (
      SELECT program_id, period, affiliate_id, currency_code, corrects_period, order_id, sum(expense_amount) AS expense_amount,
             sum(amount) AS amount, count(*) AS commission_count,
             min(sequence) = min(min(sequence)) OVER (PARTITION BY order_id, affiliate_id, period) AS is_first
      FROM affiliate_commission GROUP BY program_id, period, affiliate_id, currency_code, corrects_period, order_id
    ) orders
    GROUP BY program_id, period, affiliate_id, currency_code, coalesce(corrects_period, '')
  ) recomputed USING (program_id, period, affiliate_id, currency_code, corrects_period)
  WHERE (total.expense_amount, total.amount, total.commission_count, total.order_count)
    IS DISTINCT FROM (recomputed.expense_amount, recomputed.amount, recomputed.commission_count, recomputed.order_count)`
