import { z } from "@medusajs/framework/zod"

import { StatisticsParams } from "../../utils/statistics-params"

export const AdminGetStatistics = StatisticsParams.extend({ program_id: z.string().optional(), affiliate_id: z.string().optional() })
export type AdminGetStatistics = z.infer<typeof AdminGetStatistics>

const day = z.string().max(40).optional()

/** The second range is read where both of its ends are given. */
export const AdminGetStatisticsOverview = AdminGetStatistics.extend({ before_from: day, before_to: day })
export type AdminGetStatisticsOverview = z.infer<typeof AdminGetStatisticsOverview>

export const AdminGetStatisticsTops = AdminGetStatistics.omit({ interval: true, affiliate_id: true }).extend({
  limit: z.coerce.number().int().min(1).max(100).default(5),
})
export type AdminGetStatisticsTops = z.infer<typeof AdminGetStatisticsTops>
