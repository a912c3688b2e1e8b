import { LINE_RATE } from "./line-rate"

/**
 * What each asked order is worth now to the affiliate it is attributed to, from Medusa's own tables. This is the only file that reads the
 * order module's tables for money: `query.graph` computes the same totals some two hundred times slower, and a parity test holds the two
 * together. CTEs, to be preceded by `asked(order_id)`; they end in `worth(order_id, attribution_id, program_id, affiliate_id, rate_percent,
 * currency_code, version, status, placed_at, expense_amount, amount)`.
 *
 * The rules (seed: "expenses"): items after discounts for the quantity not returned; no tax and no shipping unless the attribution says so;
 * bought gift cards earn nothing; credit spent is money. Canceled and draft orders are worth nothing. Medusa does not round these values,
 * so expense and amount are each rounded once, per order.
 *
 * - `current version`: Medusa keeps the rows of an order's every version; items, shipping and their adjustments count at the order's own.
 * - `captured`: a basis of captured payments earns the captured share of the order's total, never more than the whole.
 */
export const ORDER_WORTH = `
  orders AS (
    SELECT o.id AS order_id, o.version, o.status, o.currency_code, o.canceled_at, o.updated_at,
           o.status IN ('canceled', 'draft') OR o.is_draft_order OR o.deleted_at IS NOT NULL AS is_worthless
    FROM asked JOIN "order" o ON o.id = asked.order_id
  ),
  decided AS (
    SELECT t.* FROM asked JOIN affiliate_attribution t ON t.order_id = asked.order_id
    WHERE t.outcome = 'attributed' AND t.superseded_at IS NULL AND t.deleted_at IS NULL
  ),
  priced AS (
    SELECT o.order_id, oi.item_id AS line_id, oi.version, oi.quantity,
           oi.quantity - oi.return_received_quantity - oi.return_dismissed_quantity AS counted_quantity,
           coalesce(oi.unit_price, li.unit_price) AS unit_price, li.is_tax_inclusive, true AS is_item
    FROM orders o
    JOIN order_item oi ON oi.order_id = o.order_id AND oi.version = o.version AND oi.deleted_at IS NULL
    JOIN order_line_item li ON li.id = oi.item_id
    WHERE NOT o.is_worthless AND NOT li.is_giftcard
    UNION ALL
    SELECT o.order_id, sm.id, os.version, 1, 1, sm.amount, sm.is_tax_inclusive, false
    FROM orders o
    JOIN decided ON decided.order_id = o.order_id AND decided.include_shipping
    JOIN order_shipping os ON os.order_id = o.order_id AND os.version = o.version AND os.deleted_at IS NULL
    JOIN order_shipping_method sm ON sm.id = os.shipping_method_id
    WHERE NOT o.is_worthless
  ),
  lines AS (
    SELECT p.order_id,
           (p.unit_price * p.counted_quantity / CASE WHEN p.is_tax_inclusive THEN 1 + tax.rate ELSE 1 END
             - coalesce(discount.subtotal, 0) * p.counted_quantity / nullif(p.quantity, 0))
           * CASE WHEN decided.include_tax THEN 1 + tax.rate ELSE 1 END AS expense,
           ${LINE_RATE} AS rate_percent
    FROM priced p
    JOIN decided ON decided.order_id = p.order_id
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(rate), 0) / 100 AS rate FROM (
        SELECT rate FROM order_line_item_tax_line WHERE p.is_item AND item_id = p.line_id AND deleted_at IS NULL
        UNION ALL
        SELECT rate FROM order_shipping_method_tax_line WHERE NOT p.is_item AND shipping_method_id = p.line_id AND deleted_at IS NULL
      ) tax_lines
    ) tax
    CROSS JOIN LATERAL (
      SELECT sum(amount / CASE WHEN is_tax_inclusive THEN 1 + tax.rate ELSE 1 END) AS subtotal FROM (
        SELECT amount, is_tax_inclusive FROM order_line_item_adjustment
        WHERE p.is_item AND item_id = p.line_id AND version = p.version AND deleted_at IS NULL
        UNION ALL
        SELECT amount, false FROM order_shipping_method_adjustment
        WHERE NOT p.is_item AND shipping_method_id = p.line_id AND version = p.version AND deleted_at IS NULL
      ) adjustments
    ) discount
  ),
  expenses AS (
    SELECT order_id, sum(expense) AS expense, sum(expense * rate_percent) / 100 AS commission FROM lines GROUP BY order_id
  ),
  worth AS (
    SELECT decided.order_id, decided.id AS attribution_id, decided.program_id, decided.affiliate_id, decided.rate_percent,
           decided.placed_at, decided.commission_basis, o.currency_code, o.version, o.status, o.canceled_at, o.updated_at,
           affiliate_round(coalesce(e.expense, 0) * earned.share, o.currency_code) AS expense_amount,
           affiliate_round(coalesce(e.commission, 0) * earned.share, o.currency_code) AS amount
    FROM decided
    JOIN orders o ON o.order_id = decided.order_id
    LEFT JOIN expenses e ON e.order_id = decided.order_id
    CROSS JOIN LATERAL (
      SELECT CASE WHEN decided.commission_basis = 'placed' THEN 1 ELSE coalesce((
        SELECT least(1, greatest(0, paid.amount) / nullif((s.totals ->> 'current_order_total')::numeric, 0))
        FROM order_summary s
        CROSS JOIN LATERAL (
          SELECT coalesce(sum(amount), 0) AS amount FROM order_transaction
          WHERE order_id = o.order_id AND deleted_at IS NULL
        ) paid
        WHERE s.order_id = o.order_id AND s.version = o.version AND s.deleted_at IS NULL
      ), 0) END AS share
    ) earned
  )`
