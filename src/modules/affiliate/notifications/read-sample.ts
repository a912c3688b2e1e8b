import type { NotificationRow } from "../../../domain/notifications/notification"
import type { AffiliateNotificationName } from "../../../domain/notifications/notification-settings"
import { rows, type Sql } from "../database/connection"
import { notificationRows } from "./list-pending"

const newest = (table: string, condition: string, id = "id"): string =>
  `SELECT ${id} AS id FROM ${table} WHERE program_id = :program_id AND ${condition} ORDER BY id DESC LIMIT 1`

const NEWEST_AFFILIATE = newest("affiliate", "status = 'active' AND deleted_at IS NULL")

/** What each e-mail was about last, by the id that `PENDING_NOTIFICATIONS` takes. */
const LAST: Record<AffiliateNotificationName, string> = {
  affiliate_welcome: NEWEST_AFFILIATE,
  affiliate_approved: NEWEST_AFFILIATE,
  referral_joined: newest("affiliate_referral", "ended_at IS NULL AND deleted_at IS NULL"),
  month_closed: `SELECT program_id || ':' || period AS id FROM affiliate_period
    WHERE program_id = :program_id AND status = 'closed' ORDER BY period DESC LIMIT 1`,
  statement_sent: `SELECT program_id || ':' || period AS id FROM affiliate_statement
    WHERE program_id = :program_id ORDER BY number DESC LIMIT 1`,
  payout_sent: newest("affiliate_payout", "status = 'paid'"),
  payout_failed: newest("affiliate_payout", "status = 'failed'"),
  agreement_asked: NEWEST_AFFILIATE,
}

/** The newest thing in a program that an e-mail is about; null where it has not happened yet. */
export async function readSample(sql: Sql, name: AffiliateNotificationName, program_id: string): Promise<NotificationRow | null> {
  const [last] = await rows<{ id: string }>(sql, LAST[name], { program_id })
  if (!last) return null
  const [found] = await rows<NotificationRow>(sql, notificationRows(name, "true"), { ids: [last.id], after: "", limit: 1 })
  return found ?? null
}
