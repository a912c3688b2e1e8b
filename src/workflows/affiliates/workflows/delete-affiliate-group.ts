import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import { deleteAffiliateGroupStep } from "../steps/delete-affiliate-group"

export const deleteAffiliateGroupWorkflowId = "affiliate-delete-group"

/**
 * Deletes a group of affiliates. Commission rules that name it match nobody by it from now on; recorded orders keep what they earned.
 *
 * @example
 * await deleteAffiliateGroupWorkflow(container).run({ input: { id: "affgroup_01" } })
 */
export const deleteAffiliateGroupWorkflow = createWorkflow(deleteAffiliateGroupWorkflowId, (input: { id: string }) => {
  return new WorkflowResponse(deleteAffiliateGroupStep(input))
})
