import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import type { PayoutSettlement } from "../../../modules/affiliate/payouts/settle-payouts"
import { AffiliateEvents } from "../../events"
import { emitPayoutEvents } from "../payout-events"
import { settlePayoutStep } from "../steps/settle-payout"

export const settlePayoutWorkflowId = "affiliate-settle-payout"

/**
 * Says that a payout has arrived, with the bank's reference where there is one. Settling it again changes nothing.
 *
 * @example
 * await settlePayoutWorkflow(container).run({
 *   input: { id: "affpay_01", reference: "SEPA 2016-05-02/17", ended_by: "user_01", now: new Date() },
 * })
 * // { id: "affpay_01", settled: true }
 */
export const settlePayoutWorkflow = createWorkflow(settlePayoutWorkflowId, (input: PayoutSettlement) => {
  const payout = settlePayoutStep(input)
  const settled = transform({ payout }, ({ payout }) => (payout.settled ? [payout.id] : []))
  emitPayoutEvents(AffiliateEvents.PAYOUT_PAID, settled)
  return new WorkflowResponse(payout)
})
