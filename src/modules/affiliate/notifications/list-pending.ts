import { notificationKeyPrefix, type NotificationRow } from "../../../domain/notifications/notification"
import type { AffiliateNotificationName } from "../../../domain/notifications/notification-settings"
import { rows, type Sql } from "../database/connection"
import { HAS_EMAIL_PROVIDER } from "./email-provider"
import { PENDING_NOTIFICATIONS } from "./sql"

export interface PendingNotificationsQuery {
  name: AffiliateNotificationName
  /** What happened; `PENDING_NOTIFICATIONS` says which ids each notification takes. */
  ids: string[]
  /** Only rows with a greater key. */
  after: string
  limit: number
}

export interface PendingNotificationsPage {
  rows: NotificationRow[]
  /** The key to go on after; null at the end. */
  next: string | null
}

/** One page, by key, of what a notification is about. Customers without an e-mail are left out. */
export const notificationRows = (name: AffiliateNotificationName, condition: string): string => `
  SELECT pending.key, pending.resource_id, pending.facts,
         json_build_object('id', customer.id, 'email', customer.email, 'first_name', customer.first_name,
                           'last_name', customer.last_name) AS customer,
         json_build_object('id', affiliate.id, 'code', affiliate.code, 'number', affiliate.number, 'promo_code', (
           SELECT promo_code.code FROM affiliate_promo_code promo_code
           WHERE promo_code.affiliate_id = affiliate.id AND promo_code.deleted_at IS NULL
           ORDER BY promo_code.created_at DESC, promo_code.id DESC LIMIT 1)) AS affiliate,
         json_build_object('id', program.id, 'name', program.name, 'handle', program.handle, 'site_url', program.site_url,
                           'link_parameter', program.link_parameter, 'timezone', program.timezone,
                           'notifications', program.notifications) AS program
  FROM (${PENDING_NOTIFICATIONS[name]}) pending
  JOIN affiliate ON affiliate.id = pending.affiliate_id AND affiliate.deleted_at IS NULL
  JOIN affiliate_program program ON program.id = affiliate.program_id AND program.deleted_at IS NULL
  JOIN customer ON customer.id = affiliate.customer_id AND customer.email <> '' AND customer.deleted_at IS NULL
  WHERE pending.key > :after
    AND ${condition}
  ORDER BY pending.key LIMIT :limit`

const SENT = `SELECT idempotency_key AS key FROM notification WHERE idempotency_key = ANY(:keys) AND deleted_at IS NULL`

/** Not switched off by the affiliate. */
const isWanted = (name: AffiliateNotificationName): string =>
  `(affiliate.muted_notifications @> '${JSON.stringify([name])}'::jsonb) IS NOT TRUE`

/**
 * One page of the notifications to send, none in a store without an e-mail provider, and none that the affiliate
 * has switched off. Those that were sent before, or failed, are left out by a statement of its own: joined, its speed
 * would depend on the planner's estimates.
 */
export async function listPendingNotifications(sql: Sql, { name, ...page }: PendingNotificationsQuery): Promise<PendingNotificationsPage> {
  const found = await rows<NotificationRow>(sql, notificationRows(name, `${HAS_EMAIL_PROVIDER} AND ${isWanted(name)}`), { ...page })
  const next = found.length === page.limit ? (found.at(-1)?.key ?? null) : null
  const prefix = notificationKeyPrefix(name)
  const keys = found.map(({ key }) => prefix + key)
  const sent = new Set(keys.length > 0 ? (await rows<{ key: string }>(sql, SENT, { keys })).map(({ key }) => key) : [])
  return { rows: found.filter(({ key }) => !sent.has(prefix + key)), next }
}
