import type { MedusaContainer } from "@medusajs/framework/types"
import { PromotionActions } from "@medusajs/framework/utils"
import { updateCartPromotionsWorkflow } from "@medusajs/medusa/core-flows"

import { forgetCachedLookup } from "../promo-codes/cached-lookups"
import { affiliateModule } from "../utils/affiliate-module"
import { logAndContinue } from "../utils/log-and-continue"

/** Applies the discount that a cart's link gives. @returns whether the cart has changed. */
export function applyLinkDiscount(container: MedusaContainer, cartId: string): Promise<boolean> {
  const apply = async (): Promise<boolean> => {
    const codes = await affiliateModule(container).attribution.listPendingLinkCodes(cartId)
    if (codes.length === 0) return false
    await forgetCachedLookup(container, codes)
    await addPromotions(container, cartId, codes)
    return true
  }
  return logAndContinue(container, "applying a link's discount", apply, false)
}

/** Has Medusa compute a cart anew to which a link gave a discount, so that one which no longer holds is gone. */
export function refreshLinkDiscount(container: MedusaContainer, cartId: string): Promise<void> {
  const refresh = async (): Promise<void> => {
    if (await affiliateModule(container).attribution.hasLinkDiscount(cartId)) await addPromotions(container, cartId, [])
  }
  return logAndContinue(container, "computing a link's discount anew", refresh, undefined)
}

async function addPromotions(container: MedusaContainer, cart_id: string, promo_codes: string[]): Promise<void> {
  const input = { cart_id, promo_codes, action: PromotionActions.ADD, force_refresh_payment_collection: true }
  await updateCartPromotionsWorkflow(container).run({ input })
}
