const { MedusaError } = require("@medusajs/framework/utils")
const { StepResponse } = require("@medusajs/framework/workflows-sdk")
const { completeCartWorkflow, updateCartPromotionsWorkflow } = require("@medusajs/medusa/core-flows")

const { cartPromotionContext, completeCartValidate, releaseFirstOrderClaim } = require("../../../../.medusa/server/src/hooks")

// A shop that holds two of the plugin's hooks itself, and calls the plugin's handlers from its own.
updateCartPromotionsWorkflow.hooks.setPromotionContext(async (input, context) => {
  const { output } = await cartPromotionContext(input, context)
  return new StepResponse({ ...output, shop: { name: "hook-holder" } })
})

completeCartWorkflow.hooks.validate(async (input, context) => {
  if (input.cart.email === "blocked@example.com") throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "The shop holds this cart back")
  return completeCartValidate(input, context)
}, releaseFirstOrderClaim)
