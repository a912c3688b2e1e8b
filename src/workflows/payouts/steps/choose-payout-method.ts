import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import type { PayoutMethodChoice } from "../../../modules/affiliate/payouts/choose-payout-method"
import { withMedusaErrors } from "../../utils/to-medusa-error"
import { affiliateModule } from "../../utils/affiliate-module"

/**
 * Sets how an affiliate wants to be paid. Nothing to compensate: the earlier choice is kept, and choosing it again brings it back.
 *
 * @throws MedusaError INVALID_DATA naming `method` or the wrong field of `details`, NOT_FOUND for an unknown affiliate.
 */
export const choosePayoutMethodStep = createStep("choose-payout-method", async (choice: PayoutMethodChoice, { container }) => {
  const affiliate = affiliateModule(container)
  await withMedusaErrors(() => affiliate.payouts.chooseMethod(choice))
  return new StepResponse({ affiliate_id: choice.affiliate_id })
})
