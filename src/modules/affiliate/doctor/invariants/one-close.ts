/** Commissions as a close sums them up: one line for each period, affiliate and currency. */
const COUNTED = `
  SELECT CASE WHEN period.id IS NULL THEN 'month_missing' ELSE 'line_missing' END AS problem, counted.program_id, counted.period,
         counted.affiliate_id, counted.currency_code,
         CASE WHEN period.id IS NULL THEN 'a month' ELSE 'a line of ' || counted.amount END AS expected, 'none' AS found
  FROM (
    SELECT program_id, period, affiliate_id, currency_code, sum(amount) AS amount
    FROM affiliate_commission GROUP BY program_id, period, affiliate_id, currency_code
  ) counted
  LEFT JOIN affiliate_period period ON period.program_id = counted.program_id AND period.period = counted.period
  WHERE period.id IS NULL OR period.status = 'closed' AND NOT EXISTS (
    SELECT 1 FROM affiliate_period_line line
    WHERE line.period_id = period.id AND line.affiliate_id = counted.affiliate_id AND line.currency_code = counted.currency_code)`

const ONCE = `
  SELECT 'month_twice', program_id, period, NULL, NULL, '1 month', count(*) || ' months'
  FROM affiliate_period GROUP BY program_id, period HAVING count(*) > 1`

export const ONE_CLOSE = [COUNTED, ONCE].join(" UNION ALL ")
