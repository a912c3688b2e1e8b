import { z } from "@medusajs/framework/zod"

import { mismatchSentence, type MismatchCode } from "../../../domain/rules/passed-over"
import type { RuleSource } from "../../../domain/rules/rule-conditions"
import type { RuleRate } from "../../../domain/rules/rule-rate"
import { hasEarlierOrder } from "../attribution/earlier-order"
import { NOW } from "../database/clock"
import { rows, type Sql } from "../database/connection"
import { notFound } from "../database/not-found"
import { decimal, flag, integer, statement, text } from "../database/row-check"
import { affiliateGroups, customerGroups, productFacts } from "./facts"
import { byCurrency, mismatch } from "./mismatch"

/** A line that might be ordered. What is left out is not known, and a rule that asks for it does not match. */
export interface RuleTrial {
  product_id: string
  customer_id?: string
  affiliate_id?: string
  currency_code?: string
  sales_channel_id?: string
  region_id?: string
  country_code?: string
  source?: RuleSource
  /** What all items of the order are worth after discounts. */
  order_amount?: string
  /** What the customer's earlier orders say, unless it is given. */
  is_first_order?: boolean
  /** Now, unless it is given. */
  at?: Date
}

interface TriedRule {
  id: string
  name: string
  public_name: string | null
  rank: number
  rate: RuleRate
}

export interface RuleTrialResult {
  /** The rule that gives the rate; null where none matches, or the affiliate has a rate of their own. */
  rule: TriedRule | null
  rate: RuleRate
  rate_source: "affiliate" | "rule" | "program"
  /** The rules above it, each with the first reason why it does not match. */
  passed_over: { rule: TriedRule; code: MismatchCode; reason: string }[]
}

interface Setting {
  has_product: boolean
  has_customer: boolean
  has_affiliate: boolean
  own_percent: string | null
  program_percent: string
}

const AT = `coalesce(:at::timestamptz, ${NOW})`

const SETTING = statement<Setting>(
  `
  SELECT EXISTS (SELECT 1 FROM product WHERE id = :product_id AND deleted_at IS NULL) AS has_product,
         EXISTS (SELECT 1 FROM customer WHERE id = :customer_id AND deleted_at IS NULL) AS has_customer,
         EXISTS (SELECT 1 FROM affiliate WHERE id = :affiliate_id AND program_id = :program_id AND deleted_at IS NULL) AS has_affiliate,
         (SELECT commission_percent::text FROM affiliate_at(:affiliate_id::text, ${AT})) AS own_percent,
         version.commission_percent::text AS program_percent
  FROM affiliate_program program CROSS JOIN LATERAL affiliate_program_at(program.id, ${AT}) version
  WHERE program.id = :program_id AND program.deleted_at IS NULL`,
  z.strictObject({ has_product: flag, has_customer: flag, has_affiliate: flag, own_percent: decimal.nullable(), program_percent: decimal })
)

const IS_FIRST = `
  coalesce(:is_first_order::boolean, (
    SELECT NOT ${hasEarlierOrder({ customer_id: "shopper.id", email: "shopper.email" }, "true")} FROM customer shopper WHERE shopper.id = :customer_id))`

const TRIED = statement<TriedRule & { reason: MismatchCode | null }>(
  `
  WITH line AS (SELECT jsonb_strip_nulls(${productFacts("product")}) AS facts FROM product WHERE product.id = :product_id),
  shopping AS (
    SELECT jsonb_build_object('customer_group_ids', ${customerGroups(":customer_id::text")}, 'affiliate_id', :affiliate_id::text,
             'affiliate_group_ids', ${affiliateGroups(":affiliate_id::text")}, 'sales_channel_id', :sales_channel_id::text,
             'region_id', :region_id::text, 'country_code', lower(:country_code::text), 'currency_code', lower(:currency_code::text),
             'source', :source::text, 'is_first_order', ${IS_FIRST}) AS facts
  )
  SELECT rule.rule_id AS id, rule.name, rule.public_name, (row_number() OVER (ORDER BY rule.rank, rule.rule_id))::int AS rank, rule.rate,
         ${mismatch({
           rule: "rule",
           condition: (kind) => `(rule.conditions -> '${kind}')`,
           facts: "shopping.facts",
           amount: "coalesce(:order_amount::numeric, -1)",
           leastAmounts: byCurrency("rule.conditions -> 'min_order_amounts'"),
           fixedAmounts: byCurrency("rule.rate -> 'amounts'"),
           line: "line.facts",
           isShipping: "false",
           placedAt: AT,
         })} AS reason
  FROM affiliate_commission_rule_history rule CROSS JOIN line CROSS JOIN shopping
  WHERE rule.program_id = :program_id AND rule.valid_from <= ${AT} AND rule.valid_to > ${AT}
  ORDER BY rule.rank, rule.rule_id`,
  z.strictObject({
    id: text,
    name: text,
    public_name: text.nullable(),
    rank: integer,
    rate: z.record(z.string(), z.unknown()),
    reason: text.nullable(),
  }) as unknown as z.ZodType<TriedRule & { reason: MismatchCode | null }>
)

const NOTHING = {
  ...{ customer_id: null, affiliate_id: null, currency_code: null, sales_channel_id: null, region_id: null, country_code: null },
  ...{ source: null, order_amount: null, is_first_order: null, at: null, now: null },
}

/** Which rule a line would follow, and why not the ones above it. @throws NOT_FOUND naming the field. */
export async function tryRules(sql: Sql, program_id: string, trial: RuleTrial): Promise<RuleTrialResult> {
  const bindings = { ...NOTHING, ...trial, program_id }
  const [setting] = await rows(sql, SETTING, bindings)
  if (!setting) throw notFound("Affiliate program", program_id)
  if (!setting.has_product) throw notFound("Product", trial.product_id, "product_id")
  if (trial.customer_id !== undefined && !setting.has_customer) throw notFound("Customer", trial.customer_id, "customer_id")
  if (trial.affiliate_id !== undefined && !setting.has_affiliate) throw notFound("Affiliate", trial.affiliate_id, "affiliate_id")
  if (setting.own_percent !== null) {
    return { rule: null, rate: { type: "percent", percent: setting.own_percent }, rate_source: "affiliate", passed_over: [] }
  }
  const tried = await rows(sql, TRIED, bindings)
  const at = tried.findIndex(({ reason }) => reason === null)
  const above = at === -1 ? tried : tried.slice(0, at)
  const passed_over = above.flatMap(({ reason: code, ...rule }) => (code ? [{ rule, code, reason: mismatchSentence(code) }] : []))
  const found = tried[at]
  if (!found) return { rule: null, rate: { type: "percent", percent: setting.program_percent }, rate_source: "program", passed_over }
  const { reason: _, ...rule } = found
  return { rule, rate: rule.rate, rate_source: "rule", passed_over }
}
