import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"

export interface PromoCodesOf {
  program_id: string
  /** All of the program's when absent. */
  affiliate_ids?: string[]
}

/** Gives active affiliates without a promo code one from the program's template. Compensation takes them back. */
export const issuePromoCodesStep = createStep(
  "issue-promo-codes",
  async ({ program_id, affiliate_ids }: PromoCodesOf, { container }) => {
    const affiliate = container.resolve<AffiliateModuleService>(AFFILIATE_MODULE)
    const ids = await affiliate.issuePromoCodes(program_id, affiliate_ids)
    return new StepResponse(ids, ids)
  },
  async (ids, { container }) => {
    if (ids) await container.resolve<AffiliateModuleService>(AFFILIATE_MODULE).removePromoCodes(ids)
  }
)
