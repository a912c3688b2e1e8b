import type { MedusaContainer } from "@medusajs/framework/types"

import { exampleRow } from "../../domain/notifications/example"
import { invitationUrl } from "../../domain/invitations/invitation"
import { defaultTemplate, type NotificationName } from "../../domain/notifications/notification-settings"
import { dataOf, writtenAs, type NotifyingProgram } from "../../domain/notifications/notification"
import type { Mail } from "../../domain/notifications/mail/mail"
import { notFound } from "../../modules/affiliate"
import { affiliateModule } from "../utils/affiliate-module"
import { backendUrlOf, portalUrlOf } from "../utils/backend-url"

/** An e-mail as it would be sent now. */
export interface NotificationPreview {
  name: NotificationName
  is_enabled: boolean
  template: string
  /** Whether the provider's own template is used, and not the plugin's words. */
  has_own_template: boolean
  /** Whether it shows an example, because it has not happened in this program yet. */
  is_example: boolean
  data: Record<string, unknown>
  /** Null where the provider writes the e-mail. */
  mail: Mail | null
}

/** Writes an e-mail of a program about the newest thing that it could be about. @throws MedusaError NOT_FOUND */
export async function previewNotification(
  container: MedusaContainer,
  programId: string,
  name: NotificationName
): Promise<NotificationPreview> {
  const affiliate = affiliateModule(container)
  const { rows } = await affiliate.programs.list({ id: [programId] }, { limit: 1, offset: 0 })
  const program = rows[0]
  if (!program) throw notFound("Affiliate program", programId)
  const { is_enabled, template } = program.notifications[name]
  const { data, isExample } =
    name === "invitation" ? await invitationData(container, program) : await affiliateData(container, program, name)
  const { content } = writtenAs(name, program, data, portalUrlOf(container))
  const has_own_template = template !== defaultTemplate(name)
  return { name, is_enabled, template, has_own_template, is_example: isExample, data, mail: content ?? null }
}

type Sample = { data: Record<string, unknown>; isExample: boolean }

async function affiliateData(
  container: MedusaContainer,
  program: NotifyingProgram,
  name: Exclude<NotificationName, "invitation">
): Promise<Sample> {
  const row = await affiliateModule(container).notifications.readSample(name, program.id)
  return { data: dataOf(row ?? exampleRow(name, program)), isExample: !row }
}

/** The link leads nowhere: a preview joins nobody. */
async function invitationData(container: MedusaContainer, program: NotifyingProgram & { commission_percent: string }): Promise<Sample> {
  const { invitations } = affiliateModule(container)
  const { rows } = await invitations.list({ program_id: [program.id] }, { limit: 1, offset: 0 })
  const { commission_percent, note, expires_at } = rows[0] ?? {
    commission_percent: null,
    note: null,
    expires_at: new Date("2026-05-15T12:00:00Z"),
  }
  const { id, name, handle } = program
  const url = invitationUrl(backendUrlOf(container) ?? "https://example.com", handle, "preview")
  const invitation = {
    commission_percent: commission_percent ?? program.commission_percent,
    note,
    expires_at: expires_at.toISOString(),
    url,
  }
  return { data: { program: { id, name, handle }, invitation }, isExample: !rows[0] }
}
