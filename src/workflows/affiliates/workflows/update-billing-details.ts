import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import { updateBillingDetailsStep, type BillingDetailsChange } from "../steps/update-billing-details"

export const updateBillingDetailsWorkflowId = "affiliate-update-billing-details"

/**
 * Changes an affiliate's billing details. Statements issued from now on carry them; issued statements stay as they are.
 *
 * @example
 * await updateBillingDetailsWorkflow(container).run({
 *   input: { affiliate_id: "aff_01", billing_details: { company: "Berg GmbH", tax_id: "DE123456789" } },
 * })
 */
export const updateBillingDetailsWorkflow = createWorkflow(updateBillingDetailsWorkflowId, (input: BillingDetailsChange) => {
  return new WorkflowResponse(updateBillingDetailsStep(input))
})
