import { z } from "@medusajs/framework/zod"

export const AdminGetTasks = z.object({ program_id: z.string().optional() })
export type AdminGetTasks = z.infer<typeof AdminGetTasks>
