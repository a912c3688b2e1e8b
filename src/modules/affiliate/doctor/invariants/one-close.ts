/** Commissions by what a close makes of them: one line for each month, affiliate and currency. */
const COUNTED = `
  SELECT CASE WHEN m.id IS NULL THEN 'month_missing' ELSE 'line_missing' END AS problem, c.program_id, c.period, c.affiliate_id,
         c.currency_code, CASE WHEN m.id IS NULL THEN 'a month' ELSE 'a line of ' || c.amount END AS expected, 'none' AS found
  FROM (
    SELECT program_id, period, affiliate_id, currency_code, sum(amount) AS amount
    FROM affiliate_commission GROUP BY program_id, period, affiliate_id, currency_code
  ) c
  LEFT JOIN affiliate_period m ON m.program_id = c.program_id AND m.period = c.period
  WHERE m.id IS NULL OR m.status = 'closed' AND NOT EXISTS (
    SELECT 1 FROM affiliate_period_line l WHERE l.period_id = m.id AND l.affiliate_id = c.affiliate_id AND l.currency_code = c.currency_code)`

const ONCE = `
  SELECT 'month_twice', program_id, period, NULL, NULL, '1 month', count(*) || ' months'
  FROM affiliate_period GROUP BY program_id, period HAVING count(*) > 1`

export const ONE_CLOSE = [COUNTED, ONCE].join(" UNION ALL ")
