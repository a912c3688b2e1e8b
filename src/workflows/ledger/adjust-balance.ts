import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import { adjustBalanceStep, type AdjustBalanceInput } from "./adjust-balance-step"

export const adjustBalanceWorkflowId = "affiliate-adjust-balance"

/**
 * Corrects an affiliate's balance by hand, and keeps who did it and why.
 *
 * @example
 * await adjustBalanceWorkflow(container).run({
 *   input: { affiliate_id: "aff_01", amount: "-5.00", currency_code: "eur", reason: "Paid twice in May", created_by: "user_01" },
 * })
 */
export const adjustBalanceWorkflow = createWorkflow(adjustBalanceWorkflowId, (input: AdjustBalanceInput) => {
  return new WorkflowResponse(adjustBalanceStep(input))
})
