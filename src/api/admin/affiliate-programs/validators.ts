import { z } from "@medusajs/framework/zod"

import { decimal } from "../../utils/decimal"
import { numbers, oneOrMany, oneOrManyOf, searchText, times } from "../../utils/filters"
import { listParams, SelectParams } from "../../utils/list-params"

const STATUSES = ["active", "paused", "archived"] as const

export const AdminGetPrograms = listParams(["number", "name", "handle", "status", "created_at", "updated_at"]).extend({
  id: oneOrMany(),
  handle: oneOrMany(),
  status: oneOrManyOf(STATUSES),
  number: numbers(),
  created_at: times(),
  updated_at: times(),
  q: searchText(),
})
export type AdminGetPrograms = z.infer<typeof AdminGetPrograms>

export const AdminGetProgram = SelectParams

export const AdminGetAgreements = listParams(["version", "created_at"]).extend({ version: numbers(), created_at: times() })
export type AdminGetAgreements = z.infer<typeof AdminGetAgreements>

/** Shapes only: `src/domain/programs/program-settings.ts` says which values are right. */
export const AdminUpdateProgram = z.object({
  name: z.string().optional(),
  handle: z.string().optional(),
  status: z.enum(STATUSES).optional(),
  site_url: z.string().max(2048).optional(),
  link_parameter: z.string().optional(),
  promo_code_template: z.string().nullish(),
  customer_discount_percent: decimal().nullish(),
  commission_percent: decimal().optional(),
  commission_basis: z.enum(["placed", "captured"]).optional(),
  include_tax: z.boolean().optional(),
  include_shipping: z.boolean().optional(),
  eligible_customer_group_ids: z.array(z.string()).optional(),
  forbidden_customer_group_ids: z.array(z.string()).optional(),
  sales_channel_ids: z.array(z.string()).optional(),
  attribution_window_days: z.number().optional(),
  attribution_model: z.enum(["last_click", "first_click"]).optional(),
  referral_period_months: z.number().nullish(),
  hold_period_days: z.number().optional(),
  timezone: z.string().optional(),
  starts_at: z.string().nullish(),
  ends_at: z.string().nullish(),
  auto_enroll: z.boolean().optional(),
  requires_approval: z.boolean().optional(),
  agreement_text: z.string().max(200_000).nullish(),
  agreement_required: z.boolean().optional(),
  payout_method: z.string().max(200).nullish(),
  payout_methods: z.array(z.string().max(200)).max(50).nullish(),
  payout_minimums: z.record(z.string(), decimal()).nullish(),
  automatic_payouts: z.boolean().optional(),
  statement_settings: z.record(z.string(), z.unknown()).nullish(),
  notifications: z.record(z.string(), z.unknown()).nullish(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
})
export type AdminUpdateProgram = z.infer<typeof AdminUpdateProgram>

export const AdminCreateProgram = AdminUpdateProgram.required({ name: true, site_url: true, commission_percent: true })
export type AdminCreateProgram = z.infer<typeof AdminCreateProgram>
