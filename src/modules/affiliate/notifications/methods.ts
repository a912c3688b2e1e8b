import type { NotificationRow } from "../../../domain/notifications/notification"
import type { AffiliateNotificationName } from "../../../domain/notifications/notification-settings"
import type { Database } from "../database/database"
import { readEmailProvider, type EmailProvider } from "./email-provider"
import { listPendingNotifications, type PendingNotificationsQuery, type PendingNotificationsPage } from "./list-pending"
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

  /** One page, by key, of the notifications that are due and were not sent yet. */
  listPending(query: PendingNotificationsQuery): Promise<PendingNotificationsPage> {
    return listPendingNotifications(db.sql, query)
  },
})
