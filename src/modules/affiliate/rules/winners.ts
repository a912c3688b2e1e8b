import { byCurrency, CONDITION_KINDS, LINE_KINDS, keysOf, mismatch, ruleTerms, termsIn } from "./mismatch"

/** Rules that ask for something of the goods, and the others: as conditions on `versions`. */
const OF_LINES = "is_of_lines"
const OF_ORDERS = "NOT is_of_lines"

/** Rows once for each of their keys that leads to rules, with `of_program` and the `places` of those rules. */
const ledBy = (rules: string, keyed: string[]): string => `
  (SELECT keyed.*, led.of_program, led.places
   FROM (SELECT * FROM (${keyed.join(" UNION ALL ")}) every_key WHERE (key IN (SELECT key FROM led WHERE ${rules})) IS TRUE OFFSET 0) keyed
   FULL JOIN (SELECT * FROM led WHERE ${rules}) led ON led.key = keyed.key OFFSET 0) led`

/** The numbers of orders, with their keys. @param rules those that are looked for */
const ordersByKeys = (rules: string): string[] =>
  keysOf("orders", "asked_orders", "order_no, program_id", "order_facts", `SELECT 1 FROM kinds WHERE ${rules}`)

/** The numbers of goods, with their keys. */
const goodsByKeys = (rules: string): string[] => keysOf("lines", "asked_goods", "goods_no", "facts", `SELECT 1 FROM kinds WHERE ${rules}`)

/** Lines with the places of the rules that `led` leads them to, above the one of their whole order. */
const foundLines = (led: string, on: string): string => `
  SELECT * FROM (
    SELECT line.line_no, line.order_no, line.goods_no, line.below, unnest(led.places) AS found_place
    FROM asked_lines line FULL JOIN ${led} ON ${on} AND led.of_program = line.program_id
    WHERE led.places[1] < line.below OR line.below IS NULL OFFSET 0
  ) found
  WHERE line_no IS NOT NULL AND (found_place < below OR below IS NULL)`

/** The first rule that matches, of those at the `found_place` of some rows with `order_no` and `goods_no`. */
const firstOf = (rows: string, id: string, firsts: string): string => `
  SELECT ${id}, ${firsts}
  FROM (
    SELECT found.*, asked.placed_at, asked.order_facts, asked.amount, good.facts, rule.place, rule.is_fixed, rule.rate, rule.valid_from,
           rule.valid_to, rule.starts_at, rule.ends_at, rule.least_amounts, rule.fixed_amounts,
           ${CONDITION_KINDS.map((kind) => `rule.${kind}`).join(", ")}
    FROM ${rows} found
    FULL JOIN asked_orders asked ON asked.order_no = found.order_no
    FULL JOIN asked_goods good ON good.goods_no = found.goods_no
    FULL JOIN versions rule ON rule.place = found.found_place OFFSET 0
  ) pair
  WHERE found_place IS NOT NULL AND valid_from <= placed_at AND valid_to > placed_at AND ${mismatch({
    rule: "pair",
    condition: (kind) => `pair.${kind}`,
    facts: "pair.order_facts",
    amount: "pair.amount",
    leastAmounts: "pair.least_amounts",
    fixedAmounts: "pair.fixed_amounts",
    line: "pair.facts",
    isShipping: "false",
    placedAt: "pair.placed_at",
  })} IS NULL
  GROUP BY ${id}`

/**
 * The first rule that matches each line, as SQL: reads the CTEs `wanted` (`order_id`, `program_id`, `placed_at`, `facts`, `amount`), `lines`
 * (`order_id`, `id`, `goods`, and further columns) and `goods` (`goods`, `facts`), and ends in `winners`: all lines with their `facts`,
 * the order's `currency_code`, and `rule_id` and `rule_terms`, null where no rule matches. Shipping is of no goods.
 *
 * A rule is tried only where its most telling condition leads to it, so that lines are never multiplied by rules. What asks for nothing of the
 * goods is tried once for the whole order, except with shipping, to which no fixed amount applies; a line then looks only at rules above the
 * one that its order has found. `place` numbers the versions in the order in which they are tried; orders, goods and lines are numbered too, so
 * that numbers are joined and sorted, and facts stay where they are.
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
  asked_orders AS MATERIALIZED (
    SELECT row_number() OVER () AS order_no, order_id, program_id, placed_at, facts AS order_facts, amount FROM wanted
  ),
  asked_goods AS MATERIALIZED (SELECT row_number() OVER () AS goods_no, goods, facts FROM goods),
  found_orders AS MATERIALIZED (
    SELECT order_no, NULL::bigint AS goods_no, unnest(places) AS found_place
    FROM ${ledBy(OF_ORDERS, [`SELECT order_no, program_id, 'any' AS key FROM asked_orders`, ...ordersByKeys(OF_ORDERS)])}
    WHERE of_program = program_id
  ),
  first_orders AS MATERIALIZED (${firstOf(
    "found_orders",
    "order_no",
    "min(place) AS place, min(place) FILTER (WHERE NOT is_fixed) AS shipping_place"
  )}),
  asked_lines AS MATERIALIZED (
    SELECT row_number() OVER () AS line_no, line.*, asked.order_no, asked.program_id, asked.order_facts ->> 'currency_code' AS currency_code,
           good.goods_no, whole.place AS below, whole.shipping_place
    FROM lines line
    FULL JOIN asked_orders asked ON asked.order_id = line.order_id
    FULL JOIN asked_goods good ON good.goods = line.goods
    FULL JOIN first_orders whole ON whole.order_no = asked.order_no
  ),
  found_lines AS MATERIALIZED (
    ${foundLines(ledBy(OF_LINES, goodsByKeys(OF_LINES)), "led.goods_no = line.goods_no")}
    UNION ALL
    ${foundLines(ledBy(OF_LINES, ordersByKeys(OF_LINES)), "led.order_no = line.order_no")}
  ),
  first_lines AS MATERIALIZED (${firstOf("found_lines", "line_no", "min(place) AS place")}),
  winners AS (
    SELECT * FROM (
      SELECT line.*, good.facts, version.rule_id, ${termsIn("version", "line.currency_code")} AS rule_terms
      FROM (
        SELECT line.*, coalesce(first.place, CASE WHEN line.id = 'shipping' THEN line.shipping_place ELSE line.below END) AS place
        FROM asked_lines line FULL JOIN first_lines first ON first.line_no = line.line_no OFFSET 0
      ) line
      FULL JOIN asked_goods good ON good.goods_no = line.goods_no
      FULL JOIN versions version ON version.place = line.place OFFSET 0
    ) judged
    WHERE id IS NOT NULL
  )`

/** Among the versions of rules that were written, of the programs of the orders. */
export const WINNERS = winnersAmong("(SELECT * FROM affiliate_commission_rule_history WHERE program_id IN (SELECT program_id FROM wanted))")
