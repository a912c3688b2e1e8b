import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import type { ReferrerChange } from "../../modules/affiliate/referrals/set-referrer"
import type { GivenTime } from "../../modules/affiliate/database/clock"
import { givenTime } from "../utils/to-date"
import { withMedusaErrors } from "../utils/to-medusa-error"
import { affiliateModule } from "../utils/affiliate-module"

/**
 * Makes a customer the referral of an affiliate, or ends the customer's referrals, and decides their orders of open months again, in one
 * transaction. Nothing to compensate: referrals and commissions keep their history; setting the former referrer again undoes the change.
 *
 * @throws MedusaError INVALID_DATA naming the field, NOT_FOUND for an unknown customer or affiliate.
 */
export const setCustomerReferrerStep = createStep("set-customer-referrer", async (change: GivenTime<ReferrerChange>, { container }) => {
  const affiliate = affiliateModule(container)
  const made = await withMedusaErrors(() => affiliate.referrals.setReferrer({ ...change, now: givenTime(change.now) }))
  const { rows } = await affiliate.referrals.list({ customer_id: [change.customer_id], active: true }, { limit: 100, offset: 0 })
  return new StepResponse({ referrals: rows, made: made ? [made] : [] })
})
