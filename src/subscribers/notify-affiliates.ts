import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"

import type { AffiliateEventPayloads } from "../workflows/events"
import { enqueueNotification } from "../workflows/notifications/notification-queue"
import { notificationsForEvent, NOTIFIED_EVENTS, type NotifiedEvent } from "../workflows/notifications/notifications-for-event"

/** Notifies affiliates of what happened. Best effort: a lost event is an e-mail that is not sent, and nothing else. */
export default async function affiliateNotifyAffiliates<Name extends NotifiedEvent>({
  event,
  container,
}: SubscriberArgs<AffiliateEventPayloads[Name]>): Promise<void> {
  const due = notificationsForEvent(event.name as Name, event.data)
  await Promise.all(due.map((notification) => enqueueNotification(container, notification)))
}

export const config: SubscriberConfig = {
  event: NOTIFIED_EVENTS,
  context: { subscriberId: "medusa-plugin-affiliate-notify-affiliates" },
}
