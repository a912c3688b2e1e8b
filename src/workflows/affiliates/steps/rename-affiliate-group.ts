import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { affiliateModule } from "../../utils/affiliate-module"
import { withMedusaErrors } from "../../utils/to-medusa-error"

export interface RenamedGroup {
  id: string
  name: string
}

/** Renames a group. Compensation undoes this change, not those that others have made since. @throws MedusaError INVALID_DATA, NOT_FOUND. */
export const renameAffiliateGroupStep = createStep(
  "rename-affiliate-group",
  async ({ id, name }: RenamedGroup, { container }) => {
    const change = await withMedusaErrors(() => affiliateModule(container).affiliates.groups.rename(id, name))
    return new StepResponse({ id, name: change.after }, { id, change })
  },
  async (renamed, { container }) => {
    if (renamed) await affiliateModule(container).affiliates.groups.restoreName(renamed.id, renamed.change)
  }
)
