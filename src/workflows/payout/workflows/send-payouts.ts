import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import { sendPayoutsStep, type SendPayoutsInput } from "../steps/send-payouts"

export const sendPayoutsWorkflowId = "affiliate-send-payouts"

/**
 * Has payouts paid by their providers, and asks what became of those that were sent without an answer. Once an hour a job does it for all.
 *
 * @example
 * await sendPayoutsWorkflow(container).run({ input: { ids: ["affpay_01"], now: new Date() } })
 * // [{ id: "affpay_01", outcome: "paid" }]
 */
export const sendPayoutsWorkflow = createWorkflow(sendPayoutsWorkflowId, (input: SendPayoutsInput) => {
  return new WorkflowResponse(sendPayoutsStep(input))
})
