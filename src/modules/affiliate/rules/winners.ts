import { lineKeys, mismatch } from "./mismatch"

/**
 * The first rule that matches each line, as SQL: reads the CTEs `wanted` (`order_id`, `program_id`, `placed_at`, `facts`, `amount`) and `lines`
 * (`order_id`, `id`, `facts`), and ends in `winners` (`order_id`, `id`, `rule_id`, `valid_from`, `rate`). A rule is tried with a line only where its
 * most telling condition leads to it, so that lines are never multiplied by rules.
 */
export const WINNERS = `
  rules AS MATERIALIZED (
    SELECT history.*, driver.key
    FROM affiliate_commission_rule_history history CROSS JOIN LATERAL unnest(history.driver_keys) driver(key)
    WHERE history.program_id IN (SELECT program_id FROM wanted)
  ),
  winners AS (
    SELECT DISTINCT ON (line.order_id, line.id) line.order_id, line.id, rule.rule_id, rule.valid_from, rule.rate
    FROM lines line
    JOIN wanted ON wanted.order_id = line.order_id
    CROSS JOIN LATERAL unnest(${lineKeys("line.facts", "wanted.facts")}) found(key)
    JOIN rules rule ON rule.program_id = wanted.program_id AND rule.key = found.key
      AND rule.valid_from <= wanted.placed_at AND rule.valid_to > wanted.placed_at
    WHERE ${mismatch({
      rule: "rule",
      conditions: "rule.further_conditions",
      facts: "wanted.facts",
      amount: "wanted.amount",
      line: "line.facts",
      isShipping: "line.id = 'shipping'",
      placedAt: "wanted.placed_at",
    })} IS NULL
    ORDER BY line.order_id, line.id, rule.rank, rule.rule_id
  )`
