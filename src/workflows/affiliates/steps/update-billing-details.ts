import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { withMedusaErrors } from "../../utils/to-medusa-error"
import { affiliateModule } from "../../utils/affiliate-module"

export interface BillingDetailsChange {
  affiliate_id: string
  /** What is left out stays as it is. */
  billing_details: Record<string, unknown>
}

/**
 * Changes an affiliate's billing details. Compensation undoes this change, not those that others have made since.
 *
 * @throws MedusaError INVALID_DATA naming the field, NOT_FOUND for an unknown affiliate.
 */
export const updateBillingDetailsStep = createStep(
  "update-billing-details",
  async ({ affiliate_id, billing_details }: BillingDetailsChange, { container }) => {
    const affiliate = affiliateModule(container)
    const { before, after } = await withMedusaErrors(() => affiliate.affiliates.updateBillingDetails(affiliate_id, billing_details))
    return new StepResponse(after, { affiliate_id, before, after })
  },
  async (changed, { container }) => {
    if (!changed) return
    const { affiliate_id, ...change } = changed
    await affiliateModule(container).affiliates.restoreBillingDetails(affiliate_id, change)
  }
)
