import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import { reconcileOrdersStep, type ReconcileOrdersInput } from "../steps/reconcile-orders"

export const reconcileOrdersWorkflowId = "affiliate-reconcile-orders"

/**
 * Brings the commissions of all changed orders up to date, whatever events were lost.
 *
 * @example
 * const { result } = await reconcileOrdersWorkflow(container).run({ input: {} })
 * // { order_count: 100, commission_count: 100 }
 */
export const reconcileOrdersWorkflow = createWorkflow(reconcileOrdersWorkflowId, (input: ReconcileOrdersInput) => {
  return new WorkflowResponse(reconcileOrdersStep(input))
})
