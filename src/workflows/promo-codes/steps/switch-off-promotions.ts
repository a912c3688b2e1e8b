import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { updatePromotionsStatusWorkflow } from "@medusajs/medusa/core-flows"

import { affiliateModule } from "../../utils/affiliate-module"

/**
 * Switches off the promotions of affiliates' promo codes, page by page. Nothing to compensate: a program that runs switches its own on again
 * within the hour.
 */
export const switchOffPromotionsStep = createStep("switch-off-promotions", async (_: undefined, { container }) => {
  const { promoCodes } = affiliateModule(container)
  let count = 0
  for (let ids = await promoCodes.listActivePromotions(); ids.length > 0; ids = await promoCodes.listActivePromotions()) {
    await updatePromotionsStatusWorkflow(container).run({
      input: { promotionsData: ids.map((id) => ({ id, status: "inactive" as const })) },
    })
    count += ids.length
  }
  return new StepResponse(count)
})
