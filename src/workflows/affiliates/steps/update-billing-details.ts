import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import { invalidDataOnInvalidInput } from "../../utils/to-medusa-error"

export interface BillingDetailsChange {
  affiliate_id: string
  /** What is left out stays as it is. */
  billing_details: Record<string, unknown>
}

/**
 * Changes an affiliate's billing details. Compensation writes back what they were.
 *
 * @throws MedusaError INVALID_DATA naming the field, NOT_FOUND for an unknown affiliate.
 */
export const updateBillingDetailsStep = createStep(
  "update-billing-details",
  async ({ affiliate_id, billing_details }: BillingDetailsChange, { container }) => {
    const affiliate = container.resolve<AffiliateModuleService>(AFFILIATE_MODULE)
    const { before, after } = await invalidDataOnInvalidInput(() => affiliate.changeBillingDetails(affiliate_id, billing_details))
    return new StepResponse(after, { affiliate_id, before })
  },
  async (changed, { container }) => {
    if (!changed) return
    await container.resolve<AffiliateModuleService>(AFFILIATE_MODULE).changeBillingDetails(changed.affiliate_id, { ...changed.before })
  }
)
