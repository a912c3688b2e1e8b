import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import type { AgreementToAccept } from "../../../modules/affiliate/agreements/accept-agreement"
import type { GivenTime } from "../../../modules/affiliate/database/clock"
import { AffiliateEvents, emitAffiliateEvents } from "../../events"
import { acceptAgreementStep } from "../steps/accept-agreement"

export const acceptAgreementWorkflowId = "affiliate-accept-agreement"

/**
 * An affiliate accepts the current version of the agreement. Accepting it again changes nothing.
 *
 * @example
 * await acceptAgreementWorkflow(container).run({
 *   input: { affiliate_id: "aff_01", version: 2, accepted_by: "cus_01" },
 * })
 * // { affiliate_id: "aff_01", accepted: true }
 */
export const acceptAgreementWorkflow = createWorkflow(acceptAgreementWorkflowId, (input: GivenTime<AgreementToAccept>) => {
  const acceptance = acceptAgreementStep(input)
  const made = transform({ acceptance, input }, ({ acceptance: { affiliate_id, accepted }, input: { version } }) =>
    accepted ? [{ affiliate_id, version }] : []
  )
  emitAffiliateEvents(AffiliateEvents.AGREEMENT_ACCEPTED, made)
  return new WorkflowResponse(acceptance)
})
