import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import type { Reassignment } from "../../../modules/affiliate/orders/reassign-order"
import type { GivenTime } from "../../../modules/affiliate/database/clock"
import { givenTime } from "../../utils/to-date"
import { withMedusaErrors } from "../../utils/to-medusa-error"
import { affiliateModule } from "../../utils/affiliate-module"

/**
 * Gives an order to another affiliate, or to no affiliate, in one transaction. Nothing to compensate: decisions and commissions keep their
 * history; giving the order back undoes the change.
 *
 * @throws MedusaError INVALID_DATA naming the field, NOT_FOUND for an unknown order or affiliate.
 */
export const reassignOrderStep = createStep("reassign-order", async (change: GivenTime<Reassignment>, { container }) => {
  const affiliate = affiliateModule(container)
  const referrals = await withMedusaErrors(() => affiliate.orders.reassign({ ...change, now: givenTime(change.now) }))
  return new StepResponse({ explanation: await affiliate.orders.explain(change.order_id), referrals })
})
