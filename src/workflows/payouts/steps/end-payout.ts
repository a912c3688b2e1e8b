import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { InvalidInput } from "../../../domain/errors"
import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type { PayoutEnd } from "../../../modules/affiliate/payouts/end-payout"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import { instant } from "../../utils/to-date"
import { invalidDataOnInvalidInput } from "../../utils/to-medusa-error"
import { askBeforeFailing } from "../ask-before-failing"

/** A person's word. When it was sent is found out. */
export type PayoutEndByHand = Omit<PayoutEnd, "sent_at">

/**
 * Ends a payout without payment and gives the money back to the balance. Nothing to compensate: the next payout takes it again.
 *
 * @throws MedusaError INVALID_DATA naming `reason`, or when it has ended otherwise, or its provider does not say that it failed, NOT_FOUND.
 */
export const endPayoutStep = createStep("end-payout", async (input: PayoutEndByHand, { container }) => {
  const affiliate = container.resolve<AffiliateModuleService>(AFFILIATE_MODULE)
  const reason = input.reason.trim()
  const now = instant(input.now)
  const ended = await invalidDataOnInvalidInput(async () => {
    if (!reason) throw new InvalidInput("reason", "is required")
    const sent_at = input.status === "failed" ? await askBeforeFailing(container, input.id, now) : null
    return affiliate.endPayout({ ...input, reason, sent_at, now })
  })
  return new StepResponse({ id: input.id, ended })
})
