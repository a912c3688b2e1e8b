import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import { notifyAffiliatesStep, type NotifyAffiliatesInput } from "./notify-affiliates-step"

export const notifyAffiliatesWorkflowId = "affiliate-notify-affiliates"

/**
 * Sends a notification to affiliates through the store's Notification module, where their program has it switched on. Running it again
 * sends nothing twice.
 *
 * @example
 * await notifyAffiliatesWorkflow(container).run({ input: { name: "month_closed", ids: ["affprog_01:2016-04"] } })
 * // { count: 212 }
 */
export const notifyAffiliatesWorkflow = createWorkflow(notifyAffiliatesWorkflowId, (input: NotifyAffiliatesInput) => {
  return new WorkflowResponse(notifyAffiliatesStep(input))
})
