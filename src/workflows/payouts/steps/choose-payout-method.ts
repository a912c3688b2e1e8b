import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type { PayoutMethodChoice } from "../../../modules/affiliate/payouts/choose-payout-method"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import { invalidDataOnInvalidInput } from "../../utils/to-medusa-error"

/**
 * Says how an affiliate wants to be paid. Nothing to compensate: what he said before is kept, and saying it again brings it back.
 *
 * @throws MedusaError INVALID_DATA naming `method` or the wrong field of `details`, NOT_FOUND for an unknown affiliate.
 */
export const choosePayoutMethodStep = createStep("choose-payout-method", async (choice: PayoutMethodChoice, { container }) => {
  const affiliate = container.resolve<AffiliateModuleService>(AFFILIATE_MODULE)
  await invalidDataOnInvalidInput(() => affiliate.choosePayoutMethod(choice))
  return new StepResponse({ affiliate_id: choice.affiliate_id })
})
