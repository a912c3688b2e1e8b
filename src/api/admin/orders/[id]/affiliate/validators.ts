import { z } from "@medusajs/framework/zod"

export const AdminReassignOrder = z.object({
  /** Null: the order earns for nobody. */
  affiliate_id: z.string().min(1).nullable(),
  reason: z.string().min(1).max(2000),
})
export type AdminReassignOrder = z.infer<typeof AdminReassignOrder>
