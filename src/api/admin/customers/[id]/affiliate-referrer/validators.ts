import { z } from "@medusajs/framework/zod"

export const AdminSetCustomerReferrer = z.object({
  affiliate_id: z.string().min(1).nullable(),
  /** Ends the referral in this program only, when `affiliate_id` is null. */
  program_id: z.string().min(1).optional(),
  reason: z.string().min(1).max(2000),
})
export type AdminSetCustomerReferrer = z.infer<typeof AdminSetCustomerReferrer>
