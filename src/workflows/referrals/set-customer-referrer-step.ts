import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import type { ReferrerChange } from "../../modules/affiliate/referrals/set-referrer"
import { toDate } from "../utils/to-date"
import { withMedusaErrors } from "../utils/to-medusa-error"
import { affiliateModule } from "../utils/affiliate-module"

/**
 * Ties a customer to an affiliate, or ends his ties, and decides his orders of open months again, in one transaction. Nothing to
 * compensate: ties and commissions keep their history, and setting the former referrer again is the way back.
 *
 * @throws MedusaError INVALID_DATA naming the field, NOT_FOUND for an unknown customer or affiliate.
 */
export const setCustomerReferrerStep = createStep("set-customer-referrer", async (change: ReferrerChange, { container }) => {
  const affiliate = affiliateModule(container)
  const made = await withMedusaErrors(() => affiliate.referrals.setReferrer({ ...change, now: toDate(change.now) }))
  const { rows } = await affiliate.referrals.list({ customer_id: [change.customer_id], active: true }, { limit: 100, offset: 0 })
  return new StepResponse({ referrals: rows, made: made ? [made] : [] })
})
