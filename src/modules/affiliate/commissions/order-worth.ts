import { earnedLines } from "./line-rate"
import { LINES_OF_SUBJECT } from "./order-lines"
import { isCurrentDecision } from "../attribution/current"

/**
 * Medusa keeps four things as credit lines of an order's version. Credit the shopper spent (the loyalty plugin's references) is a payment;
 * credit paid out for what the order owed the shopper (negative, whatever its reference) is a payment back, as a refund is. What was refunded
 * beyond that, and what the shopper no longer has to pay, is granted.
 */
const CREDIT = `
  coalesce(sum(line.amount) FILTER (WHERE NOT line.is_granted), 0) AS paid,
  coalesce(sum(line.amount) FILTER (WHERE line.is_granted), 0) AS granted`

const CREDIT_LINES = `
  SELECT *, amount > 0 AND coalesce(reference, '') NOT IN ('store-credit', 'gift-card') AS is_granted
  FROM order_credit_line WHERE deleted_at IS NULL`

/** The credit of a `subject`, looked up. */
export const CREDIT_OF_SUBJECT = `
  SELECT ${CREDIT} FROM (${CREDIT_LINES}) line
  WHERE line.order_id = subject.order_id AND line.version = subject.version AND subject.rate_percent IS NOT NULL`

/** The credit of all versions of all orders, as a query. */
export const ALL_CREDIT = `SELECT line.order_id, line.version, ${CREDIT} FROM (${CREDIT_LINES}) line GROUP BY line.order_id, line.version`

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

/** Whether the lines of an order may earn different rates under a decision, by its alias. */
export const earnsByLine = (decision: string): string =>
  `(${decision}.rate_source IS NOT DISTINCT FROM 'rules' OR ${decision}.margin_guard_percent IS NOT NULL)`

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
  FROM (${LINES_OF_SUBJECT}) priced
  CROSS JOIN LATERAL (SELECT CASE WHEN subject.include_tax THEN 1 + priced.tax_rate ELSE 1 END AS factor) counted
  OFFSET 0`)

/** The noise of Medusa's floats in the sum of some lines. */
const noise = (currencyCode: string): string =>
  `CASE WHEN bool_or(line.has_floats) THEN affiliate_float_noise(sum(line.size), ${currencyCode}) ELSE 0 END`

/**
 * What lines of ITEM_LINES are worth after discounts, as the columns `amount` and `amount_with_tax`: without and with tax, rounded as an expense is. Gift cards do not count.
 *
 * @param currencyCode of the order, as SQL.
 */
export const valueOf = (currencyCode: string): string => {
  const rounded = (sum: string) =>
    `affiliate_round(greatest(0, coalesce(${sum} FILTER (WHERE line.is_earning), 0) + ${noise(currencyCode)}), ${currencyCode})::text`
  return `${rounded("sum(line.net)")} AS amount, ${rounded("sum(line.net * (1 + line.tax_rate))")} AS amount_with_tax`
}

/** What a subject earns of its `lines` and `credit`, as joins, and then as columns. */
const EARNED = `
    CROSS JOIN LATERAL (
      SELECT ${SHARE} AS share FROM (SELECT affiliate_round(lines.gross + lines.noise, subject.currency_code) AS gross) total OFFSET 0
    ) kept
    CROSS JOIN LATERAL (
      SELECT affiliate_round(greatest(0, lines.commission * kept.share + lines.noise), subject.currency_code) AS amount OFFSET 0
    ) earned`

const AMOUNTS = `
  affiliate_round(greatest(0, lines.expense * kept.share + lines.noise), subject.currency_code) AS expense_amount,
  least(subject.commission_limit, earned.amount) AS amount`

/**
 * What orders are worth to the affiliate they are attributed to, from Medusa's own tables. Nothing but this file and `order-lines.ts` reads the
 * order module's tables for money: `query.graph` computes the same totals some two hundred times slower, and a parity test compares the two.
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
           ${AMOUNTS},
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
    CROSS JOIN LATERAL (${CREDIT_OF_SUBJECT}) credit
    ${EARNED}
  )`

/**
 * The same for subjects whose lines all earn the subject's rate: no rules, no guard. Then what they earn together is the rate of their sum, and
 * nothing has to be looked up line by line. A query over a table `subjects`, which has for each subject the sums of `order-lines.ts` and its
 * credit (`credit_paid`, `credit_granted`) beside what ORDER_WORTH wants. A test compares the two.
 */
export const WORTH_OF_SUMS = `
  SELECT subject.*, ${AMOUNTS}
  FROM subjects subject
  CROSS JOIN LATERAL (
    SELECT expense, expense * subject.rate_percent * 0.01 AS commission, subject.gross,
           CASE WHEN subject.has_floats THEN affiliate_float_noise(subject.size, subject.currency_code) ELSE 0 END AS noise
    FROM (
      SELECT CASE WHEN subject.rate_percent IS NULL OR subject.is_over THEN NULL
               WHEN subject.include_tax
               THEN coalesce(subject.net_with_tax, 0) + CASE WHEN subject.include_shipping THEN coalesce(subject.shipping_with_tax, 0) ELSE 0 END
               ELSE coalesce(subject.net, 0) + CASE WHEN subject.include_shipping THEN coalesce(subject.shipping, 0) ELSE 0 END END AS expense
    ) summed
  ) lines
  CROSS JOIN LATERAL (
    SELECT coalesce(subject.credit_paid, 0) AS paid, coalesce(subject.credit_granted, 0) AS granted
  ) credit
  ${EARNED}`
