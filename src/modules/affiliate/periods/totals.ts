import { outcomeOfCorrectedPeriod } from "../commissions/outcome-of-corrected-period"
import { GROUP_MEMBERS } from "../store/group-members"

/**
 * What a period's commissions add up to for each affiliate and currency, credited or withheld with the reason. Preview and close read this
 * one CTE, so that they cannot disagree. Takes SQL for the program and the period; ends in `totals`.
 *
 * Affiliates in a group the program forbids are not rewarded, and neither are deleted affiliates: their amount is withheld with its reason
 * and never silently dropped. A row that corrects a closed period has the outcome that was judged there, whatever groups the affiliate is in
 * now: what was never credited is not taken back, and what was credited is. Whether an amount is on hold follows from `available_at`: the end
 * of the period plus the hold period. `is_judged` tells the line of this period's own judgement from one that follows a corrected period.
 */
export const totalsOf = (programId: string, period: string): string => `
  judged AS (
    SELECT affiliate.id AS affiliate_id, program.id AS program_id,
           CASE WHEN affiliate.deleted_at IS NOT NULL THEN 'affiliate_deleted'
             WHEN EXISTS (
               SELECT 1 FROM affiliate_program_customer_group program_group
               JOIN ${GROUP_MEMBERS} member ON member.customer_group_id = program_group.customer_group_id
               WHERE program_group.program_id = program.id AND program_group.access = 'forbidden' AND program_group.deleted_at IS NULL
                 AND member.customer_id = affiliate.customer_id
             ) THEN 'forbidden_customer_group' END AS reason,
           ((to_date(${period}, 'YYYY-MM') + interval '1 month')::timestamp + make_interval(days => program.hold_period_days))
             AT TIME ZONE program.timezone AS available_at
    FROM (SELECT DISTINCT affiliate_id FROM affiliate_commission WHERE program_id = ${programId} AND period = ${period}) earners
    JOIN affiliate ON affiliate.id = earners.affiliate_id
    JOIN affiliate_program program ON program.id = ${programId}
  ),
  followed AS (
    SELECT commission.*, judged.available_at, judged_outcome, corrected.outcome AS corrected_outcome,
           coalesce(corrected.outcome, judged_outcome) AS outcome,
           CASE coalesce(corrected.outcome, judged_outcome) WHEN 'withheld' THEN coalesce(corrected.reason, judged.reason) END AS reason
    FROM affiliate_commission commission
    JOIN judged ON judged.affiliate_id = commission.affiliate_id
    CROSS JOIN LATERAL (SELECT CASE WHEN judged.reason IS NULL THEN 'credited' ELSE 'withheld' END AS judged_outcome) judgement
    LEFT JOIN LATERAL (${outcomeOfCorrectedPeriod("commission", "decided.outcome, decided.reason")}) corrected ON true
    WHERE commission.program_id = ${programId} AND commission.period = ${period}
  ),
  totals AS (
    SELECT program_id, affiliate_id, currency_code, outcome, min(reason) AS reason, outcome = judged_outcome AS is_judged, available_at,
           sum(expense_amount) AS expense_amount, sum(amount) AS amount, count(*)::int AS commission_count,
           count(DISTINCT order_id)::int AS order_count
    FROM followed
    GROUP BY program_id, affiliate_id, currency_code, outcome, judged_outcome, available_at
  )`

/** The totals of the program `:program_id` in `:period`. */
export const PERIOD_TOTALS = totalsOf(":program_id", ":period")
