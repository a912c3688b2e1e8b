import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { Modules } from "@medusajs/framework/utils"

interface PasswordReset {
  entity_id: string
  actor_type: string
  token: string
  metadata?: { reset_url?: unknown }
}

/**
 * Medusa leaves the e-mail to the store. The affiliates' portal names its own page as `metadata.reset_url`; anybody can name another one there,
 * so only a page of this store gets the token. It stands behind the `#`, where no server sees it.
 */
export default async function sendPasswordReset({ event, container }: SubscriberArgs<PasswordReset>): Promise<void> {
  const { entity_id: email, actor_type, token, metadata } = event.data
  const asked = metadata?.reset_url
  if (actor_type !== "customer" || typeof asked !== "string" || !URL.canParse(asked)) return
  const page = new URL(asked)
  if (page.pathname !== "/affiliate/portal/reset-password" || !["localhost", "127.0.0.1"].includes(page.hostname)) return
  const link = `${page.origin}${page.pathname}#token=${token}`
  await container
    .resolve(Modules.NOTIFICATION)
    .createNotifications({ to: email, channel: "email", template: "password-reset", data: { link } })
}

export const config: SubscriberConfig = { event: "auth.password_reset" }
