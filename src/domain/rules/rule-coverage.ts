import BigNumber from "bignumber.js"

import type { RuleTerms } from "./commission-rule"
import { CONDITION_NAMES, LIST_CONDITIONS, PRODUCT_CONDITIONS, type RuleConditions } from "./rule-conditions"

/** Whether every line that meets the narrow rule meets the wide one too, as far as the rules themselves say: no tree of categories is known here. */
export const covers = (wide: RuleTerms, narrow: RuleTerms): boolean =>
  CONDITION_NAMES.every((kind) => wide.conditions[kind] === undefined || isWithin(kind, narrow.conditions, wide.conditions)) &&
  (wide.starts_at === null || (narrow.starts_at !== null && narrow.starts_at >= wide.starts_at)) &&
  (wide.ends_at === null || (narrow.ends_at !== null && narrow.ends_at <= wide.ends_at)) &&
  isPayable(wide, narrow)

function isWithin(kind: keyof RuleConditions, narrow: RuleConditions, wide: RuleConditions): boolean {
  if (kind === "is_first_order") return narrow.is_first_order === wide.is_first_order
  if (kind === "min_order_amounts") return asksForMore(narrow.min_order_amounts, wide.min_order_amounts)
  const allowed = new Set<string>(wide[kind])
  return narrow[kind]?.every((value) => allowed.has(value)) ?? false
}

function asksForMore(narrow: RuleConditions["min_order_amounts"], wide: RuleConditions["min_order_amounts"] = []): boolean {
  if (!narrow) return false
  return narrow.every(({ currency_code, amount }) =>
    wide.some((other) => other.currency_code === currency_code && new BigNumber(other.amount).lte(amount))
  )
}

/** A fixed amount matches orders of its currencies only, and no shipping. */
function isPayable(wide: RuleTerms, narrow: RuleTerms): boolean {
  if (wide.rate.type !== "fixed") return true
  const mayMatchShipping = narrow.rate.type !== "fixed" && PRODUCT_CONDITIONS.every((kind) => narrow.conditions[kind] === undefined)
  const payable = new Set(wide.rate.amounts.map(({ currency_code }) => currency_code))
  return !mayMatchShipping && (currenciesOf(narrow)?.every((code) => payable.has(code)) ?? false)
}

function currenciesOf({ rate, conditions }: RuleTerms): string[] | undefined {
  return rate.type === "fixed" ? rate.amounts.map(({ currency_code }) => currency_code) : conditions.currency_codes
}

/** The rules from the most specific to the least: by their most telling condition, then by how many kinds and how few values they name. */
export function mostSpecificFirst<Rule extends RuleTerms>(rules: Rule[]): Rule[] {
  const keyed = rules.map((rule, at) => ({ rule, key: [...specificity(rule), at] }))
  return keyed.sort((left, right) => compare(left.key, right.key)).map(({ rule }) => rule)
}

/** From the condition that matches least to the one that matches most. */
const TELLING: readonly (keyof RuleConditions)[] = [
  "product_ids",
  "affiliate_ids",
  "tag_ids",
  "collection_ids",
  "category_ids",
  "type_ids",
  "affiliate_group_ids",
  "customer_group_ids",
  "is_first_order",
  "min_order_amounts",
  "sources",
  "country_codes",
  "region_ids",
  "sales_channel_ids",
  "currency_codes",
]

function specificity({ conditions, starts_at, ends_at }: RuleTerms): number[] {
  const telling = TELLING.findIndex((kind) => conditions[kind] !== undefined)
  const values = LIST_CONDITIONS.reduce((sum, kind) => sum + (conditions[kind]?.length ?? 0), 0)
  const isLimited = starts_at !== null || ends_at !== null
  return [telling === -1 ? TELLING.length : telling, -Object.keys(conditions).length, values, isLimited ? 0 : 1]
}

function compare(left: number[], right: number[]): number {
  const at = left.findIndex((value, place) => value !== right[place])
  return at === -1 ? 0 : (left[at] ?? 0) - (right[at] ?? 0)
}
