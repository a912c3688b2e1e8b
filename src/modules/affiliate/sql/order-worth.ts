import { LINE_RATE } from "./line-rate"

/** Item lines: the quantity not returned, at its price, less its part of the discount. Bought gift cards earn nothing. */
const ITEM_LINES = `
  SELECT (price.amount * kept.quantity / CASE WHEN li.is_tax_inclusive THEN 1 + tax.rate ELSE 1 END
           - discount.subtotal * kept.quantity / nullif(oi.quantity, 0))
         * CASE WHEN decided.include_tax THEN 1 + tax.rate ELSE 1 END AS expense,
         ${LINE_RATE} AS rate_percent
  FROM order_item oi
  CROSS JOIN LATERAL (SELECT * FROM order_line_item WHERE id = oi.item_id LIMIT 1) li
  CROSS JOIN LATERAL (SELECT oi.quantity - oi.return_received_quantity - oi.return_dismissed_quantity AS quantity) kept
  CROSS JOIN LATERAL (SELECT coalesce(oi.unit_price, li.unit_price) AS amount) price
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(t.rate), 0) / 100 AS rate FROM order_line_item_tax_line t WHERE t.item_id = oi.item_id AND t.deleted_at IS NULL
  ) tax
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(a.amount / CASE WHEN a.is_tax_inclusive THEN 1 + tax.rate ELSE 1 END), 0) AS subtotal
    FROM order_line_item_adjustment a WHERE a.item_id = oi.item_id AND a.version = oi.version AND a.deleted_at IS NULL
  ) discount
  WHERE oi.order_id = o.id AND oi.version = o.version AND oi.deleted_at IS NULL AND NOT li.is_giftcard`

/** Shipping counts where the program includes it. */
const SHIPPING_LINES = `
  SELECT (sm.amount / CASE WHEN sm.is_tax_inclusive THEN 1 + tax.rate ELSE 1 END - discount.subtotal)
         * CASE WHEN decided.include_tax THEN 1 + tax.rate ELSE 1 END,
         decided.rate_percent
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
  WHERE decided.include_shipping AND os.order_id = o.id AND os.version = o.version AND os.deleted_at IS NULL`

/** The captured part of the order's total, never more than the whole: what a basis of captured payments earns. */
const CAPTURED_SHARE = `
  SELECT coalesce(least(1, greatest(0, paid.amount) / nullif((s.totals ->> 'current_order_total')::numeric, 0)), 0)
  FROM (SELECT sum(t.amount) AS amount FROM order_transaction t WHERE t.order_id = o.id AND t.deleted_at IS NULL) paid
  LEFT JOIN order_summary s ON s.order_id = o.id AND s.version = o.version AND s.deleted_at IS NULL
  LIMIT 1`

/**
 * What each asked order is worth now to the affiliate it is attributed to, from Medusa's own tables; no affiliate, no worth. This is the only
 * file that reads the order module's tables for money: `query.graph` computes the same totals some two hundred times slower, and a parity
 * test holds the two together. To be preceded by a CTE `asked(order_id)`.
 *
 * The rules (seed: "expenses"): items after discounts, without tax and shipping unless the attribution says so; credit that was spent is
 * money. Canceled and draft orders are worth nothing. Medusa does not round these values, so expense and amount are each rounded once, per
 * order. Medusa keeps the rows of an order's every version; those of its own version count.
 *
 * Every table is entered through an index, order by order (LATERAL), so that the time grows with the orders asked for and with nothing else,
 * whatever the planner believes of fresh tables.
 */
export const ORDER_WORTH = `
  worth AS (
    SELECT o.id AS order_id, o.version, o.status, o.currency_code, o.canceled_at, o.updated_at,
           decided.id AS attribution_id, decided.program_id, decided.affiliate_id, decided.rate_percent, decided.placed_at,
           decided.commission_basis,
           affiliate_round(coalesce(lines.expense * earned.share, 0), o.currency_code) AS expense_amount,
           affiliate_round(coalesce(lines.commission * earned.share, 0), o.currency_code) AS amount
    FROM asked
    CROSS JOIN LATERAL (SELECT * FROM "order" WHERE id = asked.order_id LIMIT 1) o
    LEFT JOIN LATERAL (
      SELECT * FROM affiliate_attribution t
      WHERE t.order_id = o.id AND t.superseded_at IS NULL AND t.deleted_at IS NULL AND t.outcome = 'attributed' LIMIT 1
    ) decided ON true
    LEFT JOIN LATERAL (
      SELECT sum(line.expense) AS expense, sum(line.expense * line.rate_percent) / 100 AS commission
      FROM (${ITEM_LINES} UNION ALL ${SHIPPING_LINES}) line
    ) lines ON decided.id IS NOT NULL AND o.status NOT IN ('canceled', 'draft') AND NOT o.is_draft_order AND o.deleted_at IS NULL
    CROSS JOIN LATERAL (SELECT CASE WHEN decided.commission_basis = 'captured' THEN (${CAPTURED_SHARE}) ELSE 1 END AS share) earned
  )`
