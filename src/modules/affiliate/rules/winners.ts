import { byCurrency, CONDITION_KINDS, LINE_KINDS, keysOf, mismatch, ruleTerms, termsIn } from "./mismatch"

/** Rules that ask for something of the goods, and the others: as conditions on `versions`. */
const OF_LINES = "is_of_lines"
const OF_ORDERS = "NOT is_of_lines"

/** Rows once for each of their keys that leads to rules, with `of_program` and the `places` of those rules. */
const ledBy = (rules: string, keyed: string[]): string => `
  (SELECT keyed.*, led.of_program, led.places
   FROM (SELECT * FROM (${keyed.join(" UNION ALL ")}) every_key WHERE (key IN (SELECT key FROM led WHERE ${rules})) IS TRUE OFFSET 0) keyed
   FULL JOIN (SELECT * FROM led WHERE ${rules}) led ON led.key = keyed.key OFFSET 0) led`

/** Orders, or what is in them, by their keys. @param rules those that are looked for */
const keyed = (what: "orders" | "lines", from: string, facts: string, rules: string): string[] =>
  keysOf(what, facts, from, `SELECT 1 FROM kinds WHERE ${rules}`)

/** Lines with the places of the rules that `led` leads them to, above the one of their whole order. */
const foundLines = (led: string, on: string): string => `
  SELECT * FROM (
    SELECT line.*, unnest(led.places) AS found_place FROM asked_lines line FULL JOIN ${led} ON led.of_program = line.program_id AND ${on}
    WHERE led.places[1] < line.below OR line.below IS NULL OFFSET 0
  ) found
  WHERE order_id IS NOT NULL AND (found_place < below OR below IS NULL)`

/** The first rule that matches, of those at the `found_place` of some rows. */
const firstOf = (rows: string, line: string, id: string, firsts: string): string => `
  SELECT ${id}, ${firsts}
  FROM (
    SELECT found.*, rule.place, rule.is_fixed, rule.rate, rule.valid_from, rule.valid_to, rule.starts_at, rule.ends_at, rule.least_amounts,
           rule.fixed_amounts, ${CONDITION_KINDS.map((kind) => `rule.${kind}`).join(", ")}
    FROM ${rows} FULL JOIN versions rule ON rule.place = found.found_place OFFSET 0
  ) pair
  WHERE order_id IS NOT NULL AND valid_from <= placed_at AND valid_to > placed_at AND ${mismatch({
    rule: "pair",
    condition: (kind) => `pair.${kind}`,
    facts: "pair.order_facts",
    amount: "pair.amount",
    leastAmounts: "pair.least_amounts",
    fixedAmounts: "pair.fixed_amounts",
    line,
    isShipping: "false",
    placedAt: "pair.placed_at",
  })} IS NULL
  GROUP BY ${id}`

/**
 * The first rule that matches each line, as SQL: reads the CTEs `wanted` (`order_id`, `program_id`, `placed_at`, `facts`, `amount`) and `lines`
 * (`order_id`, `id`, `facts`, `goods`, and further columns), and ends in `winners`: all lines with `rule_id` and `rule_terms`, null where no
 * rule matches. Lines with the same `goods` have the same facts; shipping has none.
 *
 * A rule is tried only where its most telling condition leads to it, so that lines are never multiplied by rules. What asks for nothing of the
 * goods is tried once for the whole order, except with shipping, to which no fixed amount applies; a line then looks only at rules above the
 * one that its order has found. `place` numbers the versions in the order in which they are tried.
 *
 * Of fresh tables the planner knows nothing, and takes a batch of thousands for one row. The full joins are never done row by row: each is
 * fenced by `offset 0` or as a materialized CTE, because a condition on what it finds would make another join of it.
 *
 * @param rules a table of versions of rules, and how they are chosen among.
 */
export const winnersAmong = (rules: string): string => `
  versions AS MATERIALIZED (
    SELECT history.*, row_number() OVER (ORDER BY program_id, rank, rule_id, valid_from) AS place, rate ->> 'type' = 'fixed' AS is_fixed,
           ${ruleTerms("history")} AS terms, ${byCurrency("conditions -> 'min_order_amounts'")} AS least_amounts,
           ${byCurrency("rate -> 'amounts'")} AS fixed_amounts, split_part(driver_keys[1], ':', 1) AS kind,
           jsonb_exists_any(conditions, ARRAY['${LINE_KINDS.join("','")}']) AS is_of_lines,
           ${CONDITION_KINDS.map((kind) => `further_conditions -> '${kind}' AS ${kind}`).join(", ")}
    FROM ${rules} history
  ),
  kinds AS MATERIALIZED (SELECT DISTINCT kind, is_of_lines FROM versions),
  led AS MATERIALIZED (
    SELECT program_id AS of_program, is_of_lines, key, array_agg(place ORDER BY place) AS places
    FROM versions CROSS JOIN LATERAL unnest(driver_keys) driver(key) GROUP BY program_id, is_of_lines, key
  ),
  asked_orders AS MATERIALIZED (SELECT order_id, program_id, placed_at, facts AS order_facts, amount FROM wanted),
  found_orders AS MATERIALIZED (
    SELECT order_id AS id, unnest(places) AS found_place
    FROM ${ledBy(OF_ORDERS, [`SELECT asked_orders.*, 'any' AS key FROM asked_orders`, ...keyed("orders", "asked_orders", "order_facts", OF_ORDERS)])}
    WHERE of_program = program_id
  ),
  first_orders AS MATERIALIZED (${firstOf(
    "(SELECT * FROM found_orders FULL JOIN asked_orders ON order_id = id) found",
    "'{}'::jsonb",
    "order_id",
    "min(place) AS place, min(place) FILTER (WHERE NOT is_fixed) AS shipping_place"
  )}),
  asked_lines AS MATERIALIZED (
    SELECT line.*, asked.program_id, asked.placed_at, asked.order_facts, asked.amount, whole.place AS below, whole.shipping_place
    FROM lines line FULL JOIN asked_orders asked ON asked.order_id = line.order_id FULL JOIN first_orders whole ON whole.order_id = line.order_id
  ),
  goods AS MATERIALIZED (SELECT goods, (array_agg(facts))[1] AS facts FROM lines WHERE goods IS NOT NULL GROUP BY goods),
  found_lines AS MATERIALIZED (
    ${foundLines(ledBy(OF_LINES, keyed("lines", "goods", "facts", OF_LINES)), "led.goods = line.goods")}
    UNION ALL
    ${foundLines(ledBy(OF_LINES, keyed("orders", "asked_orders", "order_facts", OF_LINES)), "led.order_id = line.order_id")}
  ),
  first_lines AS MATERIALIZED (${firstOf("found_lines found", "pair.facts", "order_id, id", "min(place) AS place")}),
  winners AS MATERIALIZED (
    SELECT * FROM (
      SELECT found.*, version.rule_id, ${termsIn("version", "found.order_facts")} AS rule_terms
      FROM (
        SELECT line.*, coalesce(first.place, CASE WHEN line.id = 'shipping' THEN line.shipping_place ELSE line.below END) AS place
        FROM asked_lines line FULL JOIN first_lines first ON first.order_id = line.order_id AND first.id = line.id OFFSET 0
      ) found
      FULL JOIN versions version ON version.place = found.place OFFSET 0
    ) judged
    WHERE order_id IS NOT NULL
  )`

/** Among the versions of rules that were written, of the programs of the orders. */
export const WINNERS = winnersAmong("(SELECT * FROM affiliate_commission_rule_history WHERE program_id IN (SELECT program_id FROM wanted))")
