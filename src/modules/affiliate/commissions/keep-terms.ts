import { z } from "@medusajs/framework/zod"

import { isCurrentDecision } from "../attribution/current"
import { rows, type Sql } from "../database/connection"
import { integer, statement } from "../database/row-check"
import { affiliateGroups, goodsOf, groupsOfMembers, ITEM_GOODS, orderFacts } from "../rules/facts"
import { WINNERS } from "../rules/winners"
import { ITEM_LINES } from "./order-lines"
import { valueOf } from "./order-worth"

/** The lines that an order has now and of which nothing is kept, as a query of `item_id`. */
const linesOfNow = (order: string): string => `
  SELECT item.item_id FROM order_item item
  WHERE item.order_id = ${order}.order_id AND item.version = ${order}.version AND item.deleted_at IS NULL
    AND jsonb_exists(${order}.known_lines, item.item_id) IS NOT TRUE`

/** What was kept about lines (`affiliate_order_terms.lines`) without what they earn, as a query of `id` and `facts`. */
export const keptFacts = (lines: string): string =>
  `SELECT kept.key AS id, kept.value - '{rule_id,rule_valid_from,percent,per,amount}'::text[] AS facts FROM jsonb_each(${lines}) kept`

/** The version of an order as it was placed: the first that has lines. An order that was never changed has no other. */
const placedVersion = (orderId: string, version: string): string =>
  `CASE WHEN ${version} = 1 THEN 1 ELSE (SELECT min(version) FROM order_item first WHERE first.order_id = ${orderId} AND first.deleted_at IS NULL) END`

/** What rules look at in an order, with its value at placement. As a SQL expression. */
export const placedFacts = (order: string, isFirst: string): string => `(
  SELECT jsonb_build_object(${orderFacts(order, isFirst)}, 'amount', valued.amount, 'amount_with_tax', valued.amount_with_tax)
  FROM (SELECT ${order}.id AS order_id, ${order}.currency_code, ${placedVersion(`${order}.id`, `${order}.version`)} AS version) subject
  CROSS JOIN LATERAL (SELECT ${valueOf("subject.currency_code")} FROM (${ITEM_LINES}) line) valued)`

/**
 * What the decision about an order says of what rules look at, as the arguments of a JSON object.
 *
 * @param groups of the affiliate, as JSON.
 */
export const decidedFacts = (decision: string, groups = affiliateGroups(`${decision}.affiliate_id`)): string =>
  `'affiliate_id', ${decision}.affiliate_id, 'source', ${decision}.source, 'affiliate_group_ids', ${groups}`

/**
 * Keeps what the lines of orders earn whose decision follows the program's rules: once for each decision, and again when an order has a line
 * that was not there. What Medusa may change later is read when the order is first recorded by rules, and never anew: a later row copies it.
 * A new decision matches the rules again, with the facts that were kept and its own affiliate.
 *
 * The first look at an order reads its lines once, for their facts and for its value. Unlike other joins, full joins are never done row by row.
 * What lines earn is put together order by order: thousands of half-made objects side by side would take twice as long.
 */
const KEEP_TERMS = statement<{ wanted: number; kept: number }>(
  `
  WITH requested AS (SELECT DISTINCT unnest(:order_ids::text[]) AS order_id),
  decided AS MATERIALIZED (
    SELECT decision.id AS attribution_id, decision.program_id, decision.affiliate_id, decision.source, decision.placed_at,
           decision.is_first_order, decision.include_tax, o.id AS order_id, o.version, o.currency_code, o.customer_id, o.sales_channel_id,
           o.region_id, o.shipping_address_id, kept.sequence, kept.facts AS known_facts, kept.lines AS known_lines,
           kept.attribution_id IS NOT DISTINCT FROM decision.id AS is_same
    FROM requested
    CROSS JOIN LATERAL (
      SELECT * FROM affiliate_attribution decision
      WHERE decision.order_id = requested.order_id AND ${isCurrentDecision("decision")} AND decision.rate_source = 'rules' LIMIT 1
    ) decision
    CROSS JOIN LATERAL (SELECT * FROM "order" WHERE id = requested.order_id LIMIT 1) o
    LEFT JOIN LATERAL (
      SELECT * FROM affiliate_order_terms WHERE order_id = requested.order_id ORDER BY sequence DESC LIMIT 1
    ) kept ON true
  ),
  priced AS MATERIALIZED (
    SELECT subject.order_id, subject.currency_code, subject.is_of_now, line.line_item_id, line.product_id, line.product_type_id, line.net,
           line.tax_rate, line.is_earning, line.size, line.has_floats
    FROM (
      SELECT decided.order_id, decided.currency_code, first.version, first.version = decided.version AS is_of_now
      FROM decided CROSS JOIN LATERAL (SELECT ${placedVersion("decided.order_id", "decided.version")} AS version OFFSET 0) first WHERE decided.known_facts IS NULL
    ) subject
    CROSS JOIN LATERAL (${ITEM_LINES}) line
  ),
  valued AS MATERIALIZED (
    SELECT line.order_id, bool_or(line.is_of_now) AS is_of_now, ${valueOf("line.currency_code")}
    FROM priced line GROUP BY line.order_id, line.currency_code
  ),
  memberships AS MATERIALIZED (${groupsOfMembers("SELECT DISTINCT affiliate_id FROM decided")}),
  judged AS MATERIALIZED (
    SELECT asked.*, CASE
             WHEN is_same THEN known_facts
             WHEN known_facts IS NULL THEN jsonb_build_object(${[
               orderFacts("asked", "asked.is_first_order"),
               decidedFacts("asked", "asked.affiliate_group_ids"),
               "'amount', coalesce(amount_without_tax, '0'), 'amount_with_tax', coalesce(amount_with_tax, '0')",
             ].join(", ")})
             ELSE known_facts || jsonb_build_object(${decidedFacts("asked", "asked.affiliate_group_ids")}) END AS facts
    FROM (
      SELECT decided.*, valued.is_of_now, valued.amount AS amount_without_tax, valued.amount_with_tax,
             coalesce(membership.group_ids, '[]') AS affiliate_group_ids
      FROM decided
      FULL JOIN valued ON valued.order_id = decided.order_id
      FULL JOIN memberships membership ON membership.member_id = decided.affiliate_id OFFSET 0
    ) asked
    WHERE NOT is_same OR EXISTS (${linesOfNow("asked")})
  ),
  wanted AS MATERIALIZED (
    SELECT judged.*, (facts ->> CASE WHEN include_tax THEN 'amount_with_tax' ELSE 'amount' END)::numeric AS amount FROM judged
  ),
  items AS MATERIALIZED (
    SELECT line.order_id, line.line_item_id AS id, line.product_id, line.product_type_id, ${goodsOf("line")} AS goods
    FROM priced line WHERE line.is_of_now
    UNION ALL
    SELECT wanted.order_id, line_item.id, line_item.product_id, line_item.product_type_id, ${goodsOf("line_item")}
    FROM wanted CROSS JOIN LATERAL (${linesOfNow("wanted")} OFFSET 0) item
    CROSS JOIN LATERAL (SELECT * FROM order_line_item WHERE id = item.item_id LIMIT 1) line_item
    WHERE wanted.is_of_now IS NOT TRUE
  ),
  ${ITEM_GOODS},
  known AS MATERIALIZED (
    SELECT wanted.order_id, known.id, known.facts::text AS goods
    FROM wanted CROSS JOIN LATERAL (${keptFacts("wanted.known_lines")}) known WHERE NOT wanted.is_same
  ),
  goods AS (SELECT goods, facts FROM item_goods UNION ALL SELECT DISTINCT goods, goods::jsonb FROM known),
  lines AS MATERIALIZED (
    SELECT order_id, id, goods FROM known
    UNION ALL
    SELECT order_id, id, goods FROM items
    UNION ALL
    SELECT order_id, 'shipping', NULL FROM wanted WHERE known_lines IS NULL
  ),
  ${WINNERS},
  rated AS MATERIALIZED (
    SELECT order_id, jsonb_object_agg(id, coalesce(facts, '{}') || coalesce(rule_terms, '{}')) AS lines
    FROM (SELECT * FROM winners ORDER BY order_no, order_id OFFSET 0) line GROUP BY order_no, order_id
  ),
  kept AS (
    INSERT INTO affiliate_order_terms (id, order_id, sequence, attribution_id, program_id, facts, lines)
    SELECT affiliate_new_id('affterm'), wanted.order_id, coalesce(wanted.sequence, 0) + 1, wanted.attribution_id, wanted.program_id,
           wanted.facts,
           CASE WHEN wanted.is_same THEN wanted.known_lines || coalesce(rated.lines, '{}') ELSE coalesce(rated.lines, '{}') END
    FROM wanted FULL JOIN rated ON rated.order_id = wanted.order_id
    ORDER BY wanted.order_id COLLATE "C"
    ON CONFLICT (order_id, sequence) DO NOTHING RETURNING 1
  )
  SELECT (SELECT count(*)::int FROM wanted) AS wanted, (SELECT count(*)::int FROM kept) AS kept`,
  z.strictObject({ wanted: integer, kept: integer })
)

/** Brings the kept terms of orders up to their present decision and lines. Repeating it changes nothing. Runs inside the caller's transaction. */
export async function keepTerms(sql: Sql, orderIds: string[]): Promise<void> {
  const [outcome] = await rows(sql, KEEP_TERMS, { order_ids: orderIds })
  // Another writer kept a row of one of these orders after our snapshot, perhaps with fewer lines: look again.
  if (outcome && outcome.kept < outcome.wanted) await keepTerms(sql, orderIds)
}
