import { ALL_SUMS, SUMS_OF_SUBJECT } from "../commissions/order-lines"
import { ALL_CREDIT, CREDIT_OF_SUBJECT, earnsByLine, keptTerms, ORDER_WORTH, WORTH_OF_SUMS } from "../commissions/order-worth"
import { REPLAYED_TERMS } from "./replayed-terms"

/** How lines become sums: of each order by itself, or of all orders at once. With other rules every line is looked at by itself. */
export type Reading = "one by one" | "at once" | "by line"

const SUM_COLUMNS = `sums.net, sums.net_with_tax, sums.shipping, sums.shipping_with_tax, sums.gross, sums.size, sums.has_floats,
           credit.paid AS credit_paid, credit.granted AS credit_granted`

const SUMMED: Record<Exclude<Reading, "by line">, string> = {
  "one by one": `
    SELECT subject.*, ${SUM_COLUMNS} FROM points subject
    CROSS JOIN LATERAL (${SUMS_OF_SUBJECT}) sums CROSS JOIN LATERAL (${CREDIT_OF_SUBJECT}) credit
    WHERE NOT subject.is_by_line`,
  "at once": `
    SELECT subject.*, ${SUM_COLUMNS} FROM (SELECT * FROM points WHERE NOT is_by_line) subject
    FULL JOIN (${ALL_SUMS}) sums ON sums.order_id = subject.order_id AND sums.version = subject.version
    FULL JOIN (${ALL_CREDIT}) credit ON credit.order_id = subject.order_id AND credit.version = subject.version
    OFFSET 0`,
}

/**
 * Where an order stood at each row of the period, and at the row before it. Most rows are the first of their order, and stand for themselves; for
 * the others the rows before are looked up by their key: a join between all rows becomes slow where the planner misjudges their number.
 */
const POINT_COLUMNS = `
  decided.id AS commission_id, decided.affiliate_id, decided.order_id, decided.currency_code, decided.corrects_period, decided.actual_outcome,
  decided.outcome, decided.expense_amount AS own_expense_amount, decided.amount AS own_amount,
  point.expense_amount AS recorded_expense_amount, point.amount AS recorded_amount, point.order_version AS version,
  point.kind = 'cancel' OR (point.kind = 'reassign' AND point.expense_amount = 0 AND point.amount = 0) AS is_over,
  point.created_at, point.sequence = decided.sequence AS is_own`

const POINT = `
  CROSS JOIN LATERAL (
    SELECT decided.sequence, decided.attribution_id, decided.kind, decided.order_version, decided.created_at, decided.expense_amount,
           decided.amount
    WHERE decided.sequence = 1
    UNION ALL
    (SELECT commission.sequence, commission.attribution_id, commission.kind, commission.order_version, commission.created_at,
            sum(commission.expense_amount) OVER so_far, sum(commission.amount) OVER so_far
     FROM affiliate_commission commission
     WHERE commission.order_id = decided.order_id AND commission.sequence <= decided.sequence AND decided.sequence <> 1
     WINDOW so_far AS (ORDER BY commission.sequence)
     ORDER BY commission.sequence DESC LIMIT 2)
  ) point`

const DECISION_COLUMNS = `
  recorded.id AS attribution_id, recorded.rate_source, recorded.rate_percent, recorded.commission_basis, recorded.include_tax,
  recorded.include_shipping, recorded.margin_guard_percent, recorded.order_commission_limits`

const RECORDED: Record<Reading, string> = {
  "by line": `
    SELECT ${POINT_COLUMNS}, ${DECISION_COLUMNS}, true AS is_by_line FROM decided ${POINT}
    CROSS JOIN LATERAL (SELECT * FROM affiliate_attribution WHERE id = point.attribution_id LIMIT 1) recorded`,
  "one by one": `
    SELECT ${POINT_COLUMNS}, ${DECISION_COLUMNS}, ${earnsByLine("recorded")} AS is_by_line FROM decided ${POINT}
    CROSS JOIN LATERAL (SELECT * FROM affiliate_attribution WHERE id = point.attribution_id LIMIT 1) recorded`,
  "at once": `
    SELECT point.*, ${DECISION_COLUMNS}, ${earnsByLine("recorded")} AS is_by_line
    FROM (SELECT ${POINT_COLUMNS}, point.attribution_id AS decision_id FROM decided ${POINT}) point
    FULL JOIN affiliate_attribution recorded ON recorded.id = point.decision_id
    OFFSET 0`,
}

const points = (reading: Reading): string => `
  points AS MATERIALIZED (
    SELECT found.*, (order_commission_limits ->> lower(currency_code))::numeric AS commission_limit
    FROM (${RECORDED[reading]}) found WHERE commission_id IS NOT NULL AND attribution_id IS NOT NULL
  )`

/** The settings of each point: those that were recorded, and the others. */
const SETTINGS = `
  CROSS JOIN LATERAL (
    SELECT false AS is_replay, point.rate_percent, point.commission_basis, point.include_tax, point.include_shipping
    UNION ALL
    SELECT true, CASE WHEN point.rate_source = 'affiliate' THEN point.rate_percent
                   ELSE coalesce(:commission_percent::numeric, point.rate_percent) END,
           coalesce(:commission_basis::text, point.commission_basis), coalesce(:include_tax::boolean, point.include_tax),
           coalesce(:include_shipping::boolean, point.include_shipping)
  ) rules`

const SUBJECT = `
  point.commission_id, point.affiliate_id, point.order_id, point.currency_code, point.corrects_period, point.actual_outcome, point.outcome,
  point.own_expense_amount, point.own_amount, point.recorded_expense_amount, point.recorded_amount, point.version, point.is_over,
  point.commission_limit, CASE WHEN rules.commission_basis = point.commission_basis THEN point.created_at ELSE 'infinity' END AS known_at,
  CASE WHEN rules.is_replay = point.is_own THEN 1 ELSE -1 END AS sign, rules.is_replay AND point.is_own AS is_counted, rules.*`

const byLine = (hasRules: boolean): string => `
  subjects AS MATERIALIZED (
    SELECT ${SUBJECT}, point.margin_guard_percent,
           ${hasRules ? "rules.is_replay AND tried.is_kept IS FALSE" : "false"} AS is_guessed,
           ${hasRules ? "CASE WHEN rules.is_replay THEN tried.lines ELSE kept.lines END" : "kept.lines"} AS terms
    FROM points point
    ${SETTINGS}
    ${keptTerms("point.order_id", "point.attribution_id", "point.rate_source")}
    ${hasRules ? "LEFT JOIN replayed_terms tried ON tried.attribution_id = point.attribution_id" : ""}
    WHERE point.is_by_line
  ),
  ${ORDER_WORTH}`

const bySums = (reading: Exclude<Reading, "by line">): string => `
  worth_of_sums AS (
    WITH subjects AS (
      SELECT ${SUBJECT}, false AS is_guessed, point.net, point.net_with_tax, point.shipping, point.shipping_with_tax, point.gross, point.size,
             point.has_floats, point.credit_paid, point.credit_granted
      FROM (${SUMMED[reading]}) point
      ${SETTINGS}
      WHERE point.commission_id IS NOT NULL
    )
    ${WORTH_OF_SUMS}
  )`

const PARTS = `
  commission_id, affiliate_id, order_id, currency_code, corrects_period, actual_outcome, outcome,
  CASE WHEN is_counted THEN own_expense_amount ELSE 0 END AS actual_expense_amount, CASE WHEN is_counted THEN own_amount ELSE 0 END AS actual_amount,
  CASE WHEN is_counted THEN own_expense_amount ELSE 0 END + sign * expense_amount AS expense_amount,
  CASE WHEN is_counted THEN own_amount ELSE 0 END + sign * amount AS amount, is_counted,
  is_guessed OR NOT is_replay AND (recorded_expense_amount, recorded_amount) IS DISTINCT FROM (expense_amount, amount) AS is_inexact`

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
 * was written; under another basis, as they are known now.
 *
 * Lines that all earn the same rate are read and summed once for both settings; only those of rules or a guard are computed line by line.
 *
 * Reads a CTE `decided`: the rows of the period with `actual_outcome` and `outcome`. Ends in `replayed_orders`: parts that add up to the rows;
 * one of each row's is `is_counted`.
 */
export const replayedRows = (reading: Reading): string => {
  const hasRules = reading === "by line"
  return `
  ${hasRules ? `${REPLAYED_TERMS},` : ""}
  ${points(reading)},
  ${byLine(hasRules)},
  ${hasRules ? "" : `${bySums(reading)},`}
  replayed_orders AS (
    SELECT ${PARTS} FROM worth ${hasRules ? "" : `UNION ALL SELECT ${PARTS} FROM worth_of_sums`}
  )`
}
