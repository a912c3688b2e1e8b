import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { createPromotionsWorkflow, updatePromotionsWorkflow } from "@medusajs/medusa/core-flows"

import { bindPromotionsStep } from "../steps/bind-promotions"
import { issuePromoCodesStep, type PromoCodesOf } from "../steps/issue-promo-codes"
import { planPromotionsStep } from "../steps/plan-promotions"

export const syncPromoCodesWorkflowId = "affiliate-sync-promo-codes"

/**
 * Brings the promo codes of a program, or of some of its affiliates, in line with its settings: active affiliates without a code get one
 * from the template, and each code's Medusa promotion exists and gives the program's discount, whatever was done to it in the dashboard.
 * A changed discount applies to every code at once; orders already placed keep theirs. A code that the store has given to a promotion of its
 * own is left out. Running it again changes nothing, so it also completes what a crash left unfinished.
 *
 * @example
 * await syncPromoCodesWorkflow(container).run({ input: { program_id: "affprog_01" } })
 */
export const syncPromoCodesWorkflow = createWorkflow(syncPromoCodesWorkflowId, (input: PromoCodesOf) => {
  const issued = issuePromoCodesStep(input)
  const plan = planPromotionsStep(transform({ input, issued }, ({ input }) => input))

  when("affiliate-promotions-differ", plan, ({ update }) => update.length > 0).then(() => {
    updatePromotionsWorkflow.runAsStep({ input: { promotionsData: plan.update } })
  })
  const created = when("affiliate-promotions-are-missing", plan, ({ create }) => create.length > 0).then(() =>
    createPromotionsWorkflow.runAsStep({ input: { promotionsData: plan.create } })
  )
  bindPromotionsStep({ bindings: plan.bind, created })
  return new WorkflowResponse(issued)
})
