import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import type { Reassignment } from "../../../modules/affiliate/orders/reassign-order"
import type { GivenTime } from "../../../modules/affiliate/database/clock"
import { AffiliateEvents, emitAffiliateEvents } from "../../events"
import { reassignOrderStep } from "../steps/reassign-order"

export const reassignOrderWorkflowId = "affiliate-reassign-order"

/**
 * An admin gives an order to another affiliate, or to no affiliate. The former affiliate's commissions are reversed, in the open month
 * where their own month is closed.
 *
 * @example
 * await reassignOrderWorkflow(container).run({
 *   input: { order_id: "order_01", affiliate_id: "aff_02", reason: "Anna agrees", created_by: "user_01" },
 * })
 * // The order's explanation.
 */
export const reassignOrderWorkflow = createWorkflow(reassignOrderWorkflowId, (input: GivenTime<Reassignment>) => {
  const { explanation, referrals } = reassignOrderStep(input)
  emitAffiliateEvents(AffiliateEvents.REFERRAL_CREATED, referrals)
  return new WorkflowResponse(explanation)
})
