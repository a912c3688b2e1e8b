import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { affiliateModule } from "../../utils/affiliate-module"

export interface PromoCodesOf {
  program_id: string
  /** All affiliates of the program when absent. */
  affiliate_ids?: string[]
}

/** Gives active affiliates without a promo code one from the program's template. Compensation removes the new codes. */
export const issuePromoCodesStep = createStep(
  "issue-promo-codes",
  async ({ program_id, affiliate_ids }: PromoCodesOf, { container }) => {
    const affiliate = affiliateModule(container)
    const ids = await affiliate.promoCodes.issue(program_id, affiliate_ids)
    return new StepResponse(ids, ids)
  },
  async (ids, { container }) => {
    if (ids) await affiliateModule(container).promoCodes.remove(ids)
  }
)
