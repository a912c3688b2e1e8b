import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"

import type { AffiliateEventPayloads } from "../workflows/events"
import { sendSoon } from "../workflows/notifications/notification-queue"
import { noticesOf, TOLD_EVENTS, type ToldEvent } from "../workflows/notifications/notifications-for-event"

/** Tells affiliates what happened to them. Best effort: an event that is lost is a mail that is not sent, and nothing else. */
export default async function affiliateNotifyAffiliates<Name extends ToldEvent>({
  event,
  container,
}: SubscriberArgs<AffiliateEventPayloads[Name]>): Promise<void> {
  const due = noticesOf(event.name as Name, event.data)
  await Promise.all(due.map((notice) => sendSoon(container, notice)))
}

export const config: SubscriberConfig = {
  event: TOLD_EVENTS,
  context: { subscriberId: "medusa-plugin-affiliate-notify-affiliates" },
}
