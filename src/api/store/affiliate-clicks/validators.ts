import { z } from "@medusajs/framework/zod"

export const StoreCreateAffiliateClick = z.strictObject({
  url: z.string().min(1),
  referrer: z.string().nullish(),
  program: z.union([z.string(), z.number()]).nullish(),
  token: z.string().nullish(),
})

export type StoreCreateAffiliateClickType = z.infer<typeof StoreCreateAffiliateClick>
