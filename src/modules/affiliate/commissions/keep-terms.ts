import { z } from "@medusajs/framework/zod"

import { isCurrentDecision } from "../attribution/current"
import { rows, type Sql } from "../database/connection"
import { integer, statement } from "../database/row-check"
import { affiliateGroups, lineFacts, orderFacts } from "../rules/facts"
import { ruleTerms } from "../rules/mismatch"
import { WINNERS } from "../rules/winners"
import { ORDER_VALUE } from "./order-worth"

const LINES_OF_NOW = `
  SELECT item.item_id FROM order_item item
  WHERE item.order_id = decided.order_id AND item.version = decided.version AND item.deleted_at IS NULL
    AND jsonb_exists(decided.known_lines, item.item_id) IS NOT TRUE`

/** What rules look at in an order, with its value at placement: that of the first version that has lines. As a SQL expression. */
export const placedFacts = (order: string): string => `(${orderFacts(order)} || (
  SELECT jsonb_build_object('amount', value.amount::text, 'amount_with_tax', value.amount_with_tax::text)
  FROM (SELECT ${order}.id AS order_id, ${order}.currency_code,
               (SELECT min(version) FROM order_item first WHERE first.order_id = ${order}.id AND first.deleted_at IS NULL) AS version) subject
  CROSS JOIN LATERAL (${ORDER_VALUE}) value))`

/**
 * Keeps what the lines of orders earn whose decision follows the program's rules: once for each decision, and again when an order has a line
 * that was not there. What Medusa may change later is read when the order is first recorded by rules, and never anew: a later row copies it.
 * A new decision matches the rules again, with the facts that were kept and its own affiliate.
 *
 * The full joins find a match for every row; unlike other joins, they are never done row by row.
 */
const KEEP_TERMS = statement<{ wanted: number; kept: number }>(
  `
  WITH requested AS (SELECT DISTINCT unnest(:order_ids::text[]) AS order_id),
  decided AS MATERIALIZED (
    SELECT decision.id AS attribution_id, decision.program_id, decision.affiliate_id, decision.source, decision.placed_at,
           decision.include_tax, o.id AS order_id, o.id, o.version, o.currency_code, o.customer_id, o.email, o.sales_channel_id, o.region_id,
           o.shipping_address_id, o.created_at, kept.sequence, kept.facts AS known_facts, kept.lines AS known_lines,
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
  judged AS MATERIALIZED (
    SELECT decided.*, CASE WHEN is_same THEN known_facts
             ELSE coalesce(known_facts, ${placedFacts("decided")})
                  || jsonb_build_object('affiliate_id', affiliate_id, 'source', source,
                                        'affiliate_group_ids', ${affiliateGroups("decided.affiliate_id")}) END AS facts
    FROM decided WHERE NOT is_same OR EXISTS (${LINES_OF_NOW})
  ),
  wanted AS MATERIALIZED (
    SELECT judged.*, (facts ->> CASE WHEN include_tax THEN 'amount_with_tax' ELSE 'amount' END)::numeric AS amount FROM judged
  ),
  lines AS MATERIALIZED (
    SELECT decided.order_id, decided.program_id, decided.placed_at, decided.facts AS order_facts, decided.amount, line.id, line.facts
    FROM wanted decided
    CROSS JOIN LATERAL (
      SELECT known.key AS id, known.value - '{rule_id,rule_valid_from,percent,per,amount}'::text[] AS facts
      FROM jsonb_each(CASE WHEN NOT decided.is_same THEN decided.known_lines END) known
      UNION ALL
      ${lineFacts(LINES_OF_NOW)}
      UNION ALL
      SELECT 'shipping', '{}' WHERE decided.known_lines IS NULL
    ) line
  ),
  ${WINNERS},
  rated AS MATERIALIZED (
    SELECT line.order_id, jsonb_object_agg(line.id, line.facts || CASE WHEN rule.rule_id IS NULL THEN '{}'
                                                                  ELSE ${ruleTerms("rule", "line.order_facts")} END) AS lines
    FROM lines line FULL JOIN winners rule ON rule.order_id = line.order_id AND rule.id = line.id
    GROUP BY line.order_id
  ),
  kept AS (
    INSERT INTO affiliate_order_terms (id, order_id, sequence, attribution_id, program_id, facts, lines)
    SELECT affiliate_new_id('affterm'), wanted.order_id, coalesce(wanted.sequence, 0) + 1, wanted.attribution_id, wanted.program_id,
           wanted.facts, CASE WHEN wanted.is_same THEN wanted.known_lines ELSE '{}' END || coalesce(rated.lines, '{}')
    FROM wanted FULL JOIN rated ON rated.order_id = wanted.order_id
    ORDER BY wanted.order_id
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
