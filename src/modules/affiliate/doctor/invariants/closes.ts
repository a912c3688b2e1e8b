const figures = (of: string): string =>
  `${of}.amount || ' on ' || ${of}.expense || ', ' || ${of}.commissions || ' commissions of ' || ${of}.orders || ' orders'`

/** What orders earned, and what tiers, bonuses and limits added to it, row by row. */
const EARNED = `
  SELECT program_id, period, corrects_period, affiliate_id, currency_code, amount, expense_amount, order_id FROM affiliate_commission
  UNION ALL
  SELECT program_id, period, corrects_period, affiliate_id, currency_code, amount, 0, NULL FROM affiliate_period_commission`

/**
 * Compares what was written for an affiliate and currency, credited and withheld together, with the sums of the period's rows. An order
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
           count(commission.order_id) AS commissions, count(DISTINCT commission.order_id) AS orders
    FROM (${EARNED}) commission
    WHERE (commission.program_id, commission.period) IN (SELECT program_id, period FROM affiliate_period WHERE status = 'closed')
    GROUP BY commission.program_id, commission.period, commission.affiliate_id, commission.currency_code
  ) recomputed ON recomputed.program_id = written.program_id AND recomputed.period = written.period
    AND recomputed.affiliate_id = written.affiliate_id AND recomputed.currency_code = written.currency_code
  WHERE (written.expense, written.amount, written.commissions) 
    IS DISTINCT FROM (recomputed.expense, recomputed.amount, recomputed.commissions)
    OR recomputed.orders NOT BETWEEN written.most_orders AND written.orders`

/**
 * A commission that corrects a closed period is credited or withheld as that one decided. What the others came to, the period judged itself:
 * all of it lies in one of the two lines.
 */
const FOLLOWED = `
  SELECT 'correction_not_followed', summed.program_id, summed.period, summed.affiliate_id, summed.currency_code, NULL,
         'corrections of ' || followed_credited || ' credited and of ' || followed_withheld || ' withheld beside ' || judged,
         'lines of ' || credited || ' credited and of ' || withheld || ' withheld'
  FROM (
    SELECT commission.program_id, commission.period, commission.affiliate_id, commission.currency_code,
           coalesce(sum(commission.amount) FILTER (WHERE decided.outcome = 'credited'), 0) AS followed_credited,
           coalesce(sum(commission.amount) FILTER (WHERE decided.outcome = 'withheld'), 0) AS followed_withheld,
           coalesce(sum(commission.amount) FILTER (WHERE decided.outcome IS NULL), 0) AS judged
    FROM (${EARNED}) commission
    JOIN affiliate_period period ON period.program_id = commission.program_id AND period.period = commission.period
      AND period.status = 'closed'
    LEFT JOIN (
      SELECT DISTINCT ON (before.program_id, before.period, line.affiliate_id, line.currency_code)
             before.program_id, before.period, line.affiliate_id, line.currency_code, line.outcome
      FROM affiliate_period before JOIN affiliate_period_line line ON line.period_id = before.id
      ORDER BY before.program_id, before.period, line.affiliate_id, line.currency_code, line.is_judged DESC
    ) decided ON decided.program_id = commission.program_id AND decided.period = commission.corrects_period
      AND decided.affiliate_id = commission.affiliate_id AND decided.currency_code = commission.currency_code
    GROUP BY commission.program_id, commission.period, commission.affiliate_id, commission.currency_code
    HAVING count(decided.outcome) > 0
  ) summed
  JOIN (
    SELECT period.program_id, period.period, line.affiliate_id, line.currency_code,
           coalesce(sum(line.amount) FILTER (WHERE line.outcome = 'credited'), 0) AS credited,
           coalesce(sum(line.amount) FILTER (WHERE line.outcome = 'withheld'), 0) AS withheld
    FROM affiliate_period period JOIN affiliate_period_line line ON line.period_id = period.id
    GROUP BY period.program_id, period.period, line.affiliate_id, line.currency_code
  ) written ON written.program_id = summed.program_id AND written.period = summed.period
    AND written.affiliate_id = summed.affiliate_id AND written.currency_code = summed.currency_code
  WHERE credited + withheld = followed_credited + followed_withheld + judged
    AND (credited, withheld) NOT IN ((followed_credited + judged, followed_withheld), (followed_credited, followed_withheld + judged))`

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

export const CLOSES = [LINES, FOLLOWED, STRAY_LINES, TIMES].join(" UNION ALL ")
