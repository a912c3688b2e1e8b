import { InvalidInput } from "../errors"
import { plainCode } from "../text/plain-text"
import { parseAmounts, parseCurrency, type Amount, type AmountInput } from "./rule-amounts"

/** Kinds of conditions that name rows of the store or of the plugin, and what a row of each is called. */
export const ID_CONDITIONS = {
  product_ids: "product",
  collection_ids: "collection",
  category_ids: "category",
  type_ids: "product type",
  tag_ids: "tag",
  customer_group_ids: "customer group",
  sales_channel_ids: "sales channel",
  region_ids: "region",
  affiliate_ids: "affiliate",
  affiliate_group_ids: "affiliate group",
} as const

export type IdCondition = keyof typeof ID_CONDITIONS

export const ID_CONDITION_NAMES = Object.keys(ID_CONDITIONS) as IdCondition[]

/** Conditions about what the line sells. Shipping never meets one of them. */
export const PRODUCT_CONDITIONS: readonly IdCondition[] = ["product_ids", "collection_ids", "category_ids", "type_ids", "tag_ids"]

export const RULE_SOURCES = ["link", "promo_code", "manual"] as const
export type RuleSource = (typeof RULE_SOURCES)[number]

/** A line has to meet all of them, and of each kind one value is enough. What is not there asks for nothing. */
export interface RuleConditions extends Partial<Record<IdCondition, string[]>> {
  country_codes?: string[]
  currency_codes?: string[]
  sources?: RuleSource[]
  is_first_order?: boolean
  /** What the items of the order are worth after discounts, in its currency. */
  min_order_amounts?: Amount[]
}

export type RuleConditionsInput = {
  [Kind in keyof RuleConditions]?: (Kind extends "min_order_amounts" ? AmountInput[] : RuleConditions[Kind]) | null
}

type ListCondition = IdCondition | "country_codes" | "currency_codes" | "sources"

export const LIST_CONDITIONS: readonly ListCondition[] = [...ID_CONDITION_NAMES, "country_codes", "currency_codes", "sources"]

/** Every kind, in the order in which they are checked. */
export const CONDITION_NAMES: readonly (keyof RuleConditions)[] = [...LIST_CONDITIONS, "is_first_order", "min_order_amounts"]

/** A rule that names more is better said with a collection, a tag or a group. */
const MOST_VALUES = 1000

/** The conditions in their stored form: sorted, each value once, and none that asks for nothing. @throws InvalidInput that names the wrong one. */
export function normalizeConditions(input: RuleConditionsInput): RuleConditions {
  const unknown = Object.keys(input).find((name) => !(CONDITION_NAMES as readonly string[]).includes(name))
  if (unknown) throw new InvalidInput(`conditions.${unknown.slice(0, 50)}`, `is unknown, known are ${CONDITION_NAMES.join(", ")}`)
  const conditions: RuleConditions = {}
  for (const kind of LIST_CONDITIONS) {
    const values = normalizeList(kind, input[kind] ?? [])
    if (values.length > 0) Object.assign(conditions, { [kind]: values })
  }
  if (typeof input.is_first_order === "boolean") conditions.is_first_order = input.is_first_order
  const amounts = input.min_order_amounts ?? []
  if (amounts.length > 0) conditions.min_order_amounts = parseAmounts("conditions.min_order_amounts", amounts)
  return conditions
}

function normalizeList(kind: ListCondition, given: string[]): string[] {
  const field = `conditions.${kind}`
  if (given.length > MOST_VALUES) throw new InvalidInput(field, `must be at most ${MOST_VALUES} values`)
  return [...new Set(given.map((value, at) => normalizeValue(kind, `${field}[${at}]`, value)))].sort()
}

function normalizeValue(kind: ListCondition, field: string, given: string): string {
  if (kind === "currency_codes") return parseCurrency(field, given)
  const value = plainCode(given)
  if (kind === "country_codes") {
    if (!/^[a-z]{2}$/i.test(value)) throw new InvalidInput(field, `"${given.slice(0, 10)}" is no country code such as de`)
    return value.toLowerCase()
  }
  if (kind === "sources" && !RULE_SOURCES.some((source) => source === value)) {
    throw new InvalidInput(field, `must be one of ${RULE_SOURCES.join(", ")}`)
  }
  if (value === "" || value.length > 255) throw new InvalidInput(field, "must be an id")
  return value
}
