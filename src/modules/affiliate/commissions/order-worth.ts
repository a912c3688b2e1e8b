import { earnedLines } from "./line-rate"
import { isCurrentDecision } from "../attribution/current"

/**
 * The quantity that a claim replaced and that did not come back. Medusa keeps counting it beside its replacement, as if the shopper had
 * bought both. Only the `details` of an order change's actions tell it version by version.
 */
const REPLACED_QUANTITY = `
  SELECT least(item.written_off_quantity, coalesce(sum(greatest(0, claimed.quantity - back.quantity)), 0)) AS quantity
  FROM (
    SELECT action.claim_id, sum((action.details ->> 'quantity')::numeric) AS quantity
    FROM order_change_action action
    JOIN order_claim claim
      ON claim.id = action.claim_id AND claim.type = 'replace' AND claim.canceled_at IS NULL AND claim.deleted_at IS NULL
    WHERE action.order_id = subject.order_id AND action.version <= subject.version AND action.applied AND action.deleted_at IS NULL
      AND action.action = 'WRITE_OFF_ITEM' AND action.details ->> 'reference_id' = item.item_id
    GROUP BY action.claim_id
  ) claimed
  CROSS JOIN LATERAL (
    SELECT coalesce(sum((action.details ->> 'quantity')::numeric), 0) AS quantity
    FROM return claim_return JOIN order_change_action action ON action.return_id = claim_return.id
    WHERE claim_return.claim_id = claimed.claim_id
      AND action.version <= subject.version AND action.applied AND action.deleted_at IS NULL
      AND action.action IN ('RECEIVE_RETURN_ITEM', 'RECEIVE_DAMAGED_RETURN_ITEM') AND action.details ->> 'reference_id' = item.item_id
  ) back
  WHERE item.written_off_quantity > 0`

/**
 * Item lines: the quantity neither returned nor replaced, at its price, less its part of the discount. A bought gift card earns nothing, but
 * counts as paid for.
 */
export const ITEM_LINES = `
  SELECT affiliate_ratio(price.amount * kept.quantity, CASE WHEN line_item.is_tax_inclusive THEN 1 + tax.rate ELSE 1 END)
           - affiliate_ratio(discount.subtotal * kept.quantity, item.quantity) AS net,
         affiliate_ratio(discount.subtotal * kept.quantity, item.quantity) AS discount, tax.rate AS tax_rate,
         NOT line_item.is_giftcard AS is_earning, abs(price.amount * item.quantity) + abs(discount.subtotal) AS size, discount.has_floats,
         item.item_id AS line_item_id, kept.quantity, line_item.product_id, line_item.product_type_id
  FROM order_item item
  CROSS JOIN LATERAL (SELECT * FROM order_line_item WHERE id = item.item_id LIMIT 1) line_item
  CROSS JOIN LATERAL (${REPLACED_QUANTITY}) replaced
  CROSS JOIN LATERAL (
    SELECT item.quantity - item.return_received_quantity - item.return_dismissed_quantity - coalesce(replaced.quantity, 0) AS quantity
    OFFSET 0
  ) kept
  CROSS JOIN LATERAL (SELECT coalesce(item.unit_price, line_item.unit_price) AS amount) price
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(tax_line.rate), 0) / 100 AS rate FROM order_line_item_tax_line tax_line
    WHERE tax_line.item_id = item.item_id AND tax_line.deleted_at IS NULL
  ) tax
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(affiliate_ratio(item_adjustment.amount,
                                        CASE WHEN item_adjustment.is_tax_inclusive THEN 1 + tax.rate ELSE 1 END)), 0) AS subtotal,
           bool_or(affiliate_is_float(item_adjustment.amount)) AS has_floats
    FROM order_line_item_adjustment item_adjustment
    WHERE item_adjustment.item_id = item.item_id AND item_adjustment.version = item.version AND item_adjustment.deleted_at IS NULL
  ) discount
  WHERE item.order_id = subject.order_id AND item.version = subject.version AND item.deleted_at IS NULL`

/** Shipping earns where the program includes it, and counts as paid for in any case. */
const SHIPPING_LINES = `
  SELECT affiliate_ratio(method.amount, CASE WHEN method.is_tax_inclusive THEN 1 + tax.rate ELSE 1 END) - discount.subtotal,
         discount.subtotal, tax.rate, subject.include_shipping, abs(method.amount) + abs(discount.subtotal), discount.has_floats,
         NULL, NULL, NULL, NULL
  FROM order_shipping shipping
  CROSS JOIN LATERAL (SELECT * FROM order_shipping_method WHERE id = shipping.shipping_method_id LIMIT 1) method
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(tax_line.rate), 0) / 100 AS rate FROM order_shipping_method_tax_line tax_line
    WHERE tax_line.shipping_method_id = method.id AND tax_line.deleted_at IS NULL
  ) tax
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(shipping_adjustment.amount), 0) AS subtotal,
           bool_or(affiliate_is_float(shipping_adjustment.amount)) AS has_floats
    FROM order_shipping_method_adjustment shipping_adjustment
    WHERE shipping_adjustment.shipping_method_id = method.id AND shipping_adjustment.version = shipping.version
      AND shipping_adjustment.deleted_at IS NULL
  ) discount
  WHERE shipping.order_id = subject.order_id AND shipping.version = subject.version AND shipping.deleted_at IS NULL`

/**
 * Medusa keeps four things as credit lines of an order's version. Credit the shopper spent (the loyalty plugin's references) is a payment;
 * credit paid out for what the order owed the shopper (negative, whatever its reference) is a payment back, as a refund is. What was refunded
 * beyond that, and what the shopper no longer has to pay, is granted.
 */
const CREDIT_LINES = `
  SELECT coalesce(sum(line.amount) FILTER (WHERE NOT line.is_granted), 0) AS paid,
         coalesce(sum(line.amount) FILTER (WHERE line.is_granted), 0) AS granted
  FROM (
    SELECT amount, amount > 0 AND coalesce(reference, '') NOT IN ('store-credit', 'gift-card') AS is_granted
    FROM order_credit_line credit_line
    WHERE credit_line.order_id = subject.order_id AND credit_line.version = subject.version AND credit_line.deleted_at IS NULL
      AND subject.rate_percent IS NOT NULL
  ) line`

/** Captures less refunds. */
const CAPTURED = `
  SELECT coalesce(sum(transaction.amount), 0) FROM order_transaction transaction
  WHERE transaction.order_id = subject.order_id AND transaction.deleted_at IS NULL AND transaction.created_at <= subject.known_at`

/**
 * The part of the order that earns, from 0 to 1: what the merchant was paid and did not give back. Where placed orders earn, what was never
 * paid earns too, unless it was granted; what was granted earns again where the payments cover it, because a refund that came before its
 * return was none of the goods that were kept.
 */
const SHARE = `
  CASE
    WHEN subject.commission_basis = 'placed' AND credit.granted = 0 THEN 1
    WHEN total.gross > 0 THEN least(1, greatest(0,
      affiliate_ratio(affiliate_round((${CAPTURED}) + credit.paid + lines.noise, subject.currency_code), total.gross),
      CASE subject.commission_basis WHEN 'placed' THEN 1 - affiliate_ratio(credit.granted, total.gross) END))
    ELSE 0
  END`

/**
 * What the lines of an order earn under a decision, as a join: `kept.lines`. Where the program had rules, an order without kept terms has
 * lines that nothing is known of; elsewhere it is null. The source is asked twice, because only inside does it spare the look-up.
 */
export const keptTerms = (orderId: string, attributionId: string, rateSource: string): string => `
  LEFT JOIN LATERAL (
    SELECT coalesce((SELECT terms.lines FROM affiliate_order_terms terms
                     WHERE terms.order_id = ${orderId} AND terms.attribution_id = ${attributionId} AND ${rateSource} = 'rules'
                     ORDER BY terms.sequence DESC LIMIT 1), '{}') AS lines
    WHERE ${rateSource} = 'rules'
  ) kept ON true`

/** What a decision says beside rate and basis, as columns of a subject. */
export const settingsOf = (decision: string, currencyCode: string): string => `kept.lines AS terms, ${decision}.margin_guard_percent,
  (${decision}.order_commission_limits ->> lower(${currencyCode}))::numeric AS commission_limit`

/**
 * The subjects of ORDER_WORTH for orders as they are now: those of a CTE `requested(order_id)`, with their current decision. An order without
 * an affiliate is worth nothing. It is materialized, because each line of an order would look its kept terms up anew.
 *
 * An order that was recorded and is gone from Medusa's table is over: Medusa commits an order before it authorizes the payment, and deletes it
 * for good when the payment is declined. Version and currency are those of its last row. The time of its deletion is unknown, so it counts as
 * canceled when it is first missed, and as unchanged before.
 */
export const CURRENT_SUBJECTS = `
  subjects AS MATERIALIZED (
    SELECT requested.order_id, coalesce(o.version, gone.order_version) AS version,
           coalesce(o.currency_code, gone.currency_code) AS currency_code,
           CASE WHEN o.id IS NULL THEN 'infinity' ELSE o.canceled_at END AS canceled_at,
           CASE WHEN o.id IS NULL THEN '-infinity' ELSE o.updated_at END AS updated_at,
           o.id IS NULL OR o.status IN ('canceled', 'draft') OR o.is_draft_order OR o.deleted_at IS NOT NULL AS is_over,
           'infinity'::timestamptz AS known_at,
           decided.id AS attribution_id, decided.program_id, decided.affiliate_id, decided.rate_percent, decided.placed_at,
           decided.commission_basis, decided.include_tax, decided.include_shipping, 
           ${settingsOf("decided", "coalesce(o.currency_code, gone.currency_code)")}
    FROM requested
    LEFT JOIN LATERAL (SELECT * FROM "order" WHERE id = requested.order_id LIMIT 1) o ON true
    LEFT JOIN LATERAL (
      SELECT order_version, currency_code FROM affiliate_commission
      WHERE order_id = requested.order_id AND o.id IS NULL ORDER BY sequence DESC LIMIT 1
    ) gone ON true
    LEFT JOIN LATERAL (
      SELECT * FROM affiliate_attribution decision
      WHERE decision.order_id = requested.order_id AND ${isCurrentDecision("decision")} AND decision.outcome = 'attributed' LIMIT 1
    ) decided ON true
    ${keptTerms("requested.order_id", "decided.id", "decided.rate_source")}
    WHERE o.id IS NOT NULL OR gone.order_version IS NOT NULL
  )`

/** The lines of a subject with what each earns before the order's share and limit. */
export const EARNED_LINES = earnedLines(`
  SELECT priced.*, priced.net * (1 + priced.tax_rate) AS gross, subject.terms -> coalesce(priced.line_item_id, 'shipping') AS terms,
         CASE WHEN NOT priced.is_earning THEN 0 ELSE priced.net * counted.factor END AS expense,
         CASE WHEN NOT priced.is_earning THEN 0 ELSE (priced.net + priced.discount) * counted.factor END AS undiscounted
  FROM (${ITEM_LINES} UNION ALL ${SHIPPING_LINES}) priced
  CROSS JOIN LATERAL (SELECT CASE WHEN subject.include_tax THEN 1 + priced.tax_rate ELSE 1 END AS factor) counted
  OFFSET 0`)

/** The noise of Medusa's floats in the sum of some lines. */
const noise = (currencyCode: string): string =>
  `CASE WHEN bool_or(line.has_floats) THEN affiliate_float_noise(sum(line.size), ${currencyCode}) ELSE 0 END`

/**
 * What lines of ITEM_LINES are worth after discounts, as JSON: without and with tax, rounded as an expense is. Gift cards do not count.
 *
 * @param currencyCode of the order, as SQL.
 */
export const valueOf = (currencyCode: string): string => {
  const rounded = (sum: string) =>
    `affiliate_round(greatest(0, coalesce(${sum} FILTER (WHERE line.is_earning), 0) + ${noise(currencyCode)}), ${currencyCode})::text`
  return `${rounded("sum(line.net)")} AS amount, ${rounded("sum(line.net * (1 + line.tax_rate))")} AS amount_with_tax`
}
/**
 * What orders are worth to the affiliate they are attributed to, from Medusa's own tables. This is the only file that reads the order module's
 * tables for money: `query.graph` computes the same totals some two hundred times slower, and a parity test compares the two.
 *
 * To be preceded by a CTE `subjects`: `order_id`, the order's `version`, `currency_code`, `is_over` (canceled, deleted or a draft: worth
 * nothing), `known_at` (payments after it do not count), and the settings `rate_percent` (null: nobody earns), `commission_basis`,
 * `include_tax`, `include_shipping`, `terms` (what was kept for the lines; null where there are no rules), `margin_guard_percent` and
 * `commission_limit`; any further columns are handed on. Ends in `worth`: the subject with `expense_amount`, `amount`, `earned_percent` (null
 * where the lines have several rates, or one that is no percentage or was cut) and `is_unknown` (a line is younger than the kept terms).
 *
 * The rules: items after discounts, without tax and shipping unless the subject's settings include them; nothing below 0, whatever discounts
 * and negative prices an order was given. What was given back reduces everything the order was paid for, tax and shipping included, by its
 * share. Medusa does not round these values, so expense and amount are each rounded once, per order, after the noise of Medusa's floats: what
 * is half a unit without it is half a unit.
 *
 * Every table is read through an index, order by order (LATERAL), so that the time grows only with the number of requested orders, whatever
 * statistics the planner has of fresh tables. `offset 0` has a value computed once: without it PostgreSQL puts the whole expression, with its
 * look-ups, wherever the value is named.
 */
export const ORDER_WORTH = `
  worth AS (
    SELECT subject.*, credit.granted <> 0 AS has_granted, coalesce(lines.is_unknown, false) AS is_unknown, kept.share,
           (subject.commission_limit < earned.amount) IS TRUE AS is_limited,
           affiliate_round(greatest(0, lines.expense * kept.share + lines.noise), subject.currency_code) AS expense_amount,
           least(subject.commission_limit, earned.amount) AS amount,
           CASE WHEN subject.terms IS NULL AND lines.is_cut IS NOT TRUE AND (subject.commission_limit < earned.amount) IS NOT TRUE
                THEN subject.rate_percent
                WHEN lines.is_cut OR subject.commission_limit < earned.amount OR lines.least_percent <> lines.most_percent THEN NULL
                ELSE lines.least_percent END AS earned_percent
    FROM subjects subject
    CROSS JOIN LATERAL (
      SELECT sum(line.expense) AS expense, sum(line.commission) AS commission, sum(line.gross) AS gross, ${noise("subject.currency_code")} AS noise,
             bool_or(line.is_unknown AND line.line_item_id IS NOT NULL) AS is_unknown, bool_or(line.cut_by IS NOT NULL OR line.per IS NOT NULL) AS is_cut,
             min(line.percent) FILTER (WHERE line.expense <> 0) AS least_percent, max(line.percent) FILTER (WHERE line.expense <> 0) AS most_percent
      FROM (${EARNED_LINES}) line WHERE subject.rate_percent IS NOT NULL AND NOT subject.is_over
    ) lines
    CROSS JOIN LATERAL (${CREDIT_LINES}) credit
    CROSS JOIN LATERAL (
      SELECT ${SHARE} AS share FROM (SELECT affiliate_round(lines.gross + lines.noise, subject.currency_code) AS gross) total OFFSET 0
    ) kept
    CROSS JOIN LATERAL (
      SELECT affiliate_round(greatest(0, lines.commission * kept.share + lines.noise), subject.currency_code) AS amount OFFSET 0
    ) earned
  )`
