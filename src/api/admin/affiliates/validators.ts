import { z } from "@medusajs/framework/zod"

import { decimal } from "../../utils/decimal"
import { numbers, oneOrMany, oneOrManyOf, searchText, times } from "../../utils/filters"
import { listParams, SelectParams } from "../../utils/list-params"

const STATUSES = ["pending", "active", "suspended", "rejected"] as const

export const AdminGetAffiliates = listParams(["number", "code", "status", "created_at", "updated_at"]).extend({
  id: oneOrMany(),
  program_id: oneOrMany(),
  customer_id: oneOrMany(),
  status: oneOrManyOf(STATUSES),
  code: oneOrMany(),
  number: numbers(),
  created_at: times(),
  updated_at: times(),
  q: searchText(),
})
export type AdminGetAffiliates = z.infer<typeof AdminGetAffiliates>

export const AdminGetAffiliate = SelectParams

export const AdminCreateAffiliate = z.object({ program_id: z.string().min(1), customer_id: z.string().min(1) })
export type AdminCreateAffiliate = z.infer<typeof AdminCreateAffiliate>

export const AdminUpdateAffiliate = z.object({
  status: z.enum(STATUSES).optional(),
  reason: z.string().max(2000).nullish(),
  commission_percent: decimal().nullish(),
  customer_id: z.string().min(1).optional(),
})
export type AdminUpdateAffiliate = z.infer<typeof AdminUpdateAffiliate>

export const AdminAdjustBalance = z.object({
  amount: decimal(),
  currency_code: z.string().min(1),
  reason: z.string().min(1).max(2000),
})
export type AdminAdjustBalance = z.infer<typeof AdminAdjustBalance>
