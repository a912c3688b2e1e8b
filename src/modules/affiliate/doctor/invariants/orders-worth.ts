import { ORDER_WORTH, CURRENT_SUBJECTS } from "../../commissions/order-worth"
import { isCurrentDecision } from "../../attribution/current"
import { isQuarantined } from "../../orders/quarantine"

/** Events take a moment: an order that changed after it was last recorded, and only seconds ago, is not reported. */
const IN_FLIGHT = `
  changed.at > :now::timestamptz - interval '10 seconds' AND changed.at > recorded.at`

/** Two arms, because the current decision and the superseded ones have partial indexes of their own, which need their predicate. */
const DECIDED_AT = `
  SELECT max(created_at) FROM (
    SELECT created_at FROM affiliate_attribution decision WHERE order_id = worth.order_id AND ${isCurrentDecision("decision")}
    UNION ALL
    SELECT created_at FROM affiliate_attribution WHERE order_id = worth.order_id AND superseded_at IS NOT NULL AND deleted_at IS NULL
  ) decided`

const figures = (side: string): string => `${side}_amount || ' on ' || ${side}_expense || ' ' || currency_code`

/**
 * One page, by key, of the orders that have commissions or are attributed: compares what each is worth now with what its rows add up to,
 * affiliate by affiliate (a former affiliate is owed nothing). Orders in quarantine have an invariant of their own.
 *
 * Needs `:after`, `:size`, `:limit` and `:now`; returns one row, so that neither the orders nor more exceptions than can be named leave the
 * database. It is the slowest invariant: every order is computed anew from Medusa's tables, with some ten index look-ups each.
 */
export const ORDERS_WORTH_PAGE = `
  WITH page AS (
    SELECT order_id FROM (
      (SELECT DISTINCT order_id FROM affiliate_commission WHERE order_id > :after ORDER BY order_id LIMIT :size)
      UNION
      (SELECT order_id FROM affiliate_attribution decision
       WHERE ${isCurrentDecision("decision")} AND outcome = 'attributed' AND order_id > :after ORDER BY order_id LIMIT :size)
    ) keys ORDER BY order_id LIMIT :size
  ),
  requested AS (
    SELECT order_id FROM page WHERE NOT ${isQuarantined("page.order_id")}
  ),
  ${CURRENT_SUBJECTS},
  ${ORDER_WORTH},
  differing AS (
    SELECT worth.order_id, difference.*
    FROM worth
    CROSS JOIN LATERAL (
      SELECT affiliate_id, currency_code, sum(worth_expense) AS worth_expense, sum(worth_amount) AS worth_amount,
             sum(recorded_expense) AS recorded_expense, sum(recorded_amount) AS recorded_amount
      FROM (
        SELECT worth.affiliate_id, worth.currency_code, worth.expense_amount AS worth_expense, worth.amount AS worth_amount,
               affiliate_round(0, worth.currency_code) AS recorded_expense, affiliate_round(0, worth.currency_code) AS recorded_amount
        WHERE worth.affiliate_id IS NOT NULL
        UNION ALL
        SELECT affiliate_id, currency_code, affiliate_round(0, currency_code), affiliate_round(0, currency_code), expense_amount, amount
        FROM affiliate_commission WHERE order_id = worth.order_id
      ) worth_and_recorded
      GROUP BY affiliate_id, currency_code
      HAVING (sum(worth_expense), sum(worth_amount)) <> (sum(recorded_expense), sum(recorded_amount))
    ) difference
    CROSS JOIN LATERAL (
      SELECT greatest(worth.updated_at, (SELECT max(transaction.created_at) FROM order_transaction transaction
                                     WHERE transaction.order_id = worth.order_id AND transaction.deleted_at IS NULL)) AS at
    ) changed
    CROSS JOIN LATERAL (
      SELECT greatest((SELECT max(created_at) FROM affiliate_commission WHERE order_id = worth.order_id), (${DECIDED_AT})) AS at
    ) recorded
    WHERE NOT (${IN_FLIGHT})
  )
  SELECT (SELECT max(order_id) FROM page) AS last_order_id, (SELECT count(*)::int FROM page) AS order_count,
         (SELECT count(*)::int FROM differing) AS exception_count,
         (SELECT coalesce(json_agg(named ORDER BY order_id, affiliate_id, currency_code), '[]')
          FROM (SELECT CASE WHEN recorded_expense = 0 AND recorded_amount = 0 THEN 'not_recorded' ELSE 'worth_differs' END AS problem,
                       order_id, affiliate_id, currency_code, ${figures("worth")} AS expected, ${figures("recorded")} AS found
                FROM differing ORDER BY order_id, affiliate_id, currency_code LIMIT :limit) named) AS exceptions`

/** The next order after a key: the one a page of size 1 could not compute. */
export const NEXT_ORDER = `
  SELECT min(order_id) AS order_id FROM (
    SELECT min(order_id) AS order_id FROM affiliate_commission WHERE order_id > :after
    UNION ALL
    SELECT min(order_id) FROM affiliate_attribution decision
    WHERE ${isCurrentDecision("decision")} AND outcome = 'attributed' AND order_id > :after
  ) next`
