import { z } from "@medusajs/framework/zod"

import { DECIMAL_SIGNS } from "../../../domain/text/csv-format"
import { currencies, oneOrManyOf, periods, times } from "../filters"
import { listParams } from "../list-params"

export const StatementListParams = listParams(["period", "issued_at"]).extend({
  currency_code: currencies(),
  status: oneOrManyOf(["open", "closed"]),
  period: periods(),
  issued_at: times(),
})
export type StatementListParams = z.infer<typeof StatementListParams>

/** Which currency's statement of the month, every one when absent; and how a CSV writes amounts. */
export const StatementParams = z.object({
  currency_code: z.string().max(10).toLowerCase().optional(),
  decimal: z.enum(DECIMAL_SIGNS).optional(),
})
export type StatementParams = z.infer<typeof StatementParams>

/** Checked by the domain, which says what would be right. */
export const BillingDetailsParams = z.object({
  name: z.unknown(),
  company: z.unknown(),
  address: z.unknown(),
  country_code: z.unknown(),
  tax_id: z.unknown(),
})
export type BillingDetailsParams = z.infer<typeof BillingDetailsParams>
