import { createStep } from "@medusajs/framework/workflows-sdk"

import { syncPromoCodesWorkflow } from "../workflows/sync-promo-codes"

/**
 * Brings the promo codes of affiliates in line, program by program. Nothing to compensate: it follows the affiliates' status, and so does
 * the run after they were changed back.
 */
export const syncPromoCodesOfStep = createStep(
  "sync-promo-codes-of",
  async (affiliates: { id: string; program_id: string }[], { container }) => {
    for (const program_id of new Set(affiliates.map((affiliate) => affiliate.program_id))) {
      const affiliate_ids = affiliates.filter((affiliate) => affiliate.program_id === program_id).map(({ id }) => id)
      await syncPromoCodesWorkflow(container).run({ input: { program_id, affiliate_ids } })
    }
  }
)
