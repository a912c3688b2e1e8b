import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { requireReason } from "../../../domain/text/plain-text"
import type { PayoutEnd } from "../../../modules/affiliate/payouts/end-payout"
import { givenTime } from "../../utils/to-date"
import { withMedusaErrors } from "../../utils/to-medusa-error"
import { askBeforeFailing } from "../ask-before-failing"
import { affiliateModule } from "../../utils/affiliate-module"

/** A payout that a person ends. The step finds out when it was sent. */
export type PayoutEndByHand = Omit<PayoutEnd, "sent_at">

/**
 * Ends a payout without payment and credits its amount back to the balance. Nothing to compensate: the next payout takes the amount again.
 *
 * @throws MedusaError INVALID_DATA naming `reason`, or when it has ended otherwise, or its provider does not say that it failed,
 * CONFLICT when it stands in a payment file, NOT_FOUND.
 */
export const endPayoutStep = createStep("end-payout", async (input: PayoutEndByHand, { container }) => {
  const affiliate = affiliateModule(container)
  const now = givenTime(input.now)
  const ended = await withMedusaErrors(async () => {
    const reason = requireReason(input.reason)
    const sent_at = input.status === "failed" ? await askBeforeFailing(container, input.id, now) : null
    return affiliate.payouts.end({ ...input, reason, sent_at, now })
  })
  return new StepResponse({ id: input.id, ended })
})
