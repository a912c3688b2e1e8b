import { placedFacts } from "../commissions/keep-terms"
import { affiliateGroups, lineFacts } from "../rules/facts"
import { ruleTerms } from "../rules/mismatch"
import { winnersAmong } from "../rules/winners"

/** Rules to try, in their order, as if they had always held. */
const GIVEN = `
  given AS MATERIALIZED (
    SELECT :program_id::text AS program_id, place AS rank, 'given_' || place AS rule_id, '-infinity'::timestamptz AS valid_from,
           'infinity'::timestamptz AS valid_to, rule -> 'rate' AS rate, (rule ->> 'starts_at')::timestamptz AS starts_at,
           (rule ->> 'ends_at')::timestamptz AS ends_at, affiliate_rule_keys(rule -> 'conditions') AS driver_keys,
           (rule -> 'conditions') - coalesce(affiliate_rule_driver(rule -> 'conditions'), '') AS further_conditions
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
             coalesce(kept.facts, ${placedFacts("o")}) || CASE WHEN kept.attribution_id = decision.id THEN '{}' ELSE
               jsonb_build_object('affiliate_id', decision.affiliate_id, 'source', decision.source,
                                  'affiliate_group_ids', ${affiliateGroups("decision.affiliate_id")}) END AS facts
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
  lines AS MATERIALIZED (
    SELECT wanted.order_id, wanted.program_id, wanted.placed_at, wanted.facts AS order_facts, wanted.amount, line.id, line.facts,
           line.is_kept AND wanted.is_kept AS is_kept
    FROM wanted
    CROSS JOIN LATERAL (
      SELECT known.key AS id, known.value - '{rule_id,rule_valid_from,percent,per,amount}'::text[] AS facts, true AS is_kept
      FROM jsonb_each(wanted.known_lines) known
      UNION ALL
      SELECT *, false FROM (${lineFacts(`
        SELECT DISTINCT item_id FROM order_item item
        WHERE item.order_id = wanted.id AND item.deleted_at IS NULL AND jsonb_exists(wanted.known_lines, item.item_id) IS NOT TRUE`)}) added
      UNION ALL
      SELECT 'shipping', '{}', true WHERE wanted.known_lines IS NULL
    ) line
  ),
  ${winnersAmong("given")},
  replayed_terms AS MATERIALIZED (
    SELECT line.order_id AS attribution_id, bool_and(line.is_kept) AS is_kept,
           jsonb_object_agg(line.id, CASE WHEN rule.rule_id IS NULL THEN '{}' ELSE ${ruleTerms("rule", "line.order_facts")} END) AS lines
    FROM lines line FULL JOIN winners rule ON rule.order_id = line.order_id AND rule.id = line.id
    GROUP BY line.order_id
  )`
