import type { PromotionDTO } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import type { PromotionBinding } from "../../../modules/affiliate/promo-codes/promo-code-promotions"
import { forgetCachedLookup } from "../cached-lookups"
import { affiliateModule } from "../../utils/affiliate-module"

export interface BindPromotionsInput {
  bindings: PromotionBinding[]
  /** New promotions that name their promo code in their metadata. */
  created?: PromotionDTO[]
}

/**
 * Binds promo codes to their promotions, or unbinds them, and lets Medusa see codes that somebody typed before they existed. Compensation unbinds the promotions that this run created, because they are
 * deleted; the next synchronisation repairs other bindings.
 */
export const bindPromotionsStep = createStep(
  "bind-promotions",
  async ({ bindings, created = [] }: BindPromotionsInput, { container }) => {
    const affiliate = affiliateModule(container)
    const made = created.map(({ id, metadata }) => ({ promo_code_id: String(metadata?.affiliate_promo_code_id), promotion_id: id }))
    await affiliate.promoCodes.bindPromotions([...bindings, ...made])
    await Promise.all(created.map(({ code }) => forgetCachedLookup(container, code ? [code] : [])))
    return new StepResponse(made.length, made)
  },
  async (made, { container }) => {
    const unbound = made?.map(({ promo_code_id }) => ({ promo_code_id, promotion_id: null })) ?? []
    await affiliateModule(container).promoCodes.bindPromotions(unbound)
  }
)
