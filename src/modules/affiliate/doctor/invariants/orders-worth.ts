import { ALL_SUMS } from "../../commissions/order-lines"
import { ALL_CREDIT, CURRENT_SUBJECTS, earnsByLine, ORDER_WORTH, WORTH_OF_SUMS } from "../../commissions/order-worth"
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

const PAGE = `
  SELECT order_id FROM (
    (SELECT DISTINCT order_id FROM affiliate_commission WHERE order_id > :after ORDER BY order_id LIMIT :size)
    UNION
    (SELECT order_id FROM affiliate_attribution decision
     WHERE ${isCurrentDecision("decision")} AND outcome = 'attributed' AND order_id > :after ORDER BY order_id LIMIT :size)
  ) keys ORDER BY order_id LIMIT :size`

/** All orders, each with its decision, what its lines come to and what is recorded. Joined in full, each table once: see ALL_LINES. */
const SUMMED = `
  subjects AS (
    SELECT * FROM (
      SELECT coalesce(o.id, recorded.order_id, decided.order_id) AS order_id, o.version, o.currency_code, 'infinity'::timestamptz AS known_at,
             o.status IN ('canceled', 'draft') OR o.is_draft_order OR o.deleted_at IS NOT NULL AS is_over,
             decided.affiliate_id, decided.rate_percent, decided.commission_basis, decided.include_tax, decided.include_shipping,
             (decided.order_commission_limits ->> lower(o.currency_code))::numeric AS commission_limit,
             ${earnsByLine("decided")} AS is_by_line,
             sums.net, sums.net_with_tax, sums.shipping, sums.shipping_with_tax, sums.gross, sums.size, sums.has_floats,
             credit.paid AS credit_paid, credit.granted AS credit_granted, recorded.expense_amount AS recorded_expense,
             recorded.amount AS recorded_amount,
             recorded.is_of_one AND (recorded.affiliate_id, recorded.currency_code) = (decided.affiliate_id, o.currency_code) AS is_of_earner
      FROM "order" o
      FULL JOIN (
        SELECT * FROM affiliate_attribution decision WHERE ${isCurrentDecision("decision")} AND outcome = 'attributed'
      ) decided ON decided.order_id = o.id
      FULL JOIN (
        SELECT order_id, sum(expense_amount) AS expense_amount, sum(amount) AS amount, min(affiliate_id) AS affiliate_id,
               min(currency_code) AS currency_code,
               min(affiliate_id) = max(affiliate_id) AND min(currency_code) = max(currency_code) AS is_of_one
        FROM affiliate_commission GROUP BY order_id
      ) recorded ON recorded.order_id = o.id
      FULL JOIN (${ALL_SUMS}) sums ON sums.order_id = o.id AND sums.version = o.version
      FULL JOIN (${ALL_CREDIT}) credit ON credit.order_id = o.id AND credit.version = o.version
      OFFSET 0
    ) joined WHERE affiliate_id IS NOT NULL OR recorded_amount IS NOT NULL
  )`

/**
 * The orders to look at more closely: those whose sums are worth something else than what is recorded, those with rows of others, and those that
 * earn line by line.
 */
const SUSPECTS = `
  WITH ${SUMMED}
  SELECT order_id FROM (${WORTH_OF_SUMS}) worth
  WHERE is_by_line OR (recorded_amount IS NOT NULL AND is_of_earner IS NOT TRUE)
     OR (expense_amount, amount) <> (coalesce(recorded_expense, 0), coalesce(recorded_amount, 0))`

/**
 * Compares what some of the orders that have commissions or are attributed are worth now with what their rows add up to, affiliate by affiliate
 * (a former affiliate is owed nothing). Orders in quarantine have an invariant of their own.
 *
 * Needs `:limit` and `:now`; returns one row, so that neither the orders nor more exceptions than can be named leave the database. Every
 * order is computed anew from Medusa's tables, with some ten index look-ups each.
 *
 * @param orders a query of `order_id`.
 */
const comparisonOf = (orders: string): string => `
  WITH page AS (${orders}),
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

/** One page, by key: needs `:after` and `:size` too. */
export const ORDERS_WORTH_PAGE = comparisonOf(PAGE)

/** All orders: most of them need no more than a look at their sums. */
export const ORDERS_WORTH = comparisonOf(SUSPECTS)

/** The next order after a key: the one a page of size 1 could not compute. */
export const NEXT_ORDER = `
  SELECT min(order_id) AS order_id FROM (
    SELECT min(order_id) AS order_id FROM affiliate_commission WHERE order_id > :after
    UNION ALL
    SELECT min(order_id) FROM affiliate_attribution decision
    WHERE ${isCurrentDecision("decision")} AND outcome = 'attributed' AND order_id > :after
  ) next`
