import type { MedusaRequest } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"

import { payoutMethodsOf } from "../../workflows/payouts/payout-methods"
import { affiliateModule } from "../../workflows/utils/affiliate-module"
import { notFound } from "../../modules/affiliate"

/** Shapes only: the method's form says which details are right. */
export const ChoosePayoutMethod = z.object({
  method: z.string().max(50),
  details: z.record(z.string(), z.unknown()).optional(),
})
export type ChoosePayoutMethod = z.infer<typeof ChoosePayoutMethod>

/** How an affiliate is paid, and what they may choose from. Payout details are never in it, only what people may see of them. */
export async function payoutMethodResponse(req: MedusaRequest, affiliateId: string) {
  const own = await affiliateModule(req.scope).payouts.retrieveMethodOf(affiliateId)
  if (!own) throw notFound("Affiliate", affiliateId)
  const { allowed, ...current } = own
  const methods = payoutMethodsOf(req.scope)
    .filter(({ id, is_available }) => is_available && allowed.includes(id))
    .map(({ id, form }) => ({ id, fields: form.fields }))
  return { payout_method: { ...current, methods } }
}
