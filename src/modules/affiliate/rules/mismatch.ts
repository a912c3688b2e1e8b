/** The SQL expressions between which a rule is matched with a line. */
interface Candidate {
  /** A rule's alias, with `rate`, `starts_at` and `ends_at`. */
  rule: string
  /** What the rule asks for of one kind, as JSON; null where it asks for nothing. */
  condition: (kind: string) => string
  /** The facts of the order, as JSON; its `amount` is what the items are worth in the program. */
  facts: string
  amount: string
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

export const CONDITION_KINDS = [...Object.keys(LINE_VALUES), ...Object.keys(ORDER_VALUES), "is_first_order", "min_order_amounts"]

const compared = (candidate: Candidate, source: string, values: typeof LINE_VALUES): string =>
  Object.entries(values)
    .map(([kind, fact]) =>
      "one" in fact ? isOther(candidate, kind, `${source} ->> '${fact.one}'`) : areOthers(candidate, kind, `${source} -> '${fact.many}'`)
    )
    .join("\n")

/** The amount of a fixed rate in the currency of an order, as a SQL query of one row or none. */
const fixedAmount = (rate: string, facts: string): string =>
  `SELECT payable ->> 'amount' FROM jsonb_array_elements(${rate} -> 'amounts') payable
   WHERE payable ->> 'currency_code' = ${facts} ->> 'currency_code'`

/**
 * The first reason why a rule does not match a line, as a SQL expression: a kind of condition, or that the rule does not hold yet or any
 * more, that it has no amount in the currency, or that a fixed amount is for goods. Null where it matches. This is the only place that decides
 * it: for recording, for trying out, for replays and for the doctor.
 */
export const mismatch = (candidate: Candidate): string => {
  const { rule, condition, facts, amount, line, isShipping, placedAt } = candidate
  return `CASE
    WHEN ${placedAt} < ${rule}.starts_at THEN 'not_started'
    WHEN ${placedAt} >= ${rule}.ends_at THEN 'ended'
    ${compared(candidate, line, LINE_VALUES)}
    ${compared(candidate, facts, ORDER_VALUES)}
    WHEN ${condition("is_first_order")} IS NOT NULL AND ${condition("is_first_order")} IS DISTINCT FROM ${facts} -> 'is_first_order'
      THEN 'is_first_order'
    WHEN ${condition("min_order_amounts")} IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM jsonb_array_elements(${condition("min_order_amounts")}) least
      WHERE least ->> 'currency_code' = ${facts} ->> 'currency_code' AND (least ->> 'amount')::numeric <= ${amount}) THEN 'min_order_amounts'
    WHEN ${rule}.rate ->> 'type' = 'fixed' AND ${isShipping} THEN 'shipping'
    WHEN ${rule}.rate ->> 'type' = 'fixed' AND NOT EXISTS (${fixedAmount(`${rule}.rate`, facts)}) THEN 'no_amount'
  END`
}

/** The keys under which rules are looked up for a line, as a SQL array: see `affiliate_rule_keys`. */
export const lineKeys = (line: string, facts: string): string => {
  const of = (source: string, values: typeof LINE_VALUES): string[] =>
    Object.entries(values)
      .filter(([kind]) => kind !== "sources")
      .map(([kind, fact]) =>
        "one" in fact
          ? `ARRAY['${kind}:' || (${source} ->> '${fact.one}')]`
          : `ARRAY(SELECT '${kind}:' || value FROM jsonb_array_elements_text(${source} -> '${fact.many}') value)`
      )
  return `ARRAY['any'] || ${[...of(line, LINE_VALUES), ...of(facts, ORDER_VALUES)].join(" || ")}`
}

/** What a rule gives a line, as JSON for `affiliate_order_terms.lines`. */
export const ruleTerms = (rule: string, facts: string): string => `
  jsonb_build_object('rule_id', ${rule}.rule_id, 'rule_valid_from', ${rule}.valid_from) || CASE ${rule}.rate ->> 'type'
    WHEN 'percent' THEN jsonb_build_object('percent', ${rule}.rate ->> 'percent')
    WHEN 'none' THEN jsonb_build_object('percent', '0')
    ELSE jsonb_build_object('per', ${rule}.rate ->> 'per', 'amount', (${fixedAmount(`${rule}.rate`, facts)}))
  END`
