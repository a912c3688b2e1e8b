import type { MedusaContainer } from "@medusajs/framework/types"
import type { StepResponse } from "@medusajs/framework/workflows-sdk"

import { promotionContext, usableCodes, type AffiliatePromotionContext } from "./promotion-context"

interface DraftOrderPromotionContext {
  order: { email?: string | null; customer?: { id: string } | null; promotions?: ({ code?: string } | null)[] | null }
}

/**
 * Tells Medusa's promotion engine which codes of a draft order may take something off, by the first-order rule of the draft's customer.
 *
 * Handler of `computeDraftOrderAdjustmentsWorkflow.hooks.setPromotionContext`; call it from yours when you hold that hook.
 */
export async function draftOrderPromotionContext(
  { order }: DraftOrderPromotionContext,
  { container }: { container: MedusaContainer }
): Promise<StepResponse<AffiliatePromotionContext>> {
  const codes = (order.promotions ?? []).flatMap((promotion) => promotion?.code ?? [])
  const shopper = { customer_id: order.customer?.id ?? null, email: order.email ?? null }
  return promotionContext(await usableCodes(container, codes, { cart_id: "", shopper }))
}
