import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { affiliateModule } from "../../../../../workflows/utils/affiliate-module"

/** Whose promo code the promotion stands behind, and how often it was used; null of a promotion that is the merchant's own. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { promoCodes } = affiliateModule(req.scope)
  res.json({ affiliate_promo_code: await promoCodes.retrieveOfPromotion(req.params.id as string) })
}
