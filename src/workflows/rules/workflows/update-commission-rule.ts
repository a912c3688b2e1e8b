import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import { updateCommissionRuleStep, type UpdateCommissionRuleInput } from "../steps/update-commission-rule"

export const updateCommissionRuleWorkflowId = "affiliate-update-commission-rule"

/**
 * Changes a commission rule. Orders that were placed before keep the rule as it was.
 *
 * @example
 * await updateCommissionRuleWorkflow(container).run({
 *   input: { program_id: "affprog_01", id: "affrule_01", update: { rate: { type: "none" } } },
 * })
 */
export const updateCommissionRuleWorkflow = createWorkflow(updateCommissionRuleWorkflowId, (input: UpdateCommissionRuleInput) => {
  return new WorkflowResponse(updateCommissionRuleStep(input))
})
