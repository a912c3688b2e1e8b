import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import { updateBillingDetailsStep, type BillingDetailsChange } from "../steps/update-billing-details"

export const updateBillingDetailsWorkflowId = "affiliate-update-billing-details"

/**
 * Changes what an affiliate is called on statements that are issued from now on; issued ones keep what they say.
 *
 * @example
 * await updateBillingDetailsWorkflow(container).run({
 *   input: { affiliate_id: "aff_01", billing_details: { company: "Berg GmbH", tax_id: "DE123456789" } },
 * })
 */
export const updateBillingDetailsWorkflow = createWorkflow(updateBillingDetailsWorkflowId, (input: BillingDetailsChange) => {
  return new WorkflowResponse(updateBillingDetailsStep(input))
})
