import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import type { NewGroup } from "../../../modules/affiliate/affiliates/groups/write-group"
import { createAffiliateGroupStep } from "../steps/create-affiliate-group"

export const createAffiliateGroupWorkflowId = "affiliate-create-group"

/**
 * Creates a group of affiliates.
 *
 * @example
 * const { result } = await createAffiliateGroupWorkflow(container).run({ input: { name: "Press", created_by: "user_01" } })
 * // { id: "affgroup_01" }
 */
export const createAffiliateGroupWorkflow = createWorkflow(createAffiliateGroupWorkflowId, (input: NewGroup) => {
  return new WorkflowResponse(createAffiliateGroupStep(input))
})
