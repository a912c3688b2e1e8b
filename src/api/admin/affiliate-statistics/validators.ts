import { z } from "@medusajs/framework/zod"

import { StatisticsParams } from "../../utils/statistics-params"

export const AdminGetStatistics = StatisticsParams.extend({ program_id: z.string().optional(), affiliate_id: z.string().optional() })
export type AdminGetStatistics = z.infer<typeof AdminGetStatistics>
