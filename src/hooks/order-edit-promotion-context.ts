import { StepResponse } from "@medusajs/framework/workflows-sdk"

import type { AffiliatePromotionContext } from "./cart-promotion-context"

/**
 * Keeps the discount of an order that is edited: without this attribute the rule `affiliate.first_order` would fail, and the edit would
 * lose the discount.
 *
 * Handler of `computeAdjustmentsForPreviewWorkflow.hooks.setPromotionContext`; call it from yours when you hold that hook.
 */
export const orderEditPromotionContext = (): StepResponse<AffiliatePromotionContext> =>
  new StepResponse({ affiliate: { first_order: "true" } })
