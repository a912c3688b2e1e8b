import type { Database } from "../database/database"
import { readNotices, type NoticesAsked, type NoticesPage } from "./list-pending"

/** What affiliates are told by mail. */
export const notifications = (db: Database) => ({
  /** One page, by key, of the notifications that are due and were not sent yet. */
  listPending(query: NoticesAsked): Promise<NoticesPage> {
    return readNotices(db.sql, query)
  },
})
