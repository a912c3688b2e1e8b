import type { NotificationName } from "../../domain/notifications/notification-settings"
import type { AffiliateEvent, AffiliateEventPayloads } from "../events"

/** How a notification names a month. */
export const monthId = ({ program_id, period }: AffiliateEventPayloads["affiliate.period.closed"]): string => `${program_id}:${period}`

/** Which notification is due, and about what. */
export type DueNotice = [name: NotificationName, id: string]

type Told = { [Name in AffiliateEvent]?: (payload: AffiliateEventPayloads[Name]) => DueNotice[] }

const TOLD = {
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
  "affiliate.period.closed": (month) => [["month_closed", monthId(month)]],
  "affiliate.payout.paid": ({ id }) => [["payout_sent", id]],
  "affiliate.payout.failed": ({ id }) => [["payout_failed", id]],
  "affiliate.agreement.changed": ({ id }) => [["agreement_asked", id]],
} satisfies Told

/** The events that affiliates are told of. */
export type ToldEvent = keyof typeof TOLD
export const TOLD_EVENTS = Object.keys(TOLD) as ToldEvent[]

/** What affiliates are to be told of an event. Whether they are active and the program has it switched on is seen when it is sent. */
export function noticesOf<Name extends ToldEvent>(name: Name, payload: AffiliateEventPayloads[Name]): DueNotice[] {
  const told: Told[Name] = TOLD[name]
  return told?.(payload) ?? []
}
