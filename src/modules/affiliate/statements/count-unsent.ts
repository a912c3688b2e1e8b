import { z } from "@medusajs/framework/zod"

import { notificationKeyPrefix } from "../../../domain/notifications/notification"
import { rows, type Sql } from "../database/connection"
import { integer, statement } from "../database/row-check"

const UNSENT = statement<{ count: number }>(
  `
  SELECT count(*)::int AS count FROM affiliate_statement statement
  WHERE statement.program_id = :program_id AND statement.period = :period AND NOT EXISTS (
    SELECT 1 FROM notification WHERE notification.idempotency_key = :prefix || statement.id AND notification.deleted_at IS NULL)`,
  z.strictObject({ count: integer })
)

/** How many statements of a closed month were handed to no e-mail provider. */
export async function countUnsentStatements(sql: Sql, month: { program_id: string; period: string }): Promise<number> {
  const [found] = await rows(sql, UNSENT, { ...month, prefix: notificationKeyPrefix("statement_sent") })
  return found?.count ?? 0
}
