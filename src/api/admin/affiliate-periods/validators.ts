import { z } from "@medusajs/framework/zod"

import { DECIMAL_SIGNS } from "../../../domain/text/csv-format"
import { CommissionRule } from "../affiliate-programs/[id]/commission-rules/validators"
import { decimal } from "../../utils/decimal"
import { oneOrMany, oneOrManyOf, periods, times } from "../../utils/filters"
import { listParams, OptionalPageParams } from "../../utils/list-params"

export const AdminGetPeriods = listParams(["period", "starts_at", "ends_at", "closed_at"]).extend({
  program_id: oneOrMany(),
  status: oneOrManyOf(["open", "closed"]),
  period: periods(),
  starts_at: times(),
  ends_at: times(),
  closed_at: times(),
})
export type AdminGetPeriods = z.infer<typeof AdminGetPeriods>

export const AdminGetPeriod = OptionalPageParams.extend({ program_id: z.string().optional(), affiliate_id: oneOrMany() })
export type AdminGetPeriod = z.infer<typeof AdminGetPeriod>

export const AdminExportPeriodStatements = z.object({
  program_id: z.string().min(1).optional(),
  format: z.enum(["zip", "csv"]),
  decimal: z.enum(DECIMAL_SIGNS).default("point"),
})
export type AdminExportPeriodStatements = z.infer<typeof AdminExportPeriodStatements>

export const AdminClosePeriod = z.object({ program_id: z.string().min(1).optional() })
export type AdminClosePeriod = z.infer<typeof AdminClosePeriod>

export const AdminSendPeriodStatements = z.object({ program_id: z.string().min(1).optional() })
export type AdminSendPeriodStatements = z.infer<typeof AdminSendPeriodStatements>

/** Other settings for a recorded month. What is left out, or null, stays as it was recorded. */
export const AdminReplayPeriod = z.object({
  program_id: z.string().min(1).optional(),
  commission_percent: decimal().nullish(),
  commission_basis: z.enum(["placed", "captured"]).nullish(),
  include_tax: z.boolean().nullish(),
  include_shipping: z.boolean().nullish(),
  forbidden_customer_group_ids: z.array(z.string()).max(100).nullish(),
  rules: z.array(CommissionRule).nullish(),
})
export type AdminReplayPeriod = z.infer<typeof AdminReplayPeriod>
