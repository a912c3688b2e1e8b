import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { InvalidInput } from "../../../domain/errors"
import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type { PayoutEnd } from "../../../modules/affiliate/operations/end-payout"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import { instant } from "../../instant"
import { invalidDataOnInvalidInput } from "../../invalid-data"

/**
 * Ends a payout without payment and gives the money back to the balance. Nothing to compensate: the next payout takes it again.
 *
 * @throws MedusaError INVALID_DATA naming `reason`, or when it has ended otherwise, NOT_FOUND.
 */
export const endPayoutStep = createStep("end-payout", async (input: PayoutEnd, { container }) => {
  const affiliate = container.resolve<AffiliateModuleService>(AFFILIATE_MODULE)
  const reason = input.reason.trim()
  const ended = await invalidDataOnInvalidInput(() => {
    if (!reason) throw new InvalidInput("reason", "is required")
    return affiliate.endPayout({ ...input, reason, now: instant(input.now) })
  })
  return new StepResponse({ id: input.id, ended })
})
