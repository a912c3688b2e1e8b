import type { AffiliateNotificationName } from "./notification-settings"

/**
 * The e-mails that affiliates may switch off for themselves. They always get what they have to act on, or have asked for: the answer to their
 * application, the agreement, a payout that did not arrive.
 */
export const OPTIONAL_NOTIFICATIONS = [
  "referral_joined",
  "month_closed",
  "payout_sent",
] as const satisfies readonly AffiliateNotificationName[]
export type OptionalNotificationName = (typeof OPTIONAL_NOTIFICATIONS)[number]

/** Which e-mails an affiliate wants. What is left out stays as it is. */
export type NotificationChoice = Partial<Record<OptionalNotificationName, boolean>>

/** The names of the e-mails that are switched off after a change. */
export const changeMuted = (before: readonly OptionalNotificationName[], choice: NotificationChoice): OptionalNotificationName[] =>
  OPTIONAL_NOTIFICATIONS.filter((name) => !(choice[name] ?? !before.includes(name)))
