import { outcomeOfCorrectedPeriod } from "../commissions/commission-line"
import { periodCommissionsOf } from "./period-commissions"
import { periodTotals } from "./totals"

const REPLAYED = `
  SELECT affiliate_id, currency_code, order_id, corrects_period, expense_amount, amount FROM replayed_orders`

/**
 * What tiers, bonuses and limits make of a period, and what they would have made of it under other settings: both by those that held at the
 * end of each month. A row goes with what it belongs to. Reads the CTEs `decided` and `replayed_orders`; ends in `replayed_months`, with
 * the columns of the latter.
 */
export const REPLAYED_MONTHS = `
  actual_months AS MATERIALIZED (WITH ${periodTotals(true)} SELECT affiliate_id, currency_code, corrects_period, amount FROM period_commissions),
  other_months AS MATERIALIZED (
    WITH summed AS MATERIALIZED (
      SELECT affiliate_id, currency_code, corrects_period, sum(expense_amount) AS expense_amount, sum(amount) AS amount
      FROM (${REPLAYED}) replayed GROUP BY affiliate_id, currency_code, corrects_period
    ),
    ${periodCommissionsOf(":program_id", ":period", REPLAYED)}
    SELECT affiliate_id, currency_code, corrects_period, amount FROM period_commissions
  ),
  outcomes AS MATERIALIZED (
    SELECT DISTINCT ON (affiliate_id, currency_code, home) affiliate_id, currency_code, home, actual_outcome, outcome FROM decided
    ORDER BY affiliate_id, currency_code, home
  ),
  replayed_months AS (
    SELECT NULL::text AS commission_id, month.affiliate_id, NULL::text AS order_id, month.currency_code, month.corrects_period,
           coalesce(followed.actual_outcome, corrected.outcome) AS actual_outcome, coalesce(followed.outcome, corrected.outcome) AS outcome,
           0::numeric AS actual_expense_amount, month.actual_amount, 0::numeric AS expense_amount, month.amount, false AS is_counted,
           false AS is_inexact
    FROM (
      SELECT :program_id::text AS program_id, affiliate_id, currency_code, corrects_period, amount AS actual_amount, 0 AS amount FROM actual_months
      UNION ALL SELECT :program_id::text, affiliate_id, currency_code, corrects_period, 0, amount FROM other_months
    ) month
    LEFT JOIN outcomes followed ON followed.affiliate_id = month.affiliate_id AND followed.currency_code = month.currency_code
      AND followed.home IS NOT DISTINCT FROM month.corrects_period
    LEFT JOIN LATERAL (${outcomeOfCorrectedPeriod("month", "decided.outcome")}) corrected ON month.corrects_period IS NOT NULL
  )`
