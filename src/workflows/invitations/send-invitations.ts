import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

import { invitationUrl } from "../../domain/invitations/invitation"
import { composeInvitation } from "../../domain/invitations/invitation-mail"
import { affiliateModule } from "../utils/affiliate-module"
import { logAndContinue } from "../utils/log-and-continue"

/** E-mails handed to the provider at the same time, each by itself, so that each result is exact. */
const AT_ONCE = 20

/** What the holder of an invitation's link gets. */
export interface SentInvitation {
  id: string
  url: string
  /** Whether the e-mail was handed to the store's provider. */
  is_sent: boolean
}

/**
 * Makes the links of invitations, and sends them by the store's Notification module. The links work without it: a store without a provider,
 * or whose provider fails, sends nothing, and the result says so.
 */
export async function sendInvitations(
  container: MedusaContainer,
  tokens: { id: string; token: string }[],
  backendUrl: string
): Promise<SentInvitation[]> {
  const { invitations, notifications, programs } = affiliateModule(container)
  if (tokens.length === 0) return []
  const { rows } = await invitations.list({ id: tokens.map(({ id }) => id) }, { limit: tokens.length, offset: 0 })
  const found = new Map(rows.map((row) => [row.id, row]))
  const { rows: own } = await programs.list({ id: [...new Set(rows.map(({ program_id }) => program_id))] }, { limit: 1000, offset: 0 })
  const provider = container.hasRegistration(Modules.NOTIFICATION) ? await notifications.retrieveEmailProvider() : null

  const send = async ({ id, token }: { id: string; token: string }): Promise<SentInvitation[]> => {
    const invitation = found.get(id)
    const program = own.find((candidate) => candidate.id === invitation?.program_id)
    if (!invitation || !program) return []
    const url = invitationUrl(backendUrl, program.handle, token)
    const message = composeInvitation(program, {
      ...{ id, url, email: invitation.email, note: invitation.note, expires_at: invitation.expires_at.toISOString() },
      commission_percent: invitation.commission_percent ?? program.commission_percent,
    })
    if (!message || !provider) return [{ id, url, is_sent: false }]
    const handOver = async () => !!(await container.resolve(Modules.NOTIFICATION).createNotifications(message))
    return [{ id, url, is_sent: await logAndContinue(container, `inviting somebody to ${program.name}`, handOver, false) }]
  }

  const sent: SentInvitation[] = []
  for (let from = 0; from < tokens.length; from += AT_ONCE) {
    sent.push(...(await Promise.all(tokens.slice(from, from + AT_ONCE).map(send))).flat())
  }
  return sent
}
