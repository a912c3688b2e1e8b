import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import type { PayoutsSettlement } from "../../../modules/affiliate/payouts/settle-payouts"
import { AffiliateEvents } from "../../events"
import { emitPayoutEvents } from "../payout-events"
import { settlePayoutsStep } from "../steps/settle-payouts"

export const settlePayoutsWorkflowId = "affiliate-settle-payouts"

/**
 * Settles the payouts of a file in one transaction: when one of them has failed or was canceled, none is settled. Payouts that were settled
 * before with the same reference stay as they are.
 *
 * @example
 * await settlePayoutsWorkflow(container).run({
 *   input: { ids: ["affpay_01", "affpay_02"], reference: "SEPA 2016-05-02/17", ended_by: "user_01" },
 * })
 * // { ids: ["affpay_01", "affpay_02"], settled_ids: ["affpay_02"] }
 */
export const settlePayoutsWorkflow = createWorkflow(settlePayoutsWorkflowId, (input: PayoutsSettlement) => {
  const settled = settlePayoutsStep(input)
  emitPayoutEvents(
    AffiliateEvents.PAYOUT_PAID,
    transform({ settled }, ({ settled }) => settled.settled_ids)
  )
  return new WorkflowResponse(settled)
})
