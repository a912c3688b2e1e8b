const figures = (of: string): string =>
  `${of}.amount || ' on ' || ${of}.expense || ', ' || ${of}.commissions || ' commissions of ' || ${of}.orders || ' orders'`

/**
 * Compares what was written for an affiliate and currency, credited and withheld together, with the sums of the period's commissions. An order
 * with rows in both lines counts in both, so with two lines the number of orders is only known to lie in a range.
 */
const LINES = `
  SELECT 'line_differs' AS problem, written.program_id, written.period, written.affiliate_id, written.currency_code, NULL AS line_id,
         coalesce(${figures("recomputed")}, 'none') AS expected, ${figures("written")} AS found
  FROM (
    SELECT period.program_id, period.period, line.affiliate_id, line.currency_code, sum(line.expense_amount) AS expense,
           sum(line.amount) AS amount, sum(line.commission_count) AS commissions, sum(line.order_count) AS orders,
           max(line.order_count) AS most_orders
    FROM affiliate_period period JOIN affiliate_period_line line ON line.period_id = period.id
    WHERE period.status = 'closed' GROUP BY period.program_id, period.period, line.affiliate_id, line.currency_code
  ) written
  LEFT JOIN (
    SELECT commission.program_id, commission.period, commission.affiliate_id, commission.currency_code,
           sum(commission.expense_amount) AS expense, sum(commission.amount) AS amount,
           count(*) AS commissions, count(DISTINCT commission.order_id) AS orders
    FROM affiliate_commission commission
    WHERE (commission.program_id, commission.period) IN (SELECT program_id, period FROM affiliate_period WHERE status = 'closed')
    GROUP BY commission.program_id, commission.period, commission.affiliate_id, commission.currency_code
  ) recomputed ON recomputed.program_id = written.program_id AND recomputed.period = written.period
    AND recomputed.affiliate_id = written.affiliate_id AND recomputed.currency_code = written.currency_code
  WHERE (written.expense, written.amount, written.commissions) 
    IS DISTINCT FROM (recomputed.expense, recomputed.amount, recomputed.commissions)
    OR recomputed.orders NOT BETWEEN written.most_orders AND written.orders`

const STRAY_LINES = `
  SELECT CASE WHEN period.id IS NULL THEN 'month_missing' WHEN period.status <> 'closed' THEN 'line_of_open_month'
              ELSE 'program_of_another' END,
         line.program_id, period.period, line.affiliate_id, line.currency_code, line.id, 'a closed month of ' || line.program_id,
         coalesce(period.status || ' month of ' || period.program_id, 'none')
  FROM affiliate_period_line line LEFT JOIN affiliate_period period ON period.id = line.period_id
  WHERE period.id IS NULL OR period.status <> 'closed' OR period.program_id <> line.program_id`

const TIMES = `
  SELECT 'closed_too_early', program_id, period, NULL, NULL, NULL, 'closed at ' || ends_at || ' or later',
         coalesce(closed_at::text, 'no time')
  FROM affiliate_period WHERE status = 'closed' AND (closed_at IS NULL OR closed_at < ends_at)`

export const CLOSES = [LINES, STRAY_LINES, TIMES].join(" UNION ALL ")
