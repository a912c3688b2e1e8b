import type { MedusaContainer } from "@medusajs/framework/types"
import { StepResponse } from "@medusajs/framework/workflows-sdk"

import { logAndContinue } from "../workflows/utils/log-and-continue"
import { affiliateModule } from "../workflows/utils/affiliate-module"

interface CartPromotionContext {
  cart: { id: string; email?: string | null; customer_id?: string | null; promotions?: unknown[] }
  promo_codes?: string[]
}

/** The attribute that the rule `affiliate.first_order` of affiliates' promotions reads. */
export interface AffiliatePromotionContext {
  affiliate: { first_order: "true" | "false" }
}

/**
 * Tells Medusa's promotion engine whether this would be the shopper's first order. Medusa calls it whenever the cart changes, so a discount
 * disappears as soon as an e-mail or a login shows an earlier order.
 *
 * Handler of `updateCartPromotionsWorkflow.hooks.setPromotionContext`; call it from yours when you hold that hook.
 */
export async function cartPromotionContext(
  { cart, promo_codes }: CartPromotionContext,
  { container }: { container: MedusaContainer }
): Promise<StepResponse<AffiliatePromotionContext>> {
  const hasCodes = (promo_codes?.length ?? 0) > 0 || (cart.promotions?.length ?? 0) > 0
  const affiliate = affiliateModule(container)
  const shopper = { customer_id: cart.customer_id ?? null, email: cart.email ?? null }
  const isFirst =
    !hasCodes ||
    (await logAndContinue(container, "looking for an earlier order", () => affiliate.attribution.isFirstOrder(cart.id, shopper), true))
  return new StepResponse({ affiliate: { first_order: isFirst ? "true" : "false" } })
}
