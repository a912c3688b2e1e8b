import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import { AffiliateEvents } from "../../events"
import { emitPayoutEvents } from "../payout-events"
import { endPayoutStep, type PayoutEndByHand } from "../steps/end-payout"

export const endPayoutWorkflowId = "affiliate-end-payout"

/**
 * Ends a payout that was not paid, as `failed` or `canceled`: its amount is available again. Ending it again changes nothing. Before a
 * payout that was sent becomes `failed`, its provider is asked whether it was paid.
 *
 * @example
 * await endPayoutWorkflow(container).run({
 *   input: { id: "affpay_01", status: "failed", reason: "Account closed", ended_by: "user_01" },
 * })
 * // { id: "affpay_01", ended: true }
 */
export const endPayoutWorkflow = createWorkflow(endPayoutWorkflowId, (input: PayoutEndByHand) => {
  const payout = endPayoutStep(input)
  const event = transform({ input, payout }, ({ input: { status }, payout: { id, ended } }) => ({
    name: status === "failed" ? AffiliateEvents.PAYOUT_FAILED : AffiliateEvents.PAYOUT_CANCELED,
    ids: ended ? [id] : [],
  }))
  emitPayoutEvents(event.name, event.ids)
  return new WorkflowResponse(payout)
})
