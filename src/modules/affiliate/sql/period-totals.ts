/**
 * What a period's commissions add up to for each affiliate and currency, credited or withheld with the reason. Preview and close read this
 * one CTE, so that they cannot disagree. Asks for `:program_id` and `:period`; ends in `totals`.
 *
 * Affiliates in a group the program forbids are not rewarded; the amount is withheld, with its reason, and never silently dropped (seed,
 * "Forbid for group members"). Whether an amount is on hold follows from `available_at`: the end of the month plus the hold period.
 */
export const PERIOD_TOTALS = `
  totals AS (
    SELECT summed.*, CASE WHEN forbidden.is_member THEN 'withheld' ELSE 'credited' END AS outcome,
           CASE WHEN forbidden.is_member THEN 'forbidden_customer_group' END AS reason,
           ((to_date(:period, 'YYYY-MM') + interval '1 month')::timestamp + make_interval(days => p.hold_period_days))
             AT TIME ZONE p.timezone AS available_at
    FROM (
      SELECT program_id, affiliate_id, currency_code, sum(expense_amount) AS expense_amount, sum(amount) AS amount,
             count(*)::int AS commission_count, count(DISTINCT order_id)::int AS order_count
      FROM affiliate_commission WHERE program_id = :program_id AND period = :period
      GROUP BY program_id, affiliate_id, currency_code
    ) summed
    JOIN affiliate_program p ON p.id = summed.program_id
    JOIN affiliate a ON a.id = summed.affiliate_id
    CROSS JOIN LATERAL (
      SELECT EXISTS (
        SELECT 1 FROM affiliate_program_customer_group g
        JOIN customer_group_customer member ON member.customer_group_id = g.customer_group_id AND member.deleted_at IS NULL
        WHERE g.program_id = p.id AND g.access = 'forbidden' AND g.deleted_at IS NULL AND member.customer_id = a.customer_id
      ) AS is_member
    ) forbidden
  )`
