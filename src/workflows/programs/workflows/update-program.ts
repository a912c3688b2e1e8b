import { createWorkflow, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import { AffiliateEvents, emitAffiliateEvents } from "../../events"
import { updateProgramStep, type UpdateProgramInput } from "../steps/update-program"
import { syncPromoCodesWorkflow } from "../../promo-codes/workflows/sync-promo-codes"

export const updateProgramWorkflowId = "affiliate-update-program"

/**
 * Changes a program. A first template gives every active affiliate a promo code. A changed template applies to new affiliates only: old
 * codes stay valid. A changed discount, a pause and its end change the Medusa promotions of the codes.
 *
 * @example
 * await updateProgramWorkflow(container).run({ input: { id: "affprog_01", update: { promo_code_template: "WELCOME-@ID@" } } })
 */
export const updateProgramWorkflow = createWorkflow(updateProgramWorkflowId, (input: UpdateProgramInput) => {
  const changed = updateProgramStep(input)
  when("affiliate-promo-codes-are-concerned", changed, ({ concerns_promo_codes }) => concerns_promo_codes).then(() => {
    syncPromoCodesWorkflow.runAsStep({ input: { program_id: input.id } })
  })
  emitAffiliateEvents(AffiliateEvents.AGREEMENT_CHANGED, changed.agreements)
  return new WorkflowResponse(changed)
})
