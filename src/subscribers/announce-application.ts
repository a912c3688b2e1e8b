import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { Modules } from "@medusajs/framework/utils"

import { applicationNotice } from "../domain/notifications/application-notice"
import { AffiliateEvents, type AffiliateEventPayloads } from "../workflows/events"
import { affiliateModule } from "../workflows/utils/affiliate-module"
import { logAndContinue } from "../workflows/utils/log-and-continue"

/**
 * Rings the dashboard's bell for somebody who waits for approval. A program that enrolls customers without asking rings it for nobody: they
 * have not applied.
 */
export default async function affiliateAnnounceApplication({
  event,
  container,
}: SubscriberArgs<AffiliateEventPayloads["affiliate.enrolled"]>): Promise<void> {
  const { id, program_id, status } = event.data
  if (status !== "pending" || !container.hasRegistration(Modules.NOTIFICATION)) return
  await logAndContinue(
    container,
    `announcing the application of ${id}`,
    async () => {
      const { affiliates, programs } = affiliateModule(container)
      const { rows: found } = await programs.list({ id: [program_id] }, { limit: 1, offset: 0 })
      const { rows } = await affiliates.list({ id: [id] }, { limit: 1, offset: 0 })
      if (!rows[0] || found[0]?.auto_enroll !== false) return
      await container.resolve(Modules.NOTIFICATION).createNotifications(applicationNotice(rows[0]))
    },
    undefined
  )
}

export const config: SubscriberConfig = {
  event: AffiliateEvents.ENROLLED,
  context: { subscriberId: "medusa-plugin-affiliate-announce-application" },
}
