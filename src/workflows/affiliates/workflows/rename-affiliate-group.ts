import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import { renameAffiliateGroupStep, type RenamedGroup } from "../steps/rename-affiliate-group"

export const renameAffiliateGroupWorkflowId = "affiliate-rename-group"

/**
 * Renames a group of affiliates.
 *
 * @example
 * await renameAffiliateGroupWorkflow(container).run({ input: { id: "affgroup_01", name: "Press and radio" } })
 */
export const renameAffiliateGroupWorkflow = createWorkflow(renameAffiliateGroupWorkflowId, (input: RenamedGroup) => {
  return new WorkflowResponse(renameAffiliateGroupStep(input))
})
