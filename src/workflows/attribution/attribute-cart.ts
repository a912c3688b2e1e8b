import { PromotionActions } from "@medusajs/framework/utils"
import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { updateCartPromotionsWorkflow, useQueryGraphStep } from "@medusajs/medusa/core-flows"

import { attributeCartStep, type AttributeCartInput, type AttributedCart } from "./attribute-cart-step"

export const attributeCartWorkflowId = "affiliate-attribute-cart"

/**
 * Puts a click or a promo code on a cart and applies the code's discount where it has one.
 *
 * @example
 * await attributeCartWorkflow(container).run({ input: { cart_id: "cart_01", code: "WELCOME-7" } })
 * // { source: "promo_code", affiliate_code: "k3v9q2xw", program_id: "affprog_01" }
 */
export const attributeCartWorkflow = createWorkflow(attributeCartWorkflowId, (input: AttributeCartInput) => {
  useQueryGraphStep({
    entity: "cart",
    fields: ["id"],
    filters: { id: input.cart_id },
    options: { throwIfKeyNotFound: true, isList: false },
  })
  const attributed = attributeCartStep(input)
  when("affiliate-code-has-discount", { attributed }, ({ attributed: { discount_code } }) => discount_code !== null).then(() => {
    const promotions = transform({ input, attributed }, (data) => ({
      cart_id: data.input.cart_id,
      promo_codes: [data.attributed.discount_code as string],
      action: PromotionActions.ADD,
      force_refresh_payment_collection: true,
    }))
    updateCartPromotionsWorkflow.runAsStep({ input: promotions })
  })
  // The workflow engine reads the result of a failed run too; without the question mark a TypeError would hide the real failure.
  return new WorkflowResponse(transform({ attributed }, (data) => (data.attributed as AttributedCart | undefined)?.result))
})
