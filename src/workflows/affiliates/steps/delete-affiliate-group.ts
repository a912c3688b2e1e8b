import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { affiliateModule } from "../../utils/affiliate-module"
import { withMedusaErrors } from "../../utils/to-medusa-error"

/** Deletes a group. Compensation brings it back with its members. @throws MedusaError NOT_FOUND */
export const deleteAffiliateGroupStep = createStep(
  "delete-affiliate-group",
  async ({ id }: { id: string }, { container }) => {
    const affiliate_ids = await withMedusaErrors(() => affiliateModule(container).affiliates.groups.delete(id))
    return new StepResponse({ id, affiliate_ids }, { id, affiliate_ids })
  },
  async (deleted, { container }) => {
    if (deleted) await affiliateModule(container).affiliates.groups.restore(deleted.id, deleted.affiliate_ids)
  }
)
