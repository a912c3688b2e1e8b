import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { composeNotification, type NotificationMessage } from "../../domain/notifications/notification"
import type { NotificationName } from "../../domain/notifications/notification-settings"
import { logAndContinue } from "../utils/log-and-continue"
import type { PendingNotificationsPage } from "../../modules/affiliate/notifications/list-pending"
import { affiliateModule } from "../utils/affiliate-module"

export interface NotifyAffiliatesInput {
  name: NotificationName
  /**
   * Of affiliates (`affiliate_welcome`, `affiliate_approved`, `agreement_asked`), referrals or payouts; of a month `<program id>:<period>`;
   * an agreement's id asks everybody in its program.
   */
  ids: string[]
}

/** Rows per statement. */
const PAGE = 1000
/** The provider is asked to send these at the same time. */
const BATCH = 100

/**
 * Sends a notification about each of these, page by page by key. What was sent before is not sent again. A provider that fails is logged,
 * and the other batches go on; a store without one for e-mails sends nothing. Nothing to compensate: a mail cannot be called back.
 */
export const notifyAffiliatesStep = createStep("notify-affiliates", async ({ name, ids }: NotifyAffiliatesInput, { container }) => {
  let count = 0
  if (!container.hasRegistration(Modules.NOTIFICATION)) return new StepResponse({ count })
  const affiliate = affiliateModule(container)
  let after: string | null = ""
  while (after !== null) {
    const page: PendingNotificationsPage = await affiliate.notifications.listPending({ name, ids, after, limit: PAGE })
    const notices = page.rows.flatMap((row) => composeNotification(name, row) ?? [])
    for (let from = 0; from < notices.length; from += BATCH) count += await send(container, name, notices.slice(from, from + BATCH))
    after = page.next
  }
  return new StepResponse({ count })
})

/** @returns how many were sent; none of a batch in which one failed. */
const send = (container: MedusaContainer, name: NotificationName, notices: NotificationMessage[]): Promise<number> => {
  const create = async () => (await container.resolve(Modules.NOTIFICATION).createNotifications(notices)).length
  return logAndContinue(container, `sending ${name} to ${notices.length} affiliates`, create, 0)
}
