import { writtenAs, type NotificationMessage, type NotifyingProgram } from "../notifications/notification"
import { normalizeNotifications } from "../notifications/notification-settings"

/** An invitation as its e-mail tells it. */
export interface InvitationToSend {
  id: string
  email: string
  /** What the person would earn: their own rate, or the program's. */
  commission_percent: string
  note: string | null
  expires_at: string
  /** Where they accept. */
  url: string
}

/**
 * The e-mail that invites somebody; null where the program has it switched off, and the merchant hands out the links. An invitation that is
 * sent again has another link, and so is another e-mail.
 */
export function composeInvitation(program: NotifyingProgram, { id, email, ...invitation }: InvitationToSend): NotificationMessage | null {
  if (!normalizeNotifications(program.notifications).invitation.is_enabled) return null
  const { id: programId, name, handle } = program
  const data = { program: { id: programId, name, handle }, invitation }
  return {
    to: email,
    channel: "email",
    ...writtenAs("invitation", program, data, invitation.url),
    trigger_type: "invitation",
    resource_id: id,
    resource_type: "affiliate_invitation",
    idempotency_key: `medusa-plugin-affiliate:invitation:${id}:${invitation.expires_at}`,
  }
}
