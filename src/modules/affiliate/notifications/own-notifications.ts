import {
  changeMuted,
  OPTIONAL_NOTIFICATIONS,
  type NotificationChoice,
  type OptionalNotificationName,
} from "../../../domain/notifications/muted-notifications"
import { normalizeNotifications } from "../../../domain/notifications/notification-settings"
import { rows, type Sql } from "../database/connection"
import { notFound } from "../database/not-found"
import { undoChange, type Change } from "../database/undo-change"

/** An e-mail that an affiliate may switch off. */
export interface OwnNotification {
  name: OptionalNotificationName
  /** The affiliate's choice. */
  is_enabled: boolean
  /** Whether the program sends it at all. */
  is_sent: boolean
}

export type Muted = Change<{ muted: OptionalNotificationName[] }>

const OWN = `
  SELECT affiliate.muted_notifications AS muted, program.notifications
  FROM affiliate JOIN affiliate_program program ON program.id = affiliate.program_id
  WHERE affiliate.id = :id AND affiliate.deleted_at IS NULL`

const LOCK = `SELECT muted_notifications AS muted FROM affiliate WHERE id = :id AND deleted_at IS NULL FOR UPDATE`

const WRITE = `UPDATE affiliate SET muted_notifications = :muted::jsonb, updated_at = now() WHERE id = :id`

interface MutedRow {
  muted: OptionalNotificationName[] | null
}

/** @throws NOT_FOUND */
export async function listOwnNotifications(sql: Sql, id: string): Promise<OwnNotification[]> {
  type Stored = MutedRow & { notifications: Parameters<typeof normalizeNotifications>[0] }
  const [stored] = await rows<Stored>(sql, OWN, { id })
  if (!stored) throw notFound("Affiliate", id)
  const settings = normalizeNotifications(stored.notifications)
  return OPTIONAL_NOTIFICATIONS.map((name) => ({
    name,
    is_enabled: !stored.muted?.includes(name),
    is_sent: settings[name].is_enabled,
  }))
}

/**
 * Switches e-mails to an affiliate on or off. The affiliate's row is locked before it is read, so that two parallel changes of different
 * e-mails do not undo each other.
 *
 * @throws NOT_FOUND
 */
export async function changeOwnNotifications(sql: Sql, id: string, choice: NotificationChoice): Promise<Muted> {
  const before = await readLocked(sql, id)
  const after = { muted: changeMuted(before.muted, choice) }
  await rows(sql, WRITE, { id, muted: JSON.stringify(after.muted) })
  return { before, after }
}

/** Undoes `changeOwnNotifications`. */
export async function restoreOwnNotifications(sql: Sql, id: string, change: Muted): Promise<void> {
  const { muted } = undoChange(await readLocked(sql, id), change)
  await rows(sql, WRITE, { id, muted: JSON.stringify(muted) })
}

async function readLocked(sql: Sql, id: string): Promise<{ muted: OptionalNotificationName[] }> {
  const [stored] = await rows<MutedRow>(sql, LOCK, { id })
  if (!stored) throw notFound("Affiliate", id)
  return { muted: stored.muted ?? [] }
}
