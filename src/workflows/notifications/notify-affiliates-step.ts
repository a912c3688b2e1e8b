import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { composeNotification, type NotificationMessage } from "../../domain/notifications/notification"
import type { AffiliateNotificationName } from "../../domain/notifications/notification-settings"
import { logAndContinue } from "../utils/log-and-continue"
import type { PendingNotificationsPage } from "../../modules/affiliate/notifications/list-pending"
import { portalUrlOf } from "../utils/backend-url"
import { affiliateModule } from "../utils/affiliate-module"

export interface NotifyAffiliatesInput {
  name: AffiliateNotificationName
  /**
   * Ids of affiliates (`affiliate_welcome`, `affiliate_approved`, `agreement_asked`), referrals or payouts; `<program id>:<period>` for a
   * month; an agreement's id for every affiliate of its program.
   */
  ids: string[]
}

/** Rows per statement. */
const PAGE = 1000
/** Notifications handed to the provider at the same time. */
const BATCH = 100

/**
 * Sends a notification about each id, page by page by key. What was sent before is not sent again. A failing provider is logged, and the
 * other batches are sent all the same; a store without an e-mail provider sends nothing. Nothing to compensate: an e-mail cannot be
 * recalled.
 */
export const notifyAffiliatesStep = createStep("notify-affiliates", async ({ name, ids }: NotifyAffiliatesInput, { container }) => {
  let count = 0
  if (!container.hasRegistration(Modules.NOTIFICATION)) return new StepResponse({ count })
  const affiliate = affiliateModule(container)
  const portalUrl = portalUrlOf(container)
  let after: string | null = ""
  while (after !== null) {
    const page: PendingNotificationsPage = await affiliate.notifications.listPending({ name, ids, after, limit: PAGE })
    const messages = page.rows.flatMap((row) => composeNotification(name, row, portalUrl) ?? [])
    for (let from = 0; from < messages.length; from += BATCH) count += await send(container, name, messages.slice(from, from + BATCH))
    after = page.next
  }
  return new StepResponse({ count })
})

/** @returns how many were sent; none of a batch in which one failed. */
const send = (container: MedusaContainer, name: AffiliateNotificationName, messages: NotificationMessage[]): Promise<number> => {
  const create = async () => (await container.resolve(Modules.NOTIFICATION).createNotifications(messages)).length
  return logAndContinue(container, `sending ${name} to ${messages.length} affiliates`, create, 0)
}
