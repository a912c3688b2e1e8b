import type { StepResponse } from "@medusajs/framework/workflows-sdk"

import { originalCode } from "../domain/promo-codes/promotion-plan"
import { promotionContext, type AffiliatePromotionContext } from "./promotion-context"

interface OrderEdit {
  order?: { promotions?: ({ code?: string } | null)[] | null }
}

/**
 * Keeps the discount of an order that is edited, also when its affiliate has been suspended or the program's discount has changed: the codes
 * that the order was placed with may take off what they did.
 *
 * Handler of `computeAdjustmentsForPreviewWorkflow.hooks.setPromotionContext`; call it from yours when you hold that hook.
 */
export function orderEditPromotionContext({ order }: OrderEdit): StepResponse<AffiliatePromotionContext> {
  const codes = (order?.promotions ?? []).flatMap((promotion) => (promotion?.code ? [originalCode(promotion.code)] : []))
  return promotionContext(codes)
}
