/** Where lines are read from: tables with the aliases of the columns below, and which of their rows. */
interface Source {
  from: string
  where: string
}

/** An amount without its tax. Divided only where it includes some: an exact quotient costs more than all else of a line. */
const withoutTax = (amount: string, isInclusive: string): string =>
  `CASE WHEN ${isInclusive} THEN affiliate_ratio(${amount}, 1 + tax.rate) ELSE ${amount} END`

/**
 * The quantity that a claim replaced and that did not come back. Medusa keeps counting it beside its replacement, as if the shopper had
 * bought both. Only the `details` of an order change's actions tell it version by version.
 */
const REPLACED_QUANTITY = `
  SELECT least(item.written_off_quantity, coalesce(sum(greatest(0, claimed.quantity - back.quantity)), 0)) AS quantity
  FROM (
    SELECT action.claim_id, sum((action.details ->> 'quantity')::numeric) AS quantity
    FROM order_change_action action
    CROSS JOIN LATERAL (
      SELECT 1 FROM order_claim claim
      WHERE claim.id = action.claim_id AND claim.type = 'replace' AND claim.canceled_at IS NULL AND claim.deleted_at IS NULL LIMIT 1
    ) replacing
    WHERE action.order_id = item.order_id AND action.version <= item.version AND action.applied AND action.deleted_at IS NULL
      AND action.action = 'WRITE_OFF_ITEM' AND action.details ->> 'reference_id' = item.item_id
    GROUP BY action.claim_id
  ) claimed
  CROSS JOIN LATERAL (
    SELECT coalesce(sum((action.details ->> 'quantity')::numeric), 0) AS quantity
    FROM return claim_return
    CROSS JOIN LATERAL (
      SELECT * FROM order_change_action action WHERE action.return_id = claim_return.id AND action.deleted_at IS NULL OFFSET 0
    ) action
    WHERE claim_return.claim_id = claimed.claim_id AND action.version <= item.version AND action.applied
      AND action.action IN ('RECEIVE_RETURN_ITEM', 'RECEIVE_DAMAGED_RETURN_ITEM') AND action.details ->> 'reference_id' = item.item_id
  ) back`

/** The quantity neither returned nor replaced. */
const KEPT_QUANTITY = `
  item.quantity - item.return_received_quantity - item.return_dismissed_quantity
    - CASE WHEN item.written_off_quantity > 0 THEN (${REPLACED_QUANTITY}) ELSE 0 END`

const TAX_RATE = `coalesce(sum(tax_line.rate), 0) / 100 AS rate`

/** The discounts of an item, those that include tax apart. */
const ITEM_ADJUSTMENTS = `
  coalesce(sum(item_adjustment.amount) FILTER (WHERE item_adjustment.is_tax_inclusive IS NOT TRUE), 0) AS exclusive,
  coalesce(sum(item_adjustment.amount) FILTER (WHERE item_adjustment.is_tax_inclusive), 0) AS inclusive,
  bool_or(affiliate_is_float(item_adjustment.amount)) AS has_floats`

const SHIPPING_ADJUSTMENTS = `
  coalesce(sum(shipping_adjustment.amount), 0) AS subtotal, bool_or(affiliate_is_float(shipping_adjustment.amount)) AS has_floats`

/**
 * Item lines: the quantity that is kept, at its price, less its part of the discount. A bought gift card earns nothing, but counts as paid for.
 *
 * @param further columns.
 */
const itemLines = ({ from, where }: Source, further = ""): string => `
  SELECT ${withoutTax("price.amount * kept.quantity", "line_item.is_tax_inclusive")} - discount.kept AS net, discount.kept AS discount,
         tax.rate AS tax_rate, NOT line_item.is_giftcard AS is_earning, abs(price.amount * item.quantity) + abs(discount.subtotal) AS size,
         adjusted.has_floats, item.item_id AS line_item_id, kept.quantity ${further}
  FROM ${from}
  CROSS JOIN LATERAL (SELECT coalesce(item.unit_price, line_item.unit_price) AS amount) price
  CROSS JOIN LATERAL (
    SELECT subtotal, CASE WHEN subtotal = 0 THEN 0 ELSE affiliate_ratio(subtotal * kept.quantity, item.quantity) END AS kept
    FROM (
      SELECT adjusted.exclusive + CASE WHEN adjusted.inclusive = 0 THEN 0 ELSE affiliate_ratio(adjusted.inclusive, 1 + tax.rate) END AS subtotal
    ) given
  ) discount
  WHERE ${where}`

/** Shipping earns where the program includes it, and counts as paid for in any case. */
const shippingLines = ({ from, where }: Source, isEarning: string, further = ""): string => `
  SELECT ${withoutTax("method.amount", "method.is_tax_inclusive")} - discount.subtotal, discount.subtotal, tax.rate, ${isEarning},
         abs(method.amount) + abs(discount.subtotal), discount.has_floats, NULL, NULL ${further}
  FROM ${from}
  WHERE ${where}`

const ITEMS_OF_SUBJECT: Source = {
  from: `order_item item
  CROSS JOIN LATERAL (SELECT * FROM order_line_item WHERE id = item.item_id LIMIT 1) line_item
  CROSS JOIN LATERAL (SELECT ${KEPT_QUANTITY} AS quantity OFFSET 0) kept
  CROSS JOIN LATERAL (
    SELECT ${TAX_RATE} FROM order_line_item_tax_line tax_line WHERE tax_line.item_id = item.item_id AND tax_line.deleted_at IS NULL
  ) tax
  CROSS JOIN LATERAL (
    SELECT ${ITEM_ADJUSTMENTS} FROM order_line_item_adjustment item_adjustment
    WHERE item_adjustment.item_id = item.item_id AND item_adjustment.version = item.version AND item_adjustment.deleted_at IS NULL
  ) adjusted`,
  where: `item.order_id = subject.order_id AND item.version = subject.version AND item.deleted_at IS NULL`,
}

const SHIPPING_OF_SUBJECT: Source = {
  from: `order_shipping shipping
  CROSS JOIN LATERAL (SELECT * FROM order_shipping_method WHERE id = shipping.shipping_method_id LIMIT 1) method
  CROSS JOIN LATERAL (
    SELECT ${TAX_RATE} FROM order_shipping_method_tax_line tax_line
    WHERE tax_line.shipping_method_id = method.id AND tax_line.deleted_at IS NULL
  ) tax
  CROSS JOIN LATERAL (
    SELECT ${SHIPPING_ADJUSTMENTS} FROM order_shipping_method_adjustment shipping_adjustment
    WHERE shipping_adjustment.shipping_method_id = method.id AND shipping_adjustment.version = shipping.version
      AND shipping_adjustment.deleted_at IS NULL
  ) discount`,
  where: `shipping.order_id = subject.order_id AND shipping.version = subject.version AND shipping.deleted_at IS NULL`,
}

/**
 * The same of all orders, each table read once. Full joins are never done row by row, however few rows PostgreSQL expects, and `offset 0` keeps
 * them full: a condition above would make other joins of them.
 */
const ALL_ITEMS: Source = {
  from: `(
    SELECT item.order_id, item.version, item.item_id, item.unit_price, item.quantity, ${KEPT_QUANTITY} AS kept_quantity,
           line_item.id AS line_item_id, line_item.unit_price AS listed_price, line_item.is_tax_inclusive, line_item.is_giftcard,
           taxed.rate, discounted.exclusive, discounted.inclusive, discounted.has_floats
    FROM (SELECT * FROM order_item WHERE deleted_at IS NULL) item
    FULL JOIN order_line_item line_item ON line_item.id = item.item_id
    FULL JOIN (
      SELECT tax_line.item_id, ${TAX_RATE} FROM order_line_item_tax_line tax_line WHERE tax_line.deleted_at IS NULL GROUP BY tax_line.item_id
    ) taxed ON taxed.item_id = item.item_id
    FULL JOIN (
      SELECT item_adjustment.item_id, item_adjustment.version, ${ITEM_ADJUSTMENTS} FROM order_line_item_adjustment item_adjustment
      WHERE item_adjustment.deleted_at IS NULL GROUP BY item_adjustment.item_id, item_adjustment.version
    ) discounted ON discounted.item_id = item.item_id AND discounted.version = item.version
    OFFSET 0
  ) item
  CROSS JOIN LATERAL (SELECT item.listed_price AS unit_price, item.is_tax_inclusive, item.is_giftcard) line_item
  CROSS JOIN LATERAL (SELECT item.kept_quantity AS quantity) kept
  CROSS JOIN LATERAL (SELECT coalesce(item.rate, 0) AS rate) tax
  CROSS JOIN LATERAL (
    SELECT coalesce(item.exclusive, 0) AS exclusive, coalesce(item.inclusive, 0) AS inclusive, item.has_floats
  ) adjusted`,
  where: `item.order_id IS NOT NULL AND item.line_item_id IS NOT NULL`,
}

const ALL_SHIPPING: Source = {
  from: `(
    SELECT shipping.order_id, shipping.version, method.id AS method_id, method.amount, method.is_tax_inclusive, taxed.rate,
           discounted.subtotal, discounted.has_floats
    FROM (SELECT * FROM order_shipping WHERE deleted_at IS NULL) shipping
    FULL JOIN order_shipping_method method ON method.id = shipping.shipping_method_id
    FULL JOIN (
      SELECT tax_line.shipping_method_id, ${TAX_RATE} FROM order_shipping_method_tax_line tax_line
      WHERE tax_line.deleted_at IS NULL GROUP BY tax_line.shipping_method_id
    ) taxed ON taxed.shipping_method_id = method.id
    FULL JOIN (
      SELECT shipping_adjustment.shipping_method_id, shipping_adjustment.version, ${SHIPPING_ADJUSTMENTS}
      FROM order_shipping_method_adjustment shipping_adjustment
      WHERE shipping_adjustment.deleted_at IS NULL GROUP BY shipping_adjustment.shipping_method_id, shipping_adjustment.version
    ) discounted ON discounted.shipping_method_id = method.id AND discounted.version = shipping.version
    OFFSET 0
  ) shipping
  CROSS JOIN LATERAL (SELECT shipping.amount, shipping.is_tax_inclusive) method
  CROSS JOIN LATERAL (SELECT coalesce(shipping.rate, 0) AS rate) tax
  CROSS JOIN LATERAL (SELECT coalesce(shipping.subtotal, 0) AS subtotal, shipping.has_floats) discount`,
  where: `shipping.order_id IS NOT NULL AND shipping.method_id IS NOT NULL`,
}

/** The item lines of a `subject`, by its order and version, with their products. */
export const ITEM_LINES = itemLines(ITEMS_OF_SUBJECT, ", line_item.product_id, line_item.product_type_id")

/** All lines of a `subject`: its items, and its shipping, which earns where `subject.include_shipping` says so. */
export const LINES_OF_SUBJECT = `${itemLines(ITEMS_OF_SUBJECT)} UNION ALL ${shippingLines(SHIPPING_OF_SUBJECT, "subject.include_shipping")}`

/** All lines of all orders, with `order_id` and `version`; shipping is told by its missing `line_item_id`, and is not said to earn. */
const ALL_LINES = `
  ${itemLines(ALL_ITEMS, ", item.order_id, item.version")} UNION ALL ${shippingLines(ALL_SHIPPING, "false", ", shipping.order_id, shipping.version")}`

/** What some lines come to, before any settings of a program; shipping and what earns are summed apart from it. */
const SUMS = `
  sum(line.net) FILTER (WHERE line.is_earning AND line.line_item_id IS NOT NULL) AS net,
  sum(line.gross) FILTER (WHERE line.is_earning AND line.line_item_id IS NOT NULL) AS net_with_tax,
  sum(line.net) FILTER (WHERE line.line_item_id IS NULL) AS shipping,
  sum(line.gross) FILTER (WHERE line.line_item_id IS NULL) AS shipping_with_tax,
  sum(line.gross) AS gross, sum(line.size) AS size, bool_or(line.has_floats) AS has_floats`

const withGross = (lines: string): string => `SELECT line.*, line.net * (1 + line.tax_rate) AS gross FROM (${lines}) line`

/** The sums of all versions of all orders, as a query: each of Medusa's tables is read once. */
export const ALL_SUMS = `
  SELECT line.order_id, line.version, ${SUMS} FROM (${withGross(ALL_LINES)}) line GROUP BY line.order_id, line.version`

/** The same for one `subject`, looked up. */
export const SUMS_OF_SUBJECT = `SELECT ${SUMS} FROM (${withGross(LINES_OF_SUBJECT)}) line`
