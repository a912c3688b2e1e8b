import { createStep, createWorkflow, StepResponse, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import { affiliateModule } from "../../utils/affiliate-module"
import { withMedusaErrors } from "../../utils/to-medusa-error"
import { sendInvitationsStep } from "../steps/send-invitations"

export const resendInvitationWorkflowId = "affiliate-resend-invitation"

/** Gives an invitation a new token. Nothing to compensate: the former link may be lost, and the next one replaces it anyway. */
const renewInvitationStep = createStep("renew-invitation", async ({ id }: { id: string }, { container }) => {
  const affiliate = affiliateModule(container)
  const token = await withMedusaErrors(async () => affiliate.invitations.renew(id, await affiliate.now()))
  return new StepResponse({ id, token })
})

/**
 * Sends an invitation again, with a new link and its whole time; the former link no longer works.
 *
 * @example
 * await resendInvitationWorkflow(container).run({ input: { id: "affinv_01", backend_url: "https://api.example.com" } })
 */
export const resendInvitationWorkflow = createWorkflow(resendInvitationWorkflowId, (input: { id: string; backend_url: string }) => {
  const renewed = renewInvitationStep(input)
  const toSend = transform({ input, renewed }, ({ input, renewed }) => ({ backend_url: input.backend_url, invitations: [renewed] }))
  const sent = sendInvitationsStep(toSend)
  return new WorkflowResponse(transform({ sent }, ({ sent }) => sent[0]))
})
