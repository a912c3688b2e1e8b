import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import type { NewGroup } from "../../../modules/affiliate/affiliates/groups/write-group"
import { affiliateModule } from "../../utils/affiliate-module"
import { withMedusaErrors } from "../../utils/to-medusa-error"

/** Creates a group. Compensation deletes it. @throws MedusaError INVALID_DATA naming the field. */
export const createAffiliateGroupStep = createStep(
  "create-affiliate-group",
  async (group: NewGroup, { container }) => {
    const id = await withMedusaErrors(() => affiliateModule(container).affiliates.groups.create(group))
    return new StepResponse({ id }, id)
  },
  async (id, { container }) => {
    if (id) await affiliateModule(container).affiliates.groups.delete(id)
  }
)
