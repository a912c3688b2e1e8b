import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import type { AffiliateChange } from "../../../modules/affiliate/affiliates/update-affiliate"
import { withMedusaErrors } from "../../utils/to-medusa-error"
import { affiliateModule } from "../../utils/affiliate-module"

/**
 * Changes an affiliate's status or rate. Compensation undoes this change, not those that others have made since.
 *
 * @throws MedusaError INVALID_DATA naming the field, NOT_FOUND for an unknown affiliate.
 */
export const updateAffiliateStep = createStep(
  "update-affiliate",
  async (change: AffiliateChange, { container }) => {
    const affiliate = affiliateModule(container)
    const { before, after } = await withMedusaErrors(() => affiliate.affiliates.update(change))
    const { program_id, status } = after
    return new StepResponse(
      { program_id, status, former_status: before.status, is_status_changed: before.status !== status },
      { before, after }
    )
  },
  async (change, { container }) => {
    if (change) await affiliateModule(container).affiliates.restore(change)
  }
)
