import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { sendInvitations } from "../send-invitations"

interface InvitationsToSend {
  invitations: { id: string; token: string }[]
  backend_url: string
}

/** Makes the links and sends the e-mails. Nothing to compensate: an e-mail cannot be recalled. */
export const sendInvitationsStep = createStep(
  "send-invitations",
  async ({ invitations, backend_url }: InvitationsToSend, { container }) => {
    return new StepResponse(await sendInvitations(container, invitations, backend_url))
  }
)
