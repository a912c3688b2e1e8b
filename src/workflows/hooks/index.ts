import {
  completeCartWorkflow,
  computeAdjustmentsForPreviewWorkflow,
  computeDraftOrderAdjustmentsWorkflow,
  updateCartPromotionsWorkflow,
} from "@medusajs/medusa/core-flows"

import {
  cartPromotionContext,
  completeCartValidate,
  draftOrderPromotionContext,
  orderEditPromotionContext,
  releaseFirstOrderClaim,
} from "../../hooks"
import { pluginOptions } from "../../hooks/plugin-options"

// Medusa does not start when a hook has two handlers. So each of the plugin's handlers can be switched off and called from the store's own.
const { hooks } = pluginOptions()

if (hooks.cart_promotion_context) updateCartPromotionsWorkflow.hooks.setPromotionContext(cartPromotionContext)
if (hooks.complete_cart_validate) completeCartWorkflow.hooks.validate(completeCartValidate, releaseFirstOrderClaim)
if (hooks.order_edit_promotion_context) computeAdjustmentsForPreviewWorkflow.hooks.setPromotionContext(orderEditPromotionContext)
if (hooks.draft_order_promotion_context) computeDraftOrderAdjustmentsWorkflow.hooks.setPromotionContext(draftOrderPromotionContext)
