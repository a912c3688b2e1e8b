import { z } from "@medusajs/framework/zod"

import { AFFILIATE_FIGURES } from "../../../domain/affiliates/figures"
import { DECIMAL_SIGNS } from "../../../domain/text/csv-format"
import { decimal } from "../../utils/decimal"
import { numbers, oneOrMany, oneOrManyOf, searchText, time, times } from "../../utils/filters"
import { listParams, SelectParams } from "../../utils/list-params"

const STATUSES = ["pending", "active", "suspended", "rejected"] as const

const affiliateFilters = {
  id: oneOrMany(),
  program_id: oneOrMany(),
  customer_id: oneOrMany(),
  status: oneOrManyOf(STATUSES),
  group_id: oneOrMany(),
  code: oneOrMany(),
  created_at: times(),
  updated_at: times(),
  q: searchText(),
}

/** The range of the figures: all three or none. */
const figureRange = { from: time(), to: time(), currency_code: z.string().toLowerCase().optional() }

export const AdminGetAffiliates = listParams(["name", "number", "code", "status", "created_at", "updated_at", ...AFFILIATE_FIGURES]).extend(
  {
    ...affiliateFilters,
    number: numbers(),
    ...figureRange,
  }
)
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

export const AdminUpdateAffiliates = AdminUpdateAffiliate.extend({ ids: z.array(z.string().min(1)).min(1).max(1000) })
export type AdminUpdateAffiliates = z.infer<typeof AdminUpdateAffiliates>

/** The list's filters, without a page. */
export const AdminExportAffiliates = z.object({
  decimal: z.enum(DECIMAL_SIGNS).default("point"),
  ...affiliateFilters,
  ...figureRange,
})
export type AdminExportAffiliates = z.infer<typeof AdminExportAffiliates>

export const AdminGetNotes = listParams(["created_at"]).extend({ created_at: times() })
export type AdminGetNotes = z.infer<typeof AdminGetNotes>

export const AdminWriteNote = z.object({ text: z.string().max(10_000) })
export type AdminWriteNote = z.infer<typeof AdminWriteNote>

export const AdminAdjustBalance = z.object({
  amount: decimal(),
  currency_code: z.string().min(1),
  reason: z.string().min(1).max(2000),
})
export type AdminAdjustBalance = z.infer<typeof AdminAdjustBalance>
