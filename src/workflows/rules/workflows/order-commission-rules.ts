import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import { orderCommissionRulesStep, type OrderCommissionRulesInput } from "../steps/order-commission-rules"

export const orderCommissionRulesWorkflowId = "affiliate-order-commission-rules"

/**
 * Puts all commission rules of a program into a new order: the first that matches a line gives its rate.
 *
 * @example
 * await orderCommissionRulesWorkflow(container).run({
 *   input: { program_id: "affprog_01", ids: ["affrule_02", "affrule_01"] },
 * })
 */
export const orderCommissionRulesWorkflow = createWorkflow(orderCommissionRulesWorkflowId, (input: OrderCommissionRulesInput) => {
  return new WorkflowResponse(orderCommissionRulesStep(input))
})
