/**
 * What a period's commissions add up to for each affiliate and currency, credited or withheld with the reason. Preview and close read this
 * one CTE, so that they cannot disagree. Asks for `:program_id` and `:period`; ends in `totals`.
 *
 * Affiliates in a group the program forbids are not rewarded; the amount is withheld, with its reason, and never silently dropped (seed,
 * "Forbid for group members"). A row that corrects a closed month follows what was decided there, whatever groups the affiliate is in
 * now: what was never credited is not taken back, and what was credited is. Whether an amount is on hold follows from `available_at`:
 * the end of the month plus the hold period.
 */
export const PERIOD_TOTALS = `
  judged AS (
    SELECT a.id AS affiliate_id, p.id AS program_id,
           CASE WHEN EXISTS (
             SELECT 1 FROM affiliate_program_customer_group g
             JOIN customer_group_customer member ON member.customer_group_id = g.customer_group_id AND member.deleted_at IS NULL
             WHERE g.program_id = p.id AND g.access = 'forbidden' AND g.deleted_at IS NULL AND member.customer_id = a.customer_id
           ) THEN 'withheld' ELSE 'credited' END AS outcome,
           ((to_date(:period, 'YYYY-MM') + interval '1 month')::timestamp + make_interval(days => p.hold_period_days))
             AT TIME ZONE p.timezone AS available_at
    FROM (SELECT DISTINCT affiliate_id FROM affiliate_commission WHERE program_id = :program_id AND period = :period) earners
    JOIN affiliate a ON a.id = earners.affiliate_id
    JOIN affiliate_program p ON p.id = :program_id
  ),
  corrected AS (
    SELECT x.period, l.affiliate_id, l.currency_code, min(l.outcome) AS outcome
    FROM affiliate_period x JOIN affiliate_period_line l ON l.period_id = x.id
    WHERE x.program_id = :program_id AND x.status = 'closed'
      AND x.period IN (SELECT corrects_period FROM affiliate_commission WHERE program_id = :program_id AND period = :period)
    GROUP BY x.period, l.affiliate_id, l.currency_code
  ),
  totals AS (
    SELECT c.program_id, c.affiliate_id, c.currency_code, coalesce(corrected.outcome, judged.outcome) AS outcome,
           CASE WHEN coalesce(corrected.outcome, judged.outcome) = 'withheld' THEN 'forbidden_customer_group' END AS reason,
           judged.available_at, sum(c.expense_amount) AS expense_amount, sum(c.amount) AS amount, count(*)::int AS commission_count,
           count(DISTINCT c.order_id)::int AS order_count
    FROM affiliate_commission c
    JOIN judged ON judged.affiliate_id = c.affiliate_id
    LEFT JOIN corrected ON corrected.period = c.corrects_period AND corrected.affiliate_id = c.affiliate_id
      AND corrected.currency_code = c.currency_code
    WHERE c.program_id = :program_id AND c.period = :period
    GROUP BY c.program_id, c.affiliate_id, c.currency_code, coalesce(corrected.outcome, judged.outcome), judged.available_at
  )`
