import { z } from "@medusajs/framework/zod"

import { rows, type Sql } from "../database/connection"
import { flag, statement, text } from "../database/row-check"

/** Who sends the store's e-mails. */
export interface EmailProvider {
  id: string
  /** Whether it is Medusa's local provider, which only writes into the log. */
  is_local: boolean
}

/** SQL that is true where the store has a provider of the channel `email`. */
export const HAS_EMAIL_PROVIDER = `EXISTS (SELECT 1 FROM notification_provider provider
  WHERE 'email' = ANY(provider.channels) AND provider.is_enabled AND provider.deleted_at IS NULL)`

const PROVIDER = statement<EmailProvider>(
  `SELECT id, id IN ('local', 'notification-local') AS is_local FROM notification_provider provider
   WHERE 'email' = ANY(provider.channels) AND provider.is_enabled AND provider.deleted_at IS NULL ORDER BY id LIMIT 1`,
  z.strictObject({ id: text, is_local: flag })
)

export const readEmailProvider = async (sql: Sql): Promise<EmailProvider | null> => (await rows(sql, PROVIDER))[0] ?? null
