import { z } from "@medusajs/framework/zod"

import { STATISTICS_INTERVALS } from "../../domain/statistics/statistics-range"

/** Which buckets, and in which currency. A date alone is a day in the program's time zone; `to` then includes it. */
export const StatisticsParams = z.object({
  from: z.string().max(40).optional(),
  to: z.string().max(40).optional(),
  interval: z.enum(STATISTICS_INTERVALS).optional(),
  currency_code: z.string().toLowerCase().optional(),
})
export type StatisticsParams = z.infer<typeof StatisticsParams>
