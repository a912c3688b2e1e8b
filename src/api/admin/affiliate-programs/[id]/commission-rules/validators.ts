import { z } from "@medusajs/framework/zod"

import type { RuleInput } from "../../../../../domain/rules/commission-rule"
import { ID_CONDITION_NAMES, RULE_SOURCES, type IdCondition } from "../../../../../domain/rules/rule-conditions"
import { decimal } from "../../../../utils/decimal"
import { time } from "../../../../utils/filters"
import { PageParams } from "../../../../utils/list-params"

export const AdminGetCommissionRules = PageParams
export type AdminGetCommissionRules = z.infer<typeof AdminGetCommissionRules>

/** Loose, because `src/domain/rules` decides once what is allowed where, and names a field within a field as it is written. */
const amounts = () => z.array(z.looseObject({ currency_code: z.string().max(50), amount: decimal() })).max(1000)
const texts = () => z.array(z.string().max(1000)).max(10_000).nullable().optional()

const rate = z.looseObject({
  type: z.enum(["percent", "fixed", "none"]),
  percent: decimal().optional(),
  per: z.string().max(50).optional(),
  amounts: amounts().optional(),
}) as unknown as z.ZodType<NonNullable<RuleInput["rate"]>>

const ids = Object.fromEntries(ID_CONDITION_NAMES.map((kind) => [kind, texts()])) as Record<IdCondition, ReturnType<typeof texts>>

const conditions = z.looseObject({
  ...ids,
  country_codes: texts(),
  currency_codes: texts(),
  sources: z.array(z.enum(RULE_SOURCES)).nullable().optional(),
  is_first_order: z.boolean().nullable().optional(),
  min_order_amounts: amounts().nullable().optional(),
}) as unknown as z.ZodType<NonNullable<RuleInput["conditions"]>>

export const AdminUpdateCommissionRule = z.object({
  name: z.string().max(1000).optional(),
  public_name: z.string().max(1000).nullable().optional(),
  rate: rate.optional(),
  conditions: conditions.optional(),
  starts_at: z.string().max(100).nullable().optional(),
  ends_at: z.string().max(100).nullable().optional(),
})
export type AdminUpdateCommissionRule = z.infer<typeof AdminUpdateCommissionRule>

export const AdminCreateCommissionRule = AdminUpdateCommissionRule.required({ name: true, rate: true })
export type AdminCreateCommissionRule = z.infer<typeof AdminCreateCommissionRule>

export const AdminOrderCommissionRules = z.object({ ids: z.array(z.string().max(255)).max(10_000) })
export type AdminOrderCommissionRules = z.infer<typeof AdminOrderCommissionRules>

/** A rule among others that are tried. */
export const CommissionRule = z.looseObject(AdminCreateCommissionRule.shape) as unknown as z.ZodType<RuleInput>

const id = () => z.string().max(255).optional()

export const AdminTryCommissionRules = z.object({
  product_id: z.string().max(255),
  customer_id: id(),
  affiliate_id: id(),
  currency_code: id(),
  sales_channel_id: id(),
  region_id: id(),
  country_code: id(),
  source: z.enum(RULE_SOURCES).optional(),
  order_amount: decimal()
    .refine((amount) => /^\d{1,15}(\.\d{1,10})?$/.test(String(amount)), { error: "must be a decimal number such as 12.50" })
    .optional(),
  is_first_order: z.boolean().optional(),
  at: time(),
})
export type AdminTryCommissionRules = z.infer<typeof AdminTryCommissionRules>
