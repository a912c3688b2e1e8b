import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import { AffiliateEvents } from "../../events"
import { emitPayoutEvents } from "../payout-events"
import { sendPayoutsStep, type SendPayoutsInput } from "../steps/send-payouts"

export const sendPayoutsWorkflowId = "affiliate-send-payouts"

/**
 * Has payouts paid by their providers, and asks what became of those that were sent without an answer. Once an hour a job does it for all.
 *
 * @example
 * await sendPayoutsWorkflow(container).run({ input: { ids: ["affpay_01"], now: new Date() } })
 * // [{ id: "affpay_01", outcome: "paid", ended: true }]
 */
export const sendPayoutsWorkflow = createWorkflow(sendPayoutsWorkflowId, (input: SendPayoutsInput) => {
  const sent = sendPayoutsStep(input)
  const ended = transform({ sent }, ({ sent }) => {
    const idsOf = (wanted: string) => sent.flatMap(({ id, outcome, ended }) => (ended && outcome === wanted ? [id] : []))
    return { paid: idsOf("paid"), failed: idsOf("failed") }
  })
  emitPayoutEvents(AffiliateEvents.PAYOUT_PAID, ended.paid).config({ name: "tell-payouts-paid" })
  emitPayoutEvents(AffiliateEvents.PAYOUT_FAILED, ended.failed).config({ name: "tell-payouts-failed" })
  return new WorkflowResponse(sent)
})
