import type { NotificationName } from "../../domain/notifications/notification-settings"
import en from "../i18n/json/en.json"

/** In the order in which they come to an affiliate. A name without words does not compile. */
export const NOTIFICATION_NAMES = Object.keys(en.notification.names satisfies Record<NotificationName, unknown>) as NotificationName[]
