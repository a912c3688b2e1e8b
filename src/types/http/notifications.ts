import type { Mail } from "../../domain/notifications/mail/mail"
import type { NotificationChoice, OptionalNotificationName } from "../../domain/notifications/muted-notifications"
import type { NotificationName } from "../../domain/notifications/notification-settings"

/** Who sends the store's e-mails. */
export interface AffiliateEmailProvider {
  id: string
  /** Whether it is Medusa's local provider, which only writes into the log. */
  is_local: boolean
}

/** An e-mail as it would be sent now. */
export interface AdminAffiliateNotificationPreview {
  name: NotificationName
  is_enabled: boolean
  template: string
  /** Whether the provider's own template is used, and not the plugin's words. */
  has_own_template: boolean
  /** Whether it shows an example, because it has not happened in this program yet. */
  is_example: boolean
  data: Record<string, unknown>
  /** Null where the provider writes the e-mail. */
  mail: Mail | null
}

/** `GET /admin/affiliate-notification-provider` */
export interface AdminAffiliateEmailProviderResponse {
  /** Null where the store sends no e-mails. */
  email_provider: AffiliateEmailProvider | null
}

/** `GET /admin/affiliate-programs/:id/notifications/:name` */
export interface AdminAffiliateNotificationResponse extends AdminAffiliateEmailProviderResponse {
  notification: AdminAffiliateNotificationPreview
}

/** `POST /admin/affiliate-programs/:id/notifications/:name/send` */
export interface AdminSendAffiliateNotificationResponse {
  /** The user who asked for it. */
  to: string
}

/** An e-mail that an affiliate may switch off. */
export interface StoreAffiliateNotification {
  name: OptionalNotificationName
  /** The affiliate's choice. */
  is_enabled: boolean
  /** Whether the program sends it at all. */
  is_sent: boolean
}

/** `GET`, `POST /store/affiliates/me/:id/notifications` */
export interface StoreAffiliateNotificationsResponse {
  notifications: StoreAffiliateNotification[]
}

/** What is left out stays as it is: `{ month_closed: false }`. */
export type StoreChangeAffiliateNotifications = NotificationChoice
