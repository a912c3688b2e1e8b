import { StepResponse } from "@medusajs/framework/workflows-sdk"

import type { AffiliatePromotionContext } from "./cart-promotion-context"

/**
 * An order that is edited keeps the discount it was placed with: without this answer the rule `affiliate.first_order` would fail and the
 * discount would vanish from the edit.
 *
 * Handler of `computeAdjustmentsForPreviewWorkflow.hooks.setPromotionContext`; call it from yours when you hold that hook.
 */
export const orderEditPromotionContext = (): StepResponse<AffiliatePromotionContext> =>
  new StepResponse({ affiliate: { first_order: "true" } })
