import { z } from "@medusajs/framework/zod"

export const GetPortalConfig = z.object({ program: z.string().min(1).max(200).optional() })
export type GetPortalConfig = z.infer<typeof GetPortalConfig>
