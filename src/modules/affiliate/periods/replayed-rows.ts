import { keptTerms, ORDER_WORTH } from "../commissions/order-worth"
import { REPLAYED_TERMS } from "./replayed-terms"

/**
 * What the recorded rows of a period would have been under other settings. Medusa keeps the lines of every version of an order, and a row
 * keeps the version it was recorded at, so ORDER_WORTH gives what the order was worth at each row, under the recorded settings and under the
 * others. A row is the worth of its order at that row, less the worth at the row before. An affiliate who loses an order ends at zero, so the
 * next affiliate's rows start from zero.
 *
 * The difference between the two settings is added to the recorded amount. Where the recorded settings no longer give the recorded amount (a
 * claim was canceled since), the row is `is_inexact`; a replay with the recorded settings still changes nothing.
 *
 * A row of kind `cancel`, and a `reassign` after which nothing is left, are worth nothing. Payments count as they were known when the row
 * was written; under another basis, as they are known now. For every row the row before it is looked up by its key: a join between all rows
 * becomes slow where the planner misjudges their number.
 *
 * Reads a CTE `decided`: the rows of the period with `actual_outcome` and `outcome`. Ends in `replayed_orders`, one row for each.
 */
export const REPLAYED_ROWS = `
  ${REPLAYED_TERMS},
  subjects AS MATERIALIZED (
    SELECT decided.id AS commission_id, decided.affiliate_id, decided.order_id, decided.currency_code, decided.actual_outcome,
           decided.outcome, decided.expense_amount AS own_expense_amount, decided.amount AS own_amount,
           point.expense_amount AS recorded_expense_amount, point.amount AS recorded_amount, point.order_version AS version,
           point.kind = 'cancel' OR (point.kind = 'reassign' AND point.expense_amount = 0 AND point.amount = 0) AS is_over,
           CASE WHEN rules.commission_basis = recorded.commission_basis THEN point.created_at ELSE 'infinity' END AS known_at,
           CASE WHEN rules.is_replay = (point.sequence = decided.sequence) THEN 1 ELSE -1 END AS sign, rules.*,
           CASE WHEN rules.is_replay AND :rules::jsonb IS NOT NULL THEN tried.lines ELSE kept.lines END AS terms,
           recorded.margin_guard_percent,
           (recorded.order_commission_limits ->> lower(decided.currency_code))::numeric AS commission_limit,
           rules.is_replay AND tried.is_kept IS FALSE AS is_guessed
    FROM decided
    CROSS JOIN LATERAL (
      SELECT commission.sequence, commission.attribution_id, commission.kind, commission.order_version, commission.created_at,
             sum(commission.expense_amount) OVER so_far AS expense_amount, sum(commission.amount) OVER so_far AS amount
      FROM affiliate_commission commission
      WHERE commission.order_id = decided.order_id AND commission.sequence <= decided.sequence
      WINDOW so_far AS (ORDER BY commission.sequence)
      ORDER BY commission.sequence DESC LIMIT 2
    ) point
    CROSS JOIN LATERAL (SELECT * FROM affiliate_attribution WHERE id = point.attribution_id LIMIT 1) recorded
    CROSS JOIN LATERAL (
      SELECT false AS is_replay, recorded.rate_percent, recorded.commission_basis, recorded.include_tax, recorded.include_shipping
      UNION ALL
      SELECT true, CASE WHEN recorded.rate_source = 'affiliate' THEN recorded.rate_percent
                     ELSE coalesce(:commission_percent::numeric, recorded.rate_percent) END,
             coalesce(:commission_basis::text, recorded.commission_basis), coalesce(:include_tax::boolean, recorded.include_tax),
             coalesce(:include_shipping::boolean, recorded.include_shipping)
    ) rules
    ${keptTerms("decided.order_id", "recorded.id", "recorded.rate_source")}
    LEFT JOIN replayed_terms tried ON tried.attribution_id = recorded.id
  ),
  ${ORDER_WORTH},
  replayed_orders AS (
    SELECT commission_id, affiliate_id, order_id, currency_code, actual_outcome, outcome,
           own_expense_amount AS actual_expense_amount, own_amount AS actual_amount,
           own_expense_amount + sum(sign * expense_amount) AS expense_amount, own_amount + sum(sign * amount) AS amount,
           bool_or((recorded_expense_amount, recorded_amount) IS DISTINCT FROM (expense_amount, amount)) FILTER (WHERE NOT is_replay)
             OR bool_or(is_guessed) AS is_inexact
    FROM worth
    GROUP BY commission_id, affiliate_id, order_id, currency_code, actual_outcome, outcome, own_expense_amount, own_amount
  )`
