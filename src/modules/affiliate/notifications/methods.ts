import type { NotificationRow } from "../../../domain/notifications/notification"
import type { NotificationChoice } from "../../../domain/notifications/muted-notifications"
import type { AffiliateNotificationName } from "../../../domain/notifications/notification-settings"
import type { Database } from "../database/database"
import { readEmailProvider, type EmailProvider } from "./email-provider"
import { listPendingNotifications, type PendingNotificationsQuery, type PendingNotificationsPage } from "./list-pending"
import {
  changeOwnNotifications,
  listOwnNotifications,
  restoreOwnNotifications,
  type Muted,
  type OwnNotification,
} from "./own-notifications"
import { readSample } from "./read-sample"

/** E-mails to affiliates. */
export const notifications = (db: Database) => ({
  /** The store's provider of the channel `email`; null where it has none, and then nothing is sent. */
  retrieveEmailProvider(): Promise<EmailProvider | null> {
    return readEmailProvider(db.sql)
  },

  /** The newest thing in a program that an e-mail is about; null where it has not happened yet. */
  readSample(name: AffiliateNotificationName, programId: string): Promise<NotificationRow | null> {
    return readSample(db.sql, name, programId)
  },

  /** The e-mails that an affiliate may switch off. @throws NOT_FOUND */
  listOwn(affiliateId: string): Promise<OwnNotification[]> {
    return listOwnNotifications(db.sql, affiliateId)
  },

  /** @returns what is switched off before and after. @throws NOT_FOUND */
  changeOwn(affiliateId: string, choice: NotificationChoice): Promise<Muted> {
    return db.transaction((sql) => changeOwnNotifications(sql, affiliateId, choice))
  },

  /** Undoes `changeOwn`, unless others have changed it since. */
  restoreOwn(affiliateId: string, change: Muted): Promise<void> {
    return db.transaction((sql) => restoreOwnNotifications(sql, affiliateId, change))
  },

  /** One page, by key, of the notifications that are due and were not sent yet. */
  listPending(query: PendingNotificationsQuery): Promise<PendingNotificationsPage> {
    return listPendingNotifications(db.sql, query)
  },
})
