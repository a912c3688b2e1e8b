import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import { deleteCommissionRuleStep, type DeleteCommissionRuleInput } from "../steps/delete-commission-rule"

export const deleteCommissionRuleWorkflowId = "affiliate-delete-commission-rule"

/**
 * Deletes a commission rule. Orders that were placed before keep it.
 *
 * @example
 * await deleteCommissionRuleWorkflow(container).run({
 *   input: { program_id: "affprog_01", id: "affrule_01" },
 * })
 */
export const deleteCommissionRuleWorkflow = createWorkflow(deleteCommissionRuleWorkflowId, (input: DeleteCommissionRuleInput) => {
  return new WorkflowResponse(deleteCommissionRuleStep(input))
})
