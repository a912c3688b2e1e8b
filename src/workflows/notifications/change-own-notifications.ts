import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import { changeOwnNotificationsStep, type OwnNotificationsChange } from "./change-own-notifications-step"

export const changeOwnNotificationsWorkflowId = "affiliate-change-own-notifications"

/**
 * Switches e-mails to an affiliate on or off. The answer names those that are off.
 *
 * @example
 * await changeOwnNotificationsWorkflow(container).run({ input: { affiliate_id: "aff_01", notifications: { month_closed: false } } })
 * // ["month_closed"]
 */
export const changeOwnNotificationsWorkflow = createWorkflow(changeOwnNotificationsWorkflowId, (input: OwnNotificationsChange) => {
  return new WorkflowResponse(changeOwnNotificationsStep(input))
})
