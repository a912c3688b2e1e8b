import { isCurrentDecision } from "../../attribution/current"
import { keptFacts } from "../../commissions/keep-terms"
import { ruleTerms, termsIn } from "../../rules/mismatch"
import { WINNERS } from "../../rules/winners"

/** The kept terms that count, with the version of the rule that each line names. */
const KEPT = `
  wanted AS MATERIALIZED (
    SELECT DISTINCT ON (terms.order_id) terms.order_id, terms.attribution_id, terms.program_id, terms.facts, terms.lines, decision.affiliate_id,
           decision.placed_at,
           (terms.facts ->> CASE WHEN decision.include_tax THEN 'amount_with_tax' ELSE 'amount' END)::numeric AS amount
    FROM affiliate_order_terms terms
    JOIN affiliate_attribution decision ON decision.id = terms.attribution_id AND ${isCurrentDecision("decision")}
    ORDER BY terms.order_id, terms.sequence DESC
  ),
  lines AS MATERIALIZED (
    SELECT wanted.order_id, wanted.attribution_id, line.id, line.facts::text AS goods, wanted.lines -> line.id AS terms
    FROM wanted CROSS JOIN LATERAL (${keptFacts("wanted.lines")}) line
  ),
  goods AS (SELECT DISTINCT goods, goods::jsonb AS facts FROM lines)`

/** Matched anew, with the facts that were kept. */
const MISJUDGED = `
  SELECT 'rule_misjudged' AS problem, order_id, id AS line_item_id, attribution_id, coalesce(rule_id, 'no rule') AS expected,
         coalesce(terms ->> 'rule_id', 'no rule') AS found
  FROM winners WHERE rule_id IS DISTINCT FROM terms ->> 'rule_id'`

const given = (terms: string): string => `concat_ws(' ', ${terms} ->> 'percent', ${terms} ->> 'amount', ${terms} ->> 'per')`

const DIFFERING = `
  SELECT 'rate_differs', line.order_id, line.id, line.attribution_id, ${given("expected.terms")}, ${given("line.terms")}
  FROM winners line
  JOIN (SELECT history.*, ${ruleTerms("history")} AS terms FROM affiliate_commission_rule_history history) rule
    ON rule.rule_id = line.terms ->> 'rule_id' AND rule.valid_from = (line.terms ->> 'rule_valid_from')::timestamptz
  CROSS JOIN LATERAL (SELECT ${termsIn("rule", "line.currency_code")} AS terms) expected
  WHERE ${given("expected.terms")} <> ${given("line.terms")}`

const PASSED = `
  SELECT 'limit_passed', decision.order_id, NULL, decision.id, decision.order_commission_limits ->> earned.currency_code, earned.amount::text
  FROM affiliate_attribution decision
  CROSS JOIN LATERAL (
    SELECT lower(commission.currency_code) AS currency_code, sum(commission.amount) AS amount FROM affiliate_commission commission
    WHERE commission.order_id = decision.order_id AND commission.affiliate_id = decision.affiliate_id GROUP BY 1
  ) earned
  WHERE ${isCurrentDecision("decision")} AND decision.order_commission_limits IS NOT NULL
    AND earned.amount > (decision.order_commission_limits ->> earned.currency_code)::numeric`

export const LINE_RATES = `WITH ${KEPT}, ${WINNERS} ${[MISJUDGED, DIFFERING, PASSED].join(" UNION ALL ")}`
