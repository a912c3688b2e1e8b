import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import type { MembersChange } from "../../../modules/affiliate/affiliates/groups/change-members"
import { changeAffiliateGroupMembersStep } from "../steps/change-affiliate-group-members"

export const changeAffiliateGroupMembersWorkflowId = "affiliate-change-group-members"

/**
 * Adds affiliates to a group and removes others, all of them or none.
 *
 * @example
 * const { result } = await changeAffiliateGroupMembersWorkflow(container).run({
 *   input: { group_id: "affgroup_01", add: ["aff_01", "aff_02"], remove: [] },
 * })
 * // { add: ["aff_02"], remove: [] }: aff_01 was in it already
 */
export const changeAffiliateGroupMembersWorkflow = createWorkflow(changeAffiliateGroupMembersWorkflowId, (input: MembersChange) => {
  return new WorkflowResponse(changeAffiliateGroupMembersStep(input))
})
