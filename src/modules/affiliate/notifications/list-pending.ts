import { notificationKeyPrefix, type NotificationRow } from "../../../domain/notifications/notification"
import type { NotificationName } from "../../../domain/notifications/notification-settings"
import { rows, type Sql } from "../database/connection"
import { PENDING_NOTIFICATIONS } from "./sql"

export interface PendingNotificationsQuery {
  name: NotificationName
  /** What happened; which ids a notification takes stands in `NOTICES`. */
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

/** One page, by key: nothing about who has no e-mail, and nothing at all in a store without a provider for e-mails. */
const pageOf = (name: NotificationName): string => `
  SELECT n.key, n.resource_id, n.facts,
         json_build_object('id', c.id, 'email', c.email, 'first_name', c.first_name, 'last_name', c.last_name) AS customer,
         json_build_object('id', a.id, 'code', a.code, 'number', a.number, 'promo_code', (
           SELECT pc.code FROM affiliate_promo_code pc WHERE pc.affiliate_id = a.id AND pc.deleted_at IS NULL
           ORDER BY pc.created_at DESC, pc.id DESC LIMIT 1)) AS affiliate,
         json_build_object('id', p.id, 'name', p.name, 'handle', p.handle, 'site_url', p.site_url, 'link_parameter', p.link_parameter,
                           'notifications', p.notifications) AS program
  FROM (${PENDING_NOTIFICATIONS[name]}) n
  JOIN affiliate a ON a.id = n.affiliate_id AND a.deleted_at IS NULL
  JOIN affiliate_program p ON p.id = a.program_id AND p.deleted_at IS NULL
  JOIN customer c ON c.id = a.customer_id AND c.email <> '' AND c.deleted_at IS NULL
  WHERE n.key > :after
    AND EXISTS (SELECT 1 FROM notification_provider v WHERE 'email' = ANY(v.channels) AND v.is_enabled AND v.deleted_at IS NULL)
  ORDER BY n.key LIMIT :limit`

const SENT = `SELECT idempotency_key AS key FROM notification WHERE idempotency_key = ANY(:keys) AND deleted_at IS NULL`

/**
 * One page of what is to be sent. What was sent before, or could not be, is left out: by a statement of its own, which needs no guess of
 * the planner.
 */
export async function listPendingNotifications(sql: Sql, { name, ...page }: PendingNotificationsQuery): Promise<PendingNotificationsPage> {
  const found = await rows<NotificationRow>(sql, pageOf(name), { ...page })
  const next = found.length === page.limit ? (found.at(-1)?.key ?? null) : null
  const prefix = notificationKeyPrefix(name)
  const keys = found.map(({ key }) => prefix + key)
  const sent = new Set(keys.length > 0 ? (await rows<{ key: string }>(sql, SENT, { keys })).map(({ key }) => key) : [])
  return { rows: found.filter(({ key }) => !sent.has(prefix + key)), next }
}
