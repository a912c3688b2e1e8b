import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"

import type { AffiliateEventPayloads } from "../workflows/events"
import { enqueueNotification } from "../workflows/notifications/notification-queue"
import { notificationsForEvent, NOTIFIED_EVENTS, type NotifiedEvent } from "../workflows/notifications/notifications-for-event"

/** Tells affiliates what happened to them. Best effort: an event that is lost is a mail that is not sent, and nothing else. */
export default async function affiliateNotifyAffiliates<Name extends NotifiedEvent>({
  event,
  container,
}: SubscriberArgs<AffiliateEventPayloads[Name]>): Promise<void> {
  const due = notificationsForEvent(event.name as Name, event.data)
  await Promise.all(due.map((notice) => enqueueNotification(container, notice)))
}

export const config: SubscriberConfig = {
  event: NOTIFIED_EVENTS,
  context: { subscriberId: "medusa-plugin-affiliate-notify-affiliates" },
}
