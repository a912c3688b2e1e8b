import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type { Reassignment } from "../../../modules/affiliate/orders/reassign-order"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import { instant } from "../../utils/to-date"
import { invalidDataOnInvalidInput } from "../../utils/to-medusa-error"

/**
 * Gives an order to another affiliate, or to nobody, in one transaction. Nothing to compensate: decisions and commissions keep their
 * history, and giving the order back is the way back.
 *
 * @throws MedusaError INVALID_DATA naming the field, NOT_FOUND for an unknown order or affiliate.
 */
export const reassignOrderStep = createStep("reassign-order", async (change: Reassignment, { container }) => {
  const affiliate = container.resolve<AffiliateModuleService>(AFFILIATE_MODULE)
  const referrals = await invalidDataOnInvalidInput(() => affiliate.reassignOrder({ ...change, now: instant(change.now) }))
  return new StepResponse({ explanation: await affiliate.explainOrder(change.order_id), referrals })
})
