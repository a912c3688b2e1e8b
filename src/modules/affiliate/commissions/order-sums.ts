import { ALL_LINES, LINES_OF_SUBJECT } from "./order-lines"

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
