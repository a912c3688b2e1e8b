import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import type { PayoutMethodChoice } from "../../../modules/affiliate/payouts/choose-payout-method"
import { choosePayoutMethodStep } from "../steps/choose-payout-method"

export const choosePayoutMethodWorkflowId = "affiliate-choose-payout-method"

/**
 * Sets how an affiliate wants to be paid, among the methods that the program allows. Payouts that are already processing keep theirs.
 *
 * @example
 * await choosePayoutMethodWorkflow(container).run({
 *   input: { affiliate_id: "aff_01", method: "paypal", details: { email: "anna@example.com" }, created_by: "cus_01" },
 * })
 */
export const choosePayoutMethodWorkflow = createWorkflow(choosePayoutMethodWorkflowId, (choice: PayoutMethodChoice) => {
  return new WorkflowResponse(choosePayoutMethodStep(choice))
})
