import type { AffiliateNotificationName } from "../../domain/notifications/notification-settings"
import type { AffiliateEvent, AffiliateEventPayloads } from "../events"

/** The id by which a notification names a month. */
export const periodId = ({ program_id, period }: AffiliateEventPayloads["affiliate.period.closed"]): string => `${program_id}:${period}`

/** Which notification is due, and the id of what it is about. */
export type DueNotification = [name: AffiliateNotificationName, id: string]

type NotificationsByEvent = { [Name in AffiliateEvent]?: (payload: AffiliateEventPayloads[Name]) => DueNotification[] }

const NOTIFICATIONS_BY_EVENT = {
  // Affiliates who wait for approval are notified when they are approved.
  "affiliate.enrolled": ({ id, status }) =>
    status === "active"
      ? [
          ["affiliate_welcome", id],
          ["agreement_asked", id],
        ]
      : [],
  "affiliate.approved": ({ id }) => [
    ["affiliate_approved", id],
    ["agreement_asked", id],
  ],
  // The agreement may have changed while the affiliate was suspended.
  "affiliate.reactivated": ({ id }) => [["agreement_asked", id]],
  "affiliate.referral.created": ({ id }) => [["referral_joined", id]],
  "affiliate.period.closed": (month) => [["month_closed", periodId(month)]],
  "affiliate.payout.paid": ({ id }) => [["payout_sent", id]],
  "affiliate.payout.failed": ({ id }) => [["payout_failed", id]],
  "affiliate.agreement.changed": ({ id }) => [["agreement_asked", id]],
} satisfies NotificationsByEvent

/** The events that affiliates are notified of. */
export type NotifiedEvent = keyof typeof NOTIFICATIONS_BY_EVENT
export const NOTIFIED_EVENTS = Object.keys(NOTIFICATIONS_BY_EVENT) as NotifiedEvent[]

/**
 * The notifications that an event causes. Sending checks whether the affiliate is active and the program has the notification switched on.
 */
export function notificationsForEvent<Name extends NotifiedEvent>(name: Name, payload: AffiliateEventPayloads[Name]): DueNotification[] {
  const notificationsOf: NotificationsByEvent[Name] = NOTIFICATIONS_BY_EVENT[name]
  return notificationsOf?.(payload) ?? []
}
