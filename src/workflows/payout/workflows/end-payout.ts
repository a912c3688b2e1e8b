import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import type { PayoutEnd } from "../../../modules/affiliate/operations/end-payout"
import { AffiliateEvents } from "../../events"
import { emitPayoutEvents } from "../payout-events"
import { endPayoutStep } from "../steps/end-payout"

export const endPayoutWorkflowId = "affiliate-end-payout"

/**
 * Ends a payout that was not paid, as `failed` or `canceled`: its amount is available again. Ending it again changes nothing.
 *
 * @example
 * await endPayoutWorkflow(container).run({
 *   input: { id: "affpay_01", status: "failed", reason: "Account closed", ended_by: "user_01", now: new Date() },
 * })
 * // { id: "affpay_01", ended: true }
 */
export const endPayoutWorkflow = createWorkflow(endPayoutWorkflowId, (input: PayoutEnd) => {
  const payout = endPayoutStep(input)
  const event = transform({ input, payout }, ({ input: { status }, payout: { id, ended } }) => ({
    name: status === "failed" ? AffiliateEvents.PAYOUT_FAILED : AffiliateEvents.PAYOUT_CANCELED,
    ids: ended ? [id] : [],
  }))
  emitPayoutEvents(event.name, event.ids)
  return new WorkflowResponse(payout)
})
