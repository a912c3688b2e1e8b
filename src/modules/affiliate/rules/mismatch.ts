/** The SQL expressions between which a rule is matched with a line. */
interface Candidate {
  /** A rule's alias, with `rate`, `starts_at` and `ends_at`. */
  rule: string
  /** What the rule asks for of one kind, as JSON; null where it asks for nothing. */
  condition: (kind: string) => string
  /** The facts of the order, as JSON; its `amount` is what the items are worth in the program. */
  facts: string
  amount: string
  /** What the rule asks an order to be worth, and what its fixed rate gives, each as JSON of amounts by currency; null where it does neither. */
  leastAmounts: string
  fixedAmounts: string
  /** The facts of the line, as JSON. Shipping has none of a product. */
  line: string
  isShipping: string
  placedAt: string
}

/** The one value of the line or order is none of those that the rule names. `jsonb_exists` is the operator that knex takes for a binding. */
const isOther = ({ condition }: Candidate, kind: string, value: string): string =>
  `WHEN ${condition(kind)} IS NOT NULL AND jsonb_exists(${condition(kind)}, ${value}) IS NOT TRUE THEN '${kind}'`

/** None of several values is among them. */
const areOthers = ({ condition }: Candidate, kind: string, values: string): string =>
  `WHEN ${condition(kind)} IS NOT NULL
     AND jsonb_exists_any(${condition(kind)}, ARRAY(SELECT jsonb_array_elements_text(${values}))) IS NOT TRUE THEN '${kind}'`

const LINE_VALUES: Record<string, { one: string } | { many: string }> = {
  product_ids: { one: "product_id" },
  collection_ids: { one: "collection_id" },
  category_ids: { many: "category_ids" },
  type_ids: { one: "type_id" },
  tag_ids: { many: "tag_ids" },
}

const ORDER_VALUES: Record<string, { one: string } | { many: string }> = {
  affiliate_ids: { one: "affiliate_id" },
  affiliate_group_ids: { many: "affiliate_group_ids" },
  customer_group_ids: { many: "customer_group_ids" },
  sales_channel_ids: { one: "sales_channel_id" },
  region_ids: { one: "region_id" },
  country_codes: { one: "country_code" },
  currency_codes: { one: "currency_code" },
  sources: { one: "source" },
}

/** The kinds of conditions that ask for something of the goods. */
export const LINE_KINDS = Object.keys(LINE_VALUES)

export const CONDITION_KINDS = [...LINE_KINDS, ...Object.keys(ORDER_VALUES), "is_first_order", "min_order_amounts"]

const compared = (candidate: Candidate, source: string, values: typeof LINE_VALUES): string =>
  Object.entries(values)
    .map(([kind, fact]) =>
      "one" in fact ? isOther(candidate, kind, `${source} ->> '${fact.one}'`) : areOthers(candidate, kind, `${source} -> '${fact.many}'`)
    )
    .join("\n")

/** Amounts by currency as one JSON object, from a list of `currency_code` and `amount`. Null where there is no list. */
export const byCurrency = (list: string): string =>
  `(SELECT jsonb_object_agg(given ->> 'currency_code', given ->> 'amount') FROM jsonb_array_elements(${list}) given)`

/**
 * The first reason why a rule does not match a line, as a SQL expression: a kind of condition, or that the rule does not hold yet or any
 * more, that it has no amount in the currency, or that a fixed amount is for goods. Null where it matches. This is the only place that decides
 * it: for recording, for trying out, for replays and for the doctor.
 */
export const mismatch = (candidate: Candidate): string => {
  const { rule, condition, facts, amount, leastAmounts, fixedAmounts, line, isShipping, placedAt } = candidate
  const inCurrency = (amounts: string) => `(${amounts} ->> (${facts} ->> 'currency_code'))::numeric`
  return `CASE
    WHEN ${placedAt} < ${rule}.starts_at THEN 'not_started'
    WHEN ${placedAt} >= ${rule}.ends_at THEN 'ended'
    ${compared(candidate, line, LINE_VALUES)}
    ${compared(candidate, facts, ORDER_VALUES)}
    WHEN ${condition("is_first_order")} IS NOT NULL AND ${condition("is_first_order")} IS DISTINCT FROM ${facts} -> 'is_first_order'
      THEN 'is_first_order'
    WHEN ${condition("min_order_amounts")} IS NOT NULL AND (${inCurrency(leastAmounts)} <= ${amount}) IS NOT TRUE THEN 'min_order_amounts'
    WHEN ${rule}.rate ->> 'type' = 'fixed' AND ${isShipping} THEN 'shipping'
    WHEN ${rule}.rate ->> 'type' = 'fixed' AND ${inCurrency(fixedAmounts)} IS NULL THEN 'no_amount'
  END`
}

/**
 * The keys under which rules are found (see `affiliate_rule_keys`), as a query: columns of the rows of a table, once for each key.
 *
 * @param values whether they are keys of lines or of orders.
 * @param facts the column with the facts.
 * @param kinds a query of the kinds of keys that rules have: what no rule asks for is not taken apart.
 */
export const keysOf = (values: "lines" | "orders", from: string, columns: string, facts: string, kinds: string): string[] =>
  Object.entries(values === "lines" ? LINE_VALUES : ORDER_VALUES)
    .filter(([kind]) => kind !== "sources")
    .map(([kind, fact]) => {
      const [value, each] =
        "one" in fact
          ? [`${facts} ->> '${fact.one}'`, ""]
          : ["value", `CROSS JOIN LATERAL jsonb_array_elements_text(${facts} -> '${fact.many}') value`]
      return `SELECT ${columns}, '${kind}:' || (${value}) AS key FROM ${from} ${each} WHERE EXISTS (${kinds} AND kind = '${kind}')`
    })

/** What a rule gives a line, as JSON for `affiliate_order_terms.lines`; of a fixed amount, what it gives in each currency. */
export const ruleTerms = (rule: string): string => `
  CASE ${rule}.rate ->> 'type'
    WHEN 'fixed' THEN (
      SELECT jsonb_object_agg(payable ->> 'currency_code', jsonb_build_object('rule_id', ${rule}.rule_id, 'rule_valid_from', ${rule}.valid_from,
                                                                              'per', ${rule}.rate ->> 'per', 'amount', payable ->> 'amount'))
      FROM jsonb_array_elements(${rule}.rate -> 'amounts') payable)
    ELSE jsonb_build_object('rule_id', ${rule}.rule_id, 'rule_valid_from', ${rule}.valid_from,
                            'percent', CASE ${rule}.rate ->> 'type' WHEN 'none' THEN '0' ELSE ${rule}.rate ->> 'percent' END)
  END`

/** The `ruleTerms` of a rule, as a column `terms`, for a line of an order in a currency. */
export const termsIn = (rule: string, currencyCode: string): string =>
  `CASE ${rule}.rate ->> 'type' WHEN 'fixed' THEN ${rule}.terms -> ${currencyCode} ELSE ${rule}.terms END`
