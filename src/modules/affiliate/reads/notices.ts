import { noticeKeyPrefix, type NoticeRow } from "../../../domain/notice"
import type { NotificationName } from "../../../domain/notification-settings"
import { rows, type Sql } from "../sql/connection"
import { NOTICES } from "../sql/notices"

export interface NoticesAsked {
  name: NotificationName
  /** What happened; which ids a notification takes stands in `NOTICES`. */
  ids: string[]
  /** Only rows with a greater key. */
  after: string
  limit: number
}

/**
 * One page, by key, of what is to be sent: nothing that was sent before or could not be, nothing to who has no e-mail, and nothing at all
 * in a store without a provider for e-mails.
 */
const pageOf = (name: NotificationName): string => `
  SELECT n.key, n.resource_id, n.facts,
         json_build_object('id', c.id, 'email', c.email, 'first_name', c.first_name, 'last_name', c.last_name) AS customer,
         json_build_object('id', a.id, 'code', a.code, 'number', a.number, 'promo_code', (
           SELECT pc.code FROM affiliate_promo_code pc WHERE pc.affiliate_id = a.id AND pc.deleted_at IS NULL
           ORDER BY pc.created_at DESC, pc.id DESC LIMIT 1)) AS affiliate,
         json_build_object('id', p.id, 'name', p.name, 'handle', p.handle, 'site_url', p.site_url, 'link_parameter', p.link_parameter,
                           'notifications', p.notifications) AS program
  FROM (${NOTICES[name]}) n
  JOIN affiliate a ON a.id = n.affiliate_id AND a.deleted_at IS NULL
  JOIN affiliate_program p ON p.id = a.program_id AND p.deleted_at IS NULL
  JOIN customer c ON c.id = a.customer_id AND c.email <> '' AND c.deleted_at IS NULL
  WHERE n.key > :after
    AND EXISTS (SELECT 1 FROM notification_provider v WHERE 'email' = ANY(v.channels) AND v.is_enabled AND v.deleted_at IS NULL)
    AND NOT EXISTS (SELECT 1 FROM notification sent WHERE sent.idempotency_key = :prefix || n.key AND sent.deleted_at IS NULL)
  ORDER BY n.key LIMIT :limit`

export const readNotices = (sql: Sql, { name, ...page }: NoticesAsked): Promise<NoticeRow[]> =>
  rows(sql, pageOf(name), { ...page, prefix: noticeKeyPrefix(name) })
