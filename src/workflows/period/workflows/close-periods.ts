import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import { closePeriodsStep, type ClosePeriodsInput } from "../steps/close-periods"
import { reconcileOrdersWorkflow } from "./reconcile-orders"

export const closePeriodsWorkflowId = "affiliate-close-periods"

/**
 * The close: reconciles, then closes one named month or every month that is due. Job, command line, API and dashboard all run this.
 *
 * @example
 * await closePeriodsWorkflow(container).run({ input: { period: "2016-04", closed_by: "user_01", now: new Date() } })
 * // [{ program_id: "affprog_01", period: "2016-04", closed: true }]
 */
export const closePeriodsWorkflow = createWorkflow(closePeriodsWorkflowId, (input: ClosePeriodsInput) => {
  reconcileOrdersWorkflow.runAsStep({ input: { now: input.now } })
  return new WorkflowResponse(closePeriodsStep(input))
})
