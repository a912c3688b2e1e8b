import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import type { MembersChange } from "../../../modules/affiliate/affiliates/groups/change-members"
import { affiliateModule } from "../../utils/affiliate-module"
import { withMedusaErrors } from "../../utils/to-medusa-error"

/** Adds affiliates to a group and removes others. Compensation undoes what really changed. @throws MedusaError INVALID_DATA, NOT_FOUND. */
export const changeAffiliateGroupMembersStep = createStep(
  "change-affiliate-group-members",
  async (change: MembersChange, { container }) => {
    const changed = await withMedusaErrors(() => affiliateModule(container).affiliates.groups.changeMembers(change))
    return new StepResponse(changed, { group_id: change.group_id, changed })
  },
  async (done, { container }) => {
    if (done) await affiliateModule(container).affiliates.groups.restoreMembers(done.group_id, done.changed)
  }
)
