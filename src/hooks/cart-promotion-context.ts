import type { MedusaContainer } from "@medusajs/framework/types"
import type { PromotionActions } from "@medusajs/framework/utils"
import type { StepResponse } from "@medusajs/framework/workflows-sdk"

import { promotionContext, usableCodes, type AffiliatePromotionContext } from "./promotion-context"

interface CartPromotionContext {
  cart: { id: string; email?: string | null; customer_id?: string | null; promotions?: ({ code?: string } | null)[] | null }
  promo_codes?: string[]
  action?: `${PromotionActions}`
}

/**
 * Tells Medusa's promotion engine which of the cart's codes may take something off. Medusa calls it whenever the cart changes, so a discount
 * disappears as soon as an e-mail or a login shows an earlier order. A promotion of an affiliate that was made automatic takes nothing off,
 * because nobody typed its code.
 *
 * Handler of `updateCartPromotionsWorkflow.hooks.setPromotionContext`; call it from yours when you hold that hook.
 */
export async function cartPromotionContext(
  input: CartPromotionContext,
  { container }: { container: MedusaContainer }
): Promise<StepResponse<AffiliatePromotionContext>> {
  const { id: cart_id, customer_id = null, email = null } = input.cart
  return promotionContext(await usableCodes(container, codesAfter(input), { cart_id, shopper: { customer_id, email } }))
}

/** The codes that the cart has once the workflow is done. */
function codesAfter({ cart, promo_codes: given = [], action = "add" }: CartPromotionContext): string[] {
  const present = (cart.promotions ?? []).flatMap((promotion) => promotion?.code ?? [])
  if (action === "replace") return given
  if (action === "remove") return present.filter((code) => !given.includes(code))
  return [...present, ...given]
}
