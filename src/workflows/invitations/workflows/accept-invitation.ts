import { createStep, createWorkflow, StepResponse, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import type { GivenTime } from "../../../modules/affiliate/database/clock"
import type { InvitationToAccept } from "../../../modules/affiliate/invitations/accept-invitation"
import { enrollmentError } from "../../affiliates/steps/enroll-affiliates"
import { AffiliateEvents, emitAffiliateEvents } from "../../events"
import { syncPromoCodesWorkflow } from "../../promo-codes/workflows/sync-promo-codes"
import { affiliateModule } from "../../utils/affiliate-module"
import { givenTime } from "../../utils/to-date"
import { withMedusaErrors } from "../../utils/to-medusa-error"

export const acceptInvitationWorkflowId = "affiliate-accept-invitation"

/**
 * Makes a customer an affiliate. Nothing to compensate: the invitation is used up, and whoever accepts it again gets the same affiliate. A
 * promo code that could not be made is made by the hourly job.
 *
 * @throws MedusaError INVALID_DATA for an invitation that does not hold, CONFLICT when the agreement has to be accepted with it.
 */
const acceptInvitationStep = createStep("accept-invitation", async (input: GivenTime<InvitationToAccept>, { container }) => {
  const affiliate = affiliateModule(container)
  const now = givenTime(input.now) ?? (await affiliate.now())
  const accepted = await withMedusaErrors(() => affiliate.invitations.accept({ ...input, now }))
  if ("refused" in accepted) throw enrollmentError([accepted], accepted.program_id)
  return new StepResponse(accepted)
})

/**
 * Makes the customer who holds an invitation's link an active affiliate, with the invitation's rate.
 *
 * @example
 * await acceptInvitationWorkflow(container).run({ input: { token: "…", customer_id: "cus_01" } })
 */
export const acceptInvitationWorkflow = createWorkflow(acceptInvitationWorkflowId, (input: GivenTime<InvitationToAccept>) => {
  const accepted = acceptInvitationStep(input)
  const affiliates = transform({ accepted }, ({ accepted }) => ({
    program_id: accepted.program_id,
    affiliate_ids: [accepted.affiliate_id],
  }))
  syncPromoCodesWorkflow.runAsStep({ input: affiliates })
  const events = transform({ input, accepted }, ({ input, accepted: { affiliate_id, program_id, customer_id, is_new, is_approved } }) => ({
    enrolled: is_new ? [{ id: affiliate_id, program_id, customer_id, status: "active" as const }] : [],
    approved: is_approved ? [{ id: affiliate_id, program_id }] : [],
    agreed: is_new && input.agreement_version !== undefined ? [{ affiliate_id, version: input.agreement_version }] : [],
  }))
  emitAffiliateEvents(AffiliateEvents.ENROLLED, events.enrolled)
  emitAffiliateEvents(AffiliateEvents.APPROVED, events.approved).config({ name: "emit-approved" })
  emitAffiliateEvents(AffiliateEvents.AGREEMENT_ACCEPTED, events.agreed).config({ name: "emit-agreement-accepted" })
  return new WorkflowResponse(accepted)
})
