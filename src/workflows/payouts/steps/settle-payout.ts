import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type { PayoutSettlement } from "../../../modules/affiliate/payouts/settle-payouts"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import { instant } from "../../utils/to-date"
import { invalidDataOnInvalidInput } from "../../utils/to-medusa-error"

/**
 * Says that a payout has arrived. Nothing to compensate: it has.
 *
 * @throws MedusaError INVALID_DATA when it has ended otherwise, NOT_FOUND.
 */
export const settlePayoutStep = createStep("settle-payout", async (input: PayoutSettlement, { container }) => {
  const affiliate = container.resolve<AffiliateModuleService>(AFFILIATE_MODULE)
  const reference = input.reference?.trim() || null
  const settled = await invalidDataOnInvalidInput(() => affiliate.settlePayout({ ...input, reference, now: instant(input.now) }))
  return new StepResponse({ id: input.id, settled })
})
