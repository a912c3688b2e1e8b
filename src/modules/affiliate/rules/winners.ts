import { lineKeys, mismatch } from "./mismatch"

/**
 * The first rule that matches each line, as SQL: reads a CTE `lines` (`order_id`, `program_id`, `placed_at`, `order_facts`, `amount`, `id`, `facts`),
 * and ends in `winners` (`order_id`, `id`, `order_facts`, `rule_id`, `valid_from`, `rate`). A rule is tried with a line only where its most telling
 * condition leads to it, so that lines are never multiplied by rules.
 *
 * Of fresh tables the planner knows nothing, and takes a batch of thousands for one row. So the keys of the lines are computed before they are
 * joined, and a line carries what is needed of its order: there is one join here, by hash.
 *
 * @param rules a table of versions of rules, and how they are chosen among.
 */
export const winnersAmong = (rules: string): string => `
  rules AS MATERIALIZED (
    SELECT history.*, driver.key FROM ${rules} history CROSS JOIN LATERAL unnest(history.driver_keys) driver(key)
  ),
  keyed AS MATERIALIZED (
    SELECT line.*, found.key FROM lines line CROSS JOIN LATERAL unnest(${lineKeys("line.facts", "line.order_facts")}) found(key)
  ),
  winners AS MATERIALIZED (
    SELECT DISTINCT ON (line.order_id, line.id) line.order_id, line.id, line.order_facts, rule.rule_id, rule.valid_from, rule.rate
    FROM keyed line
    JOIN rules rule ON rule.program_id = line.program_id AND rule.key = line.key
      AND rule.valid_from <= line.placed_at AND rule.valid_to > line.placed_at
    WHERE ${mismatch({
      rule: "rule",
      conditions: "rule.further_conditions",
      facts: "line.order_facts",
      amount: "line.amount",
      line: "line.facts",
      isShipping: "line.id = 'shipping'",
      placedAt: "line.placed_at",
    })} IS NULL
    ORDER BY line.order_id, line.id, rule.rank, rule.rule_id
  )`

/** Among the versions of rules that were written, of the programs of the lines. */
export const WINNERS = winnersAmong("(SELECT * FROM affiliate_commission_rule_history WHERE program_id IN (SELECT program_id FROM lines))")
