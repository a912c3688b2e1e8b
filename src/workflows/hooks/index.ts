import { completeCartWorkflow, computeAdjustmentsForPreviewWorkflow, updateCartPromotionsWorkflow } from "@medusajs/medusa/core-flows"

import { cartPromotionContext, completeCartValidate, orderEditPromotionContext, releaseFirstOrderClaim } from "../../hooks"
import { pluginOptions } from "../../hooks/plugin-options"

// Medusa stops at the second handler of a hook. Each of ours can be switched off, and called from the handler that is there.
const { hooks } = pluginOptions()

if (hooks.cart_promotion_context) updateCartPromotionsWorkflow.hooks.setPromotionContext(cartPromotionContext)
if (hooks.complete_cart_validate) completeCartWorkflow.hooks.validate(completeCartValidate, releaseFirstOrderClaim)
if (hooks.order_edit_promotion_context) computeAdjustmentsForPreviewWorkflow.hooks.setPromotionContext(orderEditPromotionContext)
