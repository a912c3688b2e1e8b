import { decidedFacts, keptFacts, placedFacts } from "../commissions/keep-terms"
import { goodsOf, ITEM_GOODS } from "../rules/facts"
import { winnersAmong } from "../rules/winners"

/** Rules to try, in their order, as if they had always held. */
const GIVEN = `
  given AS MATERIALIZED (
    SELECT :program_id::text AS program_id, place AS rank, 'given_' || place AS rule_id, '-infinity'::timestamptz AS valid_from,
           'infinity'::timestamptz AS valid_to, rule -> 'rate' AS rate, (rule ->> 'starts_at')::timestamptz AS starts_at,
           (rule ->> 'ends_at')::timestamptz AS ends_at, affiliate_rule_keys(rule -> 'conditions') AS driver_keys,
           rule -> 'conditions' AS conditions, (rule -> 'conditions') - coalesce(affiliate_rule_driver(rule -> 'conditions'), '') AS further_conditions
    FROM jsonb_array_elements(:rules::jsonb) WITH ORDINALITY given(rule, place)
  )`

/**
 * What the lines of a month's orders would have earned by other rules, with the facts that were kept; where there are none, with those of today.
 * A decision is one order here: `order_id` is its id. Reads a CTE `decided` of the month's rows; without `:rules` it is empty. Ends in
 * `replayed_terms`: `attribution_id`, `lines`, and `is_kept`, whether all facts were kept.
 */
export const REPLAYED_TERMS = `
  ${GIVEN},
  asked AS MATERIALIZED (
      SELECT decision.id AS order_id, decision.order_id AS id, decision.program_id, decision.placed_at, decision.include_tax, kept.lines AS known_lines,
             kept.attribution_id IS NOT DISTINCT FROM decision.id AS is_kept,
             coalesce(kept.facts, ${placedFacts("o", "decision.is_first_order")})
               || CASE WHEN kept.attribution_id = decision.id THEN '{}' ELSE jsonb_build_object(${decidedFacts("decision")}) END AS facts
      FROM (
        SELECT DISTINCT commission.attribution_id FROM decided JOIN affiliate_commission commission ON commission.order_id = decided.order_id
        WHERE :rules::jsonb IS NOT NULL
      ) recorded
      CROSS JOIN LATERAL (SELECT * FROM affiliate_attribution WHERE id = recorded.attribution_id AND rate_source <> 'affiliate' LIMIT 1) decision
      CROSS JOIN LATERAL (SELECT * FROM "order" WHERE id = decision.order_id LIMIT 1) o
      LEFT JOIN LATERAL (
        SELECT * FROM affiliate_order_terms terms WHERE terms.order_id = decision.order_id
        ORDER BY terms.attribution_id = decision.id DESC, terms.sequence DESC LIMIT 1
      ) kept ON true
  ),
  wanted AS MATERIALIZED (
    SELECT asked.*, (facts ->> CASE WHEN coalesce(:include_tax::boolean, include_tax) THEN 'amount_with_tax' ELSE 'amount' END)::numeric AS amount
    FROM asked
  ),
  items AS MATERIALIZED (
    SELECT wanted.order_id, line_item.id, line_item.product_id, line_item.product_type_id, ${goodsOf("line_item")} AS goods
    FROM wanted
    CROSS JOIN LATERAL (
      SELECT DISTINCT item_id FROM order_item item
      WHERE item.order_id = wanted.id AND item.deleted_at IS NULL AND jsonb_exists(wanted.known_lines, item.item_id) IS NOT TRUE OFFSET 0
    ) item
    CROSS JOIN LATERAL (SELECT * FROM order_line_item WHERE id = item.item_id LIMIT 1) line_item
  ),
  ${ITEM_GOODS},
  known AS MATERIALIZED (
    SELECT wanted.order_id, known.id, known.facts::text AS goods, wanted.is_kept
    FROM wanted CROSS JOIN LATERAL (${keptFacts("wanted.known_lines")}) known
  ),
  goods AS (SELECT goods, facts FROM item_goods UNION ALL SELECT DISTINCT goods, goods::jsonb FROM known),
  lines AS MATERIALIZED (
    SELECT order_id, id, goods, is_kept FROM known
    UNION ALL
    SELECT order_id, id, goods, false FROM items
    UNION ALL
    SELECT order_id, 'shipping', NULL, is_kept FROM wanted WHERE known_lines IS NULL
  ),
  ${winnersAmong("given")},
  replayed_terms AS MATERIALIZED (
    SELECT order_id AS attribution_id, bool_and(is_kept) AS is_kept, jsonb_object_agg(id, coalesce(rule_terms, '{}')) AS lines
    FROM winners GROUP BY order_id
  )`
