import { CONDITION_KINDS, lineKeys, mismatch } from "./mismatch"

/**
 * The first rule that matches each line, as SQL: reads a CTE `lines` (`order_id`, `program_id`, `placed_at`, `order_facts`, `amount`, `id`, `facts`),
 * and ends in `winners` (`order_id`, `id`, `rule_id`, `valid_from`, `rate`). A rule is tried with a line only where its most telling condition
 * leads to it, so that lines are never multiplied by rules. `place` numbers the versions in the order in which they are tried.
 *
 * Of fresh tables the planner knows nothing, and takes a batch of thousands for one row. The full joins are never done row by row, and
 * `offset 0` keeps PostgreSQL from joining before the keys are there. Lines are wide, so none is written down once for each of its keys.
 *
 * @param rules a table of versions of rules, and how they are chosen among.
 */
export const winnersAmong = (rules: string): string => `
  versions AS MATERIALIZED (
    SELECT *, row_number() OVER (PARTITION BY program_id ORDER BY rank, rule_id, valid_from) AS place FROM ${rules} history
  ),
  rules AS MATERIALIZED (
    SELECT program_id AS of_program, driver.key, place, rate, valid_from, valid_to, starts_at, ends_at,
           ${CONDITION_KINDS.map((kind) => `further_conditions -> '${kind}' AS ${kind}`).join(", ")}
    FROM versions CROSS JOIN LATERAL unnest(driver_keys) driver(key)
  ),
  keyed AS (
    SELECT * FROM (SELECT line.*, unnest(${lineKeys("line.facts", "line.order_facts")}) AS key FROM lines line) every_key
    WHERE (key IN (SELECT key FROM rules)) IS TRUE OFFSET 0
  ),
  pairs AS (
    SELECT line.order_id, line.id, line.placed_at, line.facts, line.order_facts, line.amount, rule.*
    FROM keyed line FULL JOIN rules rule ON rule.of_program = line.program_id AND rule.key = line.key OFFSET 0
  ),
  firsts AS MATERIALIZED (
    SELECT order_id, id, of_program, min(place) AS place
    FROM pairs pair
    WHERE valid_from <= placed_at AND valid_to > placed_at AND ${mismatch({
      rule: "pair",
      condition: (kind) => `pair.${kind}`,
      facts: "pair.order_facts",
      amount: "pair.amount",
      line: "pair.facts",
      isShipping: "pair.id = 'shipping'",
      placedAt: "pair.placed_at",
    })} IS NULL
    GROUP BY order_id, id, of_program
  ),
  winners AS MATERIALIZED (
    SELECT * FROM (
      SELECT first.order_id, first.id, version.rule_id, version.valid_from, version.rate
      FROM firsts first FULL JOIN versions version ON version.program_id = first.of_program AND version.place = first.place OFFSET 0
    ) found
    WHERE order_id IS NOT NULL
  )`

/** Among the versions of rules that were written, of the programs of the lines. */
export const WINNERS = winnersAmong("(SELECT * FROM affiliate_commission_rule_history WHERE program_id IN (SELECT program_id FROM lines))")
