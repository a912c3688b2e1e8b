import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import { createCommissionRuleStep, type CreateCommissionRuleInput } from "../steps/create-commission-rule"

export const createCommissionRuleWorkflowId = "affiliate-create-commission-rule"

/**
 * Adds a commission rule to a program, below those that are there.
 *
 * @example
 * await createCommissionRuleWorkflow(container).run({
 *   input: { program_id: "affprog_01", rule: { name: "Gift sets", rate: { type: "percent", percent: 5 }, conditions: { tag_ids: ["ptag_01"] } } },
 * })
 */
export const createCommissionRuleWorkflow = createWorkflow(createCommissionRuleWorkflowId, (input: CreateCommissionRuleInput) => {
  return new WorkflowResponse(createCommissionRuleStep(input))
})
