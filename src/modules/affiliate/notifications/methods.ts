import type { Database } from "../database/database"
import { listPendingNotifications, type PendingNotificationsQuery, type PendingNotificationsPage } from "./list-pending"

/** E-mails to affiliates. */
export const notifications = (db: Database) => ({
  /** One page, by key, of the notifications that are due and were not sent yet. */
  listPending(query: PendingNotificationsQuery): Promise<PendingNotificationsPage> {
    return listPendingNotifications(db.sql, query)
  },
})
