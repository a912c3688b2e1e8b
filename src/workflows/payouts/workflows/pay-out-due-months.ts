import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import { payOutDueMonthsStep } from "../steps/pay-out-due-months"
import { AffiliateEvents } from "../../events"
import { emitPayoutEvents } from "../payout-events"
import { sendPayoutsWorkflow } from "./send-payouts"

export const payOutDueMonthsWorkflowId = "affiliate-pay-out-due-months"

/**
 * The automatic payout after the close: creates the payouts that are due and sends them where a provider can pay them.
 *
 * @returns their ids.
 */
export const payOutDueMonthsWorkflow = createWorkflow(payOutDueMonthsWorkflowId, (input: { now?: Date }) => {
  const ids = payOutDueMonthsStep(input)
  emitPayoutEvents(AffiliateEvents.PAYOUT_CREATED, ids)
  when("affiliate-payouts-were-due", ids, (made) => made.length > 0).then(() => {
    sendPayoutsWorkflow.runAsStep({ input: transform({ ids, input }, (data) => ({ ids: data.ids, now: data.input.now })) })
  })
  return new WorkflowResponse(ids)
})
