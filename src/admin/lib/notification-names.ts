import type { NotificationName } from "../../domain/notifications/notification-settings"
import en from "../i18n/json/en.json"

/** In the order in which an affiliate gets them. A name without a text in `en.json` does not compile. */
export const NOTIFICATION_NAMES = Object.keys(en.notification.names satisfies Record<NotificationName, unknown>) as NotificationName[]
