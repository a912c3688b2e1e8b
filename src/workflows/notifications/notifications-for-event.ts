import type { NotificationName } from "../../domain/notifications/notification-settings"
import type { AffiliateEvent, AffiliateEventPayloads } from "../events"

/** How a notification names a month. */
export const periodId = ({ program_id, period }: AffiliateEventPayloads["affiliate.period.closed"]): string => `${program_id}:${period}`

/** Which notification is due, and about what. */
export type DueNotification = [name: NotificationName, id: string]

type NotificationsByEvent = { [Name in AffiliateEvent]?: (payload: AffiliateEventPayloads[Name]) => DueNotification[] }

const NOTIFICATIONS_BY_EVENT = {
  // Who waits for approval is told when he has it.
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
  // The agreement may have changed while he was suspended.
  "affiliate.reactivated": ({ id }) => [["agreement_asked", id]],
  "affiliate.referral.created": ({ id }) => [["referral_joined", id]],
  "affiliate.period.closed": (month) => [["month_closed", periodId(month)]],
  "affiliate.payout.paid": ({ id }) => [["payout_sent", id]],
  "affiliate.payout.failed": ({ id }) => [["payout_failed", id]],
  "affiliate.agreement.changed": ({ id }) => [["agreement_asked", id]],
} satisfies NotificationsByEvent

/** The events that affiliates are told of. */
export type NotifiedEvent = keyof typeof NOTIFICATIONS_BY_EVENT
export const NOTIFIED_EVENTS = Object.keys(NOTIFICATIONS_BY_EVENT) as NotifiedEvent[]

/** What affiliates are to be told of an event. Whether they are active and the program has it switched on is seen when it is sent. */
export function notificationsForEvent<Name extends NotifiedEvent>(name: Name, payload: AffiliateEventPayloads[Name]): DueNotification[] {
  const told: NotificationsByEvent[Name] = NOTIFICATIONS_BY_EVENT[name]
  return told?.(payload) ?? []
}
