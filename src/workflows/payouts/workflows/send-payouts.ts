import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import { AffiliateEvents } from "../../events"
import { emitPayoutEvents } from "../payout-events"
import { sendPayoutsStep, type SendPayoutsInput } from "../steps/send-payouts"

export const sendPayoutsWorkflowId = "affiliate-send-payouts"

/**
 * Sends payouts to their providers, and asks for the status of those that were sent and not answered. An hourly job runs it for all
 * payouts.
 *
 * @example
 * await sendPayoutsWorkflow(container).run({ input: { ids: ["affpay_01"] } })
 * // [{ id: "affpay_01", outcome: "paid", ended: true }]
 */
export const sendPayoutsWorkflow = createWorkflow(sendPayoutsWorkflowId, (input: SendPayoutsInput) => {
  const sent = sendPayoutsStep(input)
  const ended = transform({ sent }, ({ sent }) => {
    const idsOf = (wanted: string) => sent.flatMap(({ id, outcome, ended }) => (ended && outcome === wanted ? [id] : []))
    return { paid: idsOf("paid"), failed: idsOf("failed") }
  })
  emitPayoutEvents(AffiliateEvents.PAYOUT_PAID, ended.paid).config({ name: "emit-payouts-paid" })
  emitPayoutEvents(AffiliateEvents.PAYOUT_FAILED, ended.failed).config({ name: "emit-payouts-failed" })
  return new WorkflowResponse(sent)
})
