import { outcomeOfCorrectedPeriod } from "../commissions/outcome-of-corrected-period"

/**
 * What a period's commissions add up to for each affiliate and currency, credited or withheld with the reason. Preview and close read this
 * one CTE, so that they cannot disagree. Asks for `:program_id` and `:period`; ends in `totals`.
 *
 * Affiliates in a group the program forbids are not rewarded; the amount is withheld, with its reason, and never silently dropped (seed,
 * "Forbid for group members"); neither are affiliates who were deleted. A row that corrects a closed month follows what was judged there,
 * whatever groups the affiliate is in now: what was never credited is not taken back, and what was credited is. Whether an amount is on hold
 * follows from `available_at`: the end of the month plus the hold period. `is_judged` tells the line of this month's own judgement from one
 * that follows a corrected month.
 */
export const PERIOD_TOTALS = `
  judged AS (
    SELECT a.id AS affiliate_id, p.id AS program_id,
           CASE WHEN a.deleted_at IS NOT NULL THEN 'affiliate_deleted'
             WHEN EXISTS (
               SELECT 1 FROM affiliate_program_customer_group g
               JOIN customer_group_customer member ON member.customer_group_id = g.customer_group_id AND member.deleted_at IS NULL
               WHERE g.program_id = p.id AND g.access = 'forbidden' AND g.deleted_at IS NULL AND member.customer_id = a.customer_id
             ) THEN 'forbidden_customer_group' END AS reason,
           ((to_date(:period, 'YYYY-MM') + interval '1 month')::timestamp + make_interval(days => p.hold_period_days))
             AT TIME ZONE p.timezone AS available_at
    FROM (SELECT DISTINCT affiliate_id FROM affiliate_commission WHERE program_id = :program_id AND period = :period) earners
    JOIN affiliate a ON a.id = earners.affiliate_id
    JOIN affiliate_program p ON p.id = :program_id
  ),
  followed AS (
    SELECT c.*, judged.available_at, judged_outcome, corrected.outcome AS corrected_outcome,
           coalesce(corrected.outcome, judged_outcome) AS outcome,
           CASE coalesce(corrected.outcome, judged_outcome) WHEN 'withheld' THEN coalesce(corrected.reason, judged.reason) END AS reason
    FROM affiliate_commission c
    JOIN judged ON judged.affiliate_id = c.affiliate_id
    CROSS JOIN LATERAL (SELECT CASE WHEN judged.reason IS NULL THEN 'credited' ELSE 'withheld' END AS judged_outcome) judgement
    LEFT JOIN LATERAL (${outcomeOfCorrectedPeriod("decided.outcome, decided.reason")}) corrected ON true
    WHERE c.program_id = :program_id AND c.period = :period
  ),
  totals AS (
    SELECT program_id, affiliate_id, currency_code, outcome, min(reason) AS reason, outcome = judged_outcome AS is_judged, available_at,
           sum(expense_amount) AS expense_amount, sum(amount) AS amount, count(*)::int AS commission_count,
           count(DISTINCT order_id)::int AS order_count
    FROM followed
    GROUP BY program_id, affiliate_id, currency_code, outcome, judged_outcome, available_at
  )`
