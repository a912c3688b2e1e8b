const figures = (of: string): string =>
  `${of}.amount || ' on ' || ${of}.expense || ', ' || ${of}.commissions || ' commissions of ' || ${of}.orders || ' orders'`

/**
 * What was written for an affiliate and currency, credited and withheld together, against the month's commissions summed up anew. An order
 * whose rows went both ways counts in both lines, so with two lines the number of orders has a range only.
 */
const LINES = `
  SELECT 'line_differs' AS problem, w.program_id, w.period, w.affiliate_id, w.currency_code, NULL AS line_id,
         coalesce(${figures("r")}, 'none') AS expected, ${figures("w")} AS found
  FROM (
    SELECT m.program_id, m.period, l.affiliate_id, l.currency_code, sum(l.expense_amount) AS expense, sum(l.amount) AS amount,
           sum(l.commission_count) AS commissions, sum(l.order_count) AS orders, max(l.order_count) AS most_orders
    FROM affiliate_period m JOIN affiliate_period_line l ON l.period_id = m.id
    WHERE m.status = 'closed' GROUP BY m.program_id, m.period, l.affiliate_id, l.currency_code
  ) w
  LEFT JOIN (
    SELECT c.program_id, c.period, c.affiliate_id, c.currency_code, sum(c.expense_amount) AS expense, sum(c.amount) AS amount,
           count(*) AS commissions, count(DISTINCT c.order_id) AS orders
    FROM affiliate_commission c
    WHERE (c.program_id, c.period) IN (SELECT program_id, period FROM affiliate_period WHERE status = 'closed')
    GROUP BY c.program_id, c.period, c.affiliate_id, c.currency_code
  ) r ON r.program_id = w.program_id AND r.period = w.period AND r.affiliate_id = w.affiliate_id AND r.currency_code = w.currency_code
  WHERE (w.expense, w.amount, w.commissions) IS DISTINCT FROM (r.expense, r.amount, r.commissions)
    OR r.orders NOT BETWEEN w.most_orders AND w.orders`

const STRAY_LINES = `
  SELECT CASE WHEN m.id IS NULL THEN 'month_missing' WHEN m.status <> 'closed' THEN 'line_of_open_month' ELSE 'program_of_another' END,
         l.program_id, m.period, l.affiliate_id, l.currency_code, l.id, 'a closed month of ' || l.program_id,
         coalesce(m.status || ' month of ' || m.program_id, 'none')
  FROM affiliate_period_line l LEFT JOIN affiliate_period m ON m.id = l.period_id
  WHERE m.id IS NULL OR m.status <> 'closed' OR m.program_id <> l.program_id`

const TIMES = `
  SELECT 'closed_too_early', program_id, period, NULL, NULL, NULL, 'closed at ' || ends_at || ' or later', coalesce(closed_at::text, 'no time')
  FROM affiliate_period WHERE status = 'closed' AND (closed_at IS NULL OR closed_at < ends_at)`

export const CLOSES = [LINES, STRAY_LINES, TIMES].join(" UNION ALL ")
