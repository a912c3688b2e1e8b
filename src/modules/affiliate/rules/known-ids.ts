import { InvalidInput } from "../../../domain/errors"
import type { RuleTerms } from "../../../domain/rules/commission-rule"
import { ID_CONDITION_NAMES, ID_CONDITIONS, type IdCondition, type RuleConditions } from "../../../domain/rules/rule-conditions"
import type { GoneIds } from "../../../domain/rules/rule-warnings"
import { rows, type Sql } from "../database/connection"
import { unknownIds } from "../store/store-lookups"

const TABLES: Record<IdCondition, string> = {
  product_ids: "product",
  collection_ids: "product_collection",
  category_ids: "product_category",
  type_ids: "product_type",
  tag_ids: "product_tag",
  customer_group_ids: "customer_group",
  sales_channel_ids: "sales_channel",
  region_ids: "region",
  affiliate_ids: "affiliate",
  affiliate_group_ids: "affiliate_group",
}

/** The ids among those given that no living row of the kind has; affiliates of other programs are not known either. */
async function unknownOf(sql: Sql, kind: IdCondition, ids: string[], program_id: string): Promise<string[]> {
  if (ids.length === 0) return []
  const ofProgram = kind === "affiliate_ids" ? " AND program_id = :program_id" : ""
  const statement = `SELECT id FROM ${TABLES[kind]} WHERE id = ANY(:ids) AND deleted_at IS NULL${ofProgram}`
  const known = new Set((await rows<{ id: string }>(sql, statement, { ids, program_id })).map(({ id }) => id))
  return ids.filter((id) => !known.has(id))
}

/**
 * Ids that a rule named `before` are not asked for again: a merchant who deletes a collection can still change the rule.
 *
 * @throws InvalidInput naming the first kind of condition with a new id that does not exist.
 */
export async function requireKnownIds(sql: Sql, program_id: string, rule: RuleTerms, before?: RuleTerms): Promise<void> {
  for (const kind of ID_CONDITION_NAMES) {
    const kept = new Set(before?.conditions[kind])
    const added = (rule.conditions[kind] ?? []).filter((id) => !kept.has(id))
    const [unknown] = await unknownOf(sql, kind, added, program_id)
    if (unknown) throw new InvalidInput(`conditions.${kind}`, `there is no ${ID_CONDITIONS[kind]} ${unknown}${ofThisProgram(kind)}`)
  }
  const [currency] = await unknownIds(sql, "currency", newCurrencies(rule, before))
  if (currency) throw new InvalidInput(currencyField(rule, currency), `${currency.toUpperCase()} is no currency of this store`)
}

const ofThisProgram = (kind: IdCondition): string => (kind === "affiliate_ids" ? " in this program" : "")

function newCurrencies(rule: RuleTerms, before?: RuleTerms): string[] {
  const kept = new Set(before && currenciesOf(before))
  return [...new Set(currenciesOf(rule))].filter((code) => !kept.has(code))
}

function currenciesOf({ rate, conditions: { currency_codes = [], min_order_amounts = [] } }: RuleTerms): string[] {
  const amounts = [...(rate.type === "fixed" ? rate.amounts : []), ...min_order_amounts]
  return [...amounts.map(({ currency_code }) => currency_code), ...currency_codes]
}

function currencyField({ rate, conditions }: RuleTerms, code: string): string {
  if (rate.type === "fixed" && rate.amounts.some(({ currency_code }) => currency_code === code)) return "rate.amounts"
  return `conditions.${conditions.currency_codes?.includes(code) ? "currency_codes" : "min_order_amounts"}`
}

/** The ids that rules of a program name and that exist no more, in one statement for each kind that they name. */
export async function goneIds(sql: Sql, rules: { program_id: string; conditions: RuleConditions }[]): Promise<GoneIds> {
  const gone: Partial<Record<IdCondition, Set<string>>> = {}
  for (const kind of ID_CONDITION_NAMES) {
    const named = [...new Set(rules.flatMap(({ conditions }) => conditions[kind] ?? []))]
    gone[kind] = new Set(await unknownOf(sql, kind, named, rules[0]?.program_id ?? ""))
  }
  return gone
}
