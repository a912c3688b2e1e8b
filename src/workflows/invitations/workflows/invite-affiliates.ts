import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import type { InvitationRefusal } from "../../../domain/invitations/invitation"
import type { GivenTime } from "../../../modules/affiliate/database/clock"
import type { InvitationsToCreate } from "../../../modules/affiliate/invitations/create-invitations"
import { createInvitationsStep } from "../steps/create-invitations"
import { sendInvitationsStep } from "../steps/send-invitations"

export const inviteAffiliatesWorkflowId = "affiliate-invite-affiliates"

/** What became of one line of the request. */
export type InvitationResult =
  | { email: string; outcome: "invited"; id: string; url: string; is_sent: boolean }
  | { email: string; outcome: "refused"; reason: InvitationRefusal }

/**
 * Invites people to a program, by e-mail where the store has a provider. Each result has the link, which is told only here and works without
 * the e-mail.
 *
 * @example
 * const { result } = await inviteAffiliatesWorkflow(container).run({
 *   input: {
 *     program_id: "affprog_01",
 *     invitations: [{ email: "anna@example.com", commission_percent: "12.5", note: "We love your blog." }],
 *     created_by: "user_01",
 *     backend_url: "https://api.example.com",
 *   },
 * })
 * // [{ email: "anna@example.com", outcome: "invited", id: "affinv_01", url: "https://api.example.com/affiliate/portal/…", is_sent: true }]
 */
export const inviteAffiliatesWorkflow = createWorkflow(
  inviteAffiliatesWorkflowId,
  (input: GivenTime<InvitationsToCreate> & { backend_url: string }) => {
    const outcomes = createInvitationsStep(input)
    const toSend = transform({ input, outcomes }, ({ input, outcomes }) => ({
      backend_url: input.backend_url,
      invitations: outcomes.flatMap((outcome) => (outcome.outcome === "invited" ? [{ id: outcome.id, token: outcome.token }] : [])),
    }))
    const sent = sendInvitationsStep(toSend)
    const results = transform({ outcomes, sent }, ({ outcomes, sent }) =>
      outcomes.map((outcome): InvitationResult => {
        if (outcome.outcome === "refused") return outcome
        const { email, id } = outcome
        const own = sent.find((candidate) => candidate.id === id)
        return { email, outcome: "invited", id, url: own?.url ?? "", is_sent: own?.is_sent ?? false }
      })
    )
    return new WorkflowResponse(results)
  }
)
