import { z } from "@medusajs/framework/zod"

import { listParams, oneOrMany, oneOrManyOf } from "../../utils/list-params"

export const AdminGetPeriods = listParams(["period"]).extend({
  program_id: oneOrMany(),
  period: oneOrMany(),
  status: oneOrManyOf(["open", "closed"]),
})
export type AdminGetPeriods = z.infer<typeof AdminGetPeriods>

export const AdminGetPeriod = z.object({ program_id: z.string().optional() })
export type AdminGetPeriod = z.infer<typeof AdminGetPeriod>

export const AdminClosePeriod = z.object({ program_id: z.string().min(1).optional() })
export type AdminClosePeriod = z.infer<typeof AdminClosePeriod>
