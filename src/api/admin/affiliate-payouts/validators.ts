import { z } from "@medusajs/framework/zod"

import { PAYOUT_FILES, type PayoutFileFormat } from "../../../domain/payouts/files"
import { DECIMAL_SIGNS } from "../../../domain/text/csv-format"
import { amounts, currencies, flag, numbers, oneOrMany, oneOrManyOf, searchText, times } from "../../utils/filters"
import { listParams, SelectParams } from "../../utils/list-params"

export const PAYOUT_STATUSES = ["processing", "paid", "failed", "canceled"] as const

const payoutFilters = {
  id: oneOrMany(),
  pay_run_id: oneOrMany(),
  program_id: oneOrMany(),
  affiliate_id: oneOrMany(),
  status: oneOrManyOf(PAYOUT_STATUSES),
  currency_code: currencies(),
  method: oneOrMany(),
  has_details: flag(),
  is_exported: flag(),
  is_last: flag(),
  number: numbers(),
  amount: amounts(),
  created_at: times(),
  sent_at: times(),
  ended_at: times(),
  q: searchText(),
}

export const AdminGetPayouts = listParams(["number", "created_at", "sent_at", "ended_at"]).extend(payoutFilters)
export type AdminGetPayouts = z.infer<typeof AdminGetPayouts>

/** The list's filters, without a page: a file holds all of it. */
export const AdminExportPayouts = z.object({
  format: z.enum(["csv", ...(Object.keys(PAYOUT_FILES) as PayoutFileFormat[])]),
  decimal: z.enum(DECIMAL_SIGNS).default("point"),
  ...payoutFilters,
})
export type AdminExportPayouts = z.infer<typeof AdminExportPayouts>

export const AdminGetPayout = SelectParams

export const AdminPreviewPayouts = z.object({
  program_id: z.string().min(1),
  currency_code: z.string().min(1).optional(),
  affiliate_ids: oneOrMany(),
})
export type AdminPreviewPayouts = z.infer<typeof AdminPreviewPayouts>

export const AdminCreatePayouts = z.object({
  program_id: z.string().min(1),
  currency_code: z.string().min(1).optional(),
  affiliate_ids: z.array(z.string().min(1)).max(10_000).optional(),
  fingerprint: z.string().max(100).optional(),
})
export type AdminCreatePayouts = z.infer<typeof AdminCreatePayouts>

export const AdminSettlePayout = z.object({ reference: z.string().max(2000).nullish() })
export type AdminSettlePayout = z.infer<typeof AdminSettlePayout>

export const AdminSettlePayouts = AdminSettlePayout.extend({ ids: z.array(z.string().min(1)).min(1).max(10_000) })
export type AdminSettlePayouts = z.infer<typeof AdminSettlePayouts>

export const AdminFailPayout = z.object({ reason: z.string().min(1).max(2000) })
export type AdminFailPayout = z.infer<typeof AdminFailPayout>

export const AdminCancelPayout = AdminFailPayout.extend({ confirm_exported: z.boolean().optional() })
export type AdminCancelPayout = z.infer<typeof AdminCancelPayout>
