import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type { AffiliateChange } from "../../../modules/affiliate/affiliates/update-affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import { invalidDataOnInvalidInput } from "../../utils/to-medusa-error"

/**
 * Changes an affiliate's status or rate. Compensation writes back what they were.
 *
 * @throws MedusaError INVALID_DATA naming the field, NOT_FOUND for an unknown affiliate.
 */
export const updateAffiliateStep = createStep(
  "update-affiliate",
  async (change: AffiliateChange, { container }) => {
    const affiliate = container.resolve<AffiliateModuleService>(AFFILIATE_MODULE)
    const { before, after } = await invalidDataOnInvalidInput(() => affiliate.changeAffiliate(change))
    const { program_id, status } = after
    return new StepResponse({ program_id, status, former_status: before.status, is_status_changed: before.status !== status }, before)
  },
  async (before, { container }) => {
    if (before) await container.resolve<AffiliateModuleService>(AFFILIATE_MODULE).restoreAffiliate(before)
  }
)
