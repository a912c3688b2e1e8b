import { z } from "@medusajs/framework/zod"

const TOKEN_OR_CODE = "give either token (of a click) or code (a promo code)"

export const StoreAttributeCart = z
  .strictObject({ token: z.string().min(1).optional(), code: z.string().min(1).optional() })
  .refine(({ token, code }) => (token === undefined) !== (code === undefined), { error: TOKEN_OR_CODE, path: ["token"] })

export type StoreAttributeCartType = z.infer<typeof StoreAttributeCart>
