import { LINE_RATE } from "./line-rate"
import { isCurrentDecision } from "../attribution/current"

/**
 * Pieces that a claim replaced and that did not come back. Medusa goes on counting them beside their replacement, as if the shopper had
 * bought both. `details` of a change's actions is the only place that tells it by version.
 */
const REPLACED_QUANTITY = `
  SELECT least(oi.written_off_quantity, coalesce(sum(greatest(0, claimed.quantity - back.quantity)), 0)) AS quantity
  FROM (
    SELECT w.claim_id, sum((w.details ->> 'quantity')::numeric) AS quantity
    FROM order_change_action w
    JOIN order_claim c ON c.id = w.claim_id AND c.type = 'replace' AND c.canceled_at IS NULL AND c.deleted_at IS NULL
    WHERE w.order_id = subject.order_id AND w.version <= subject.version AND w.applied AND w.deleted_at IS NULL
      AND w.action = 'WRITE_OFF_ITEM' AND w.details ->> 'reference_id' = oi.item_id
    GROUP BY w.claim_id
  ) claimed
  CROSS JOIN LATERAL (
    SELECT coalesce(sum((b.details ->> 'quantity')::numeric), 0) AS quantity
    FROM return r JOIN order_change_action b ON b.return_id = r.id
    WHERE r.claim_id = claimed.claim_id AND b.version <= subject.version AND b.applied AND b.deleted_at IS NULL
      AND b.action IN ('RECEIVE_RETURN_ITEM', 'RECEIVE_DAMAGED_RETURN_ITEM') AND b.details ->> 'reference_id' = oi.item_id
  ) back
  WHERE oi.written_off_quantity > 0`

/** Item lines: the quantity neither returned nor replaced, at its price, less its part of the discount. A bought gift card earns nothing, but is paid for. */
const ITEM_LINES = `
  SELECT affiliate_ratio(price.amount * kept.quantity, CASE WHEN li.is_tax_inclusive THEN 1 + tax.rate ELSE 1 END)
           - affiliate_ratio(discount.subtotal * kept.quantity, oi.quantity) AS net,
         tax.rate AS tax_rate, NOT li.is_giftcard AS is_earning, ${LINE_RATE} AS rate_percent
  FROM order_item oi
  CROSS JOIN LATERAL (SELECT * FROM order_line_item WHERE id = oi.item_id LIMIT 1) li
  CROSS JOIN LATERAL (${REPLACED_QUANTITY}) replaced
  CROSS JOIN LATERAL (
    SELECT oi.quantity - oi.return_received_quantity - oi.return_dismissed_quantity - coalesce(replaced.quantity, 0) AS quantity
  ) kept
  CROSS JOIN LATERAL (SELECT coalesce(oi.unit_price, li.unit_price) AS amount) price
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(t.rate), 0) / 100 AS rate FROM order_line_item_tax_line t WHERE t.item_id = oi.item_id AND t.deleted_at IS NULL
  ) tax
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(affiliate_ratio(a.amount, CASE WHEN a.is_tax_inclusive THEN 1 + tax.rate ELSE 1 END)), 0) AS subtotal
    FROM order_line_item_adjustment a WHERE a.item_id = oi.item_id AND a.version = oi.version AND a.deleted_at IS NULL
  ) discount
  WHERE oi.order_id = subject.order_id AND oi.version = subject.version AND oi.deleted_at IS NULL`

/** Shipping earns where the program includes it, and is paid for in any case. */
const SHIPPING_LINES = `
  SELECT affiliate_ratio(sm.amount, CASE WHEN sm.is_tax_inclusive THEN 1 + tax.rate ELSE 1 END) - discount.subtotal,
         tax.rate, subject.include_shipping, subject.rate_percent
  FROM order_shipping os
  CROSS JOIN LATERAL (SELECT * FROM order_shipping_method WHERE id = os.shipping_method_id LIMIT 1) sm
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(t.rate), 0) / 100 AS rate FROM order_shipping_method_tax_line t
    WHERE t.shipping_method_id = sm.id AND t.deleted_at IS NULL
  ) tax
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(a.amount), 0) AS subtotal FROM order_shipping_method_adjustment a
    WHERE a.shipping_method_id = sm.id AND a.version = os.version AND a.deleted_at IS NULL
  ) discount
  WHERE os.order_id = subject.order_id AND os.version = subject.version AND os.deleted_at IS NULL`

/**
 * Medusa keeps two things as credit lines of an order's version: credit the shopper spent (the loyalty plugin's references), which is money,
 * and what was refunded beyond what the order owed, which is money given back.
 */
const CREDIT_LINES = `
  SELECT coalesce(sum(c.amount) FILTER (WHERE c.reference IN ('store-credit', 'gift-card')), 0) AS spent,
         coalesce(sum(c.amount) FILTER (WHERE c.reference IS NULL OR c.reference NOT IN ('store-credit', 'gift-card')), 0) AS given_back
  FROM order_credit_line c
  WHERE c.order_id = subject.order_id AND c.version = subject.version AND c.deleted_at IS NULL AND subject.rate_percent IS NOT NULL`

/** Captures less refunds. Refunds need no further subtraction where captured money is what earns. */
const CAPTURED = `
  SELECT coalesce(sum(t.amount), 0) FROM order_transaction t
  WHERE t.order_id = subject.order_id AND t.deleted_at IS NULL AND t.created_at <= subject.known_at`

/**
 * The live case of ORDER_WORTH: the orders of a CTE `asked(order_id)` as they are now, with the decision that stands. No affiliate, no worth.
 *
 * An order that was recorded and is gone is over: Medusa commits an order before it authorizes the payment, and deletes it for good when that
 * is declined. Version and currency are those of its last row. Nobody knows when it went, so that it counts as canceled at the very moment it
 * is missed, and as unchanged before.
 */
export const CURRENT_SUBJECTS = `
  subjects AS (
    SELECT asked.order_id, coalesce(o.version, gone.order_version) AS version, coalesce(o.currency_code, gone.currency_code) AS currency_code,
           CASE WHEN o.id IS NULL THEN 'infinity' ELSE o.canceled_at END AS canceled_at,
           CASE WHEN o.id IS NULL THEN '-infinity' ELSE o.updated_at END AS updated_at,
           o.id IS NULL OR o.status IN ('canceled', 'draft') OR o.is_draft_order OR o.deleted_at IS NOT NULL AS is_over,
           'infinity'::timestamptz AS known_at,
           decided.id AS attribution_id, decided.program_id, decided.affiliate_id, decided.rate_percent, decided.placed_at,
           decided.commission_basis, decided.include_tax, decided.include_shipping
    FROM asked
    LEFT JOIN LATERAL (SELECT * FROM "order" WHERE id = asked.order_id LIMIT 1) o ON true
    LEFT JOIN LATERAL (
      SELECT order_version, currency_code FROM affiliate_commission
      WHERE order_id = asked.order_id AND o.id IS NULL ORDER BY sequence DESC LIMIT 1
    ) gone ON true
    LEFT JOIN LATERAL (
      SELECT * FROM affiliate_attribution t
      WHERE t.order_id = asked.order_id AND ${isCurrentDecision("t")} AND t.outcome = 'attributed' LIMIT 1
    ) decided ON true
    WHERE o.id IS NOT NULL OR gone.order_version IS NOT NULL
  )`

/**
 * What orders are worth to the affiliate they are attributed to, from Medusa's own tables. This is the only file that reads the order module's
 * tables for money: `query.graph` computes the same totals some two hundred times slower, and a parity test holds the two together.
 *
 * To be preceded by a CTE `subjects`: `order_id`, the order's `version`, `currency_code`, `is_over` (canceled, deleted or a draft: worth
 * nothing), `known_at` (payments after it do not count), and the rules `rate_percent` (null: nobody earns), `commission_basis`, `include_tax`,
 * `include_shipping`; any further columns are handed on. Ends in `worth`: the subject with `expense_amount` and `amount`.
 *
 * The rules (seed: "expenses"): items after discounts, without tax and shipping unless the rules say so; credit that was spent is money.
 * What was refunded beyond what the order owed takes its share of everything the order was paid for, tax and shipping included; what was
 * captured so far gives its share (`captured`). Medusa does not round these values, so expense and amount are each rounded once, per order.
 *
 * Every table is entered through an index, order by order (LATERAL), so that the time grows with the orders asked for and with nothing else,
 * whatever the planner believes of fresh tables.
 */
export const ORDER_WORTH = `
  worth AS (
    SELECT subject.*,
           affiliate_round(coalesce(lines.expense * kept.share, 0), subject.currency_code) AS expense_amount,
           affiliate_round(coalesce(lines.commission * kept.share, 0), subject.currency_code) AS amount
    FROM subjects subject
    LEFT JOIN LATERAL (
      SELECT sum(line.expense) AS expense, sum(line.expense * line.rate_percent) / 100 AS commission, sum(line.gross) AS gross
      FROM (
        SELECT net * (1 + tax_rate) AS gross, rate_percent,
               CASE WHEN NOT is_earning THEN 0 WHEN subject.include_tax THEN net * (1 + tax_rate) ELSE net END AS expense
        FROM (${ITEM_LINES} UNION ALL ${SHIPPING_LINES}) priced
      ) line
    ) lines ON subject.rate_percent IS NOT NULL AND NOT subject.is_over
    CROSS JOIN LATERAL (${CREDIT_LINES}) credit
    CROSS JOIN LATERAL (
      SELECT CASE
          WHEN subject.commission_basis = 'captured'
            THEN least(1, greatest(0, affiliate_ratio(affiliate_round((${CAPTURED}) + credit.spent, subject.currency_code), total.gross)))
          WHEN credit.given_back = 0 THEN 1
          ELSE greatest(0, 1 - affiliate_ratio(credit.given_back, total.gross))
        END AS share
      FROM (SELECT affiliate_round(lines.gross, subject.currency_code) AS gross) total
    ) kept
  )`
