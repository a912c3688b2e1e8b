import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import type { ReferrerChange } from "../../modules/affiliate/referrals/set-referrer"
import type { GivenTime } from "../../modules/affiliate/database/clock"
import { AffiliateEvents, emitAffiliateEvents } from "../events"
import { setCustomerReferrerStep } from "./set-customer-referrer-step"

export const setCustomerReferrerWorkflowId = "affiliate-set-customer-referrer"

/**
 * "Referred by client": an admin makes a customer the referral of an affiliate. It earns from now on, and for orders of months still open.
 *
 * @example
 * await setCustomerReferrerWorkflow(container).run({
 *   input: { customer_id: "cus_01", affiliate_id: "aff_01", reason: "Told us at the fair", created_by: "user_01" },
 * })
 * // The customer's active referrals.
 */
export const setCustomerReferrerWorkflow = createWorkflow(setCustomerReferrerWorkflowId, (input: GivenTime<ReferrerChange>) => {
  const { referrals, made } = setCustomerReferrerStep(input)
  emitAffiliateEvents(AffiliateEvents.REFERRAL_CREATED, made)
  return new WorkflowResponse(referrals)
})
