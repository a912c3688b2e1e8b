import { z } from "@medusajs/framework/zod"

import { parsePercent } from "../../../domain/money/decimal"
import { InvalidInput } from "../../../domain/errors"
import { plainText } from "../../../domain/text/plain-text"
import { mayBecome, type AffiliateStatus } from "../../../domain/affiliates/transitions"
import { rows, type Sql } from "../database/connection"
import { notFound } from "../database/not-found"
import { decimal, oneOf, statement, text } from "../database/row-check"

export interface AffiliateChange {
  id: string
  status?: AffiliateStatus
  /** Why the status changes. */
  reason?: string | null
  /** The affiliate's own rate in percent; null takes the program's again. Orders already decided keep their rate. */
  commission_percent?: string | number | null
}

export interface AffiliateSettings {
  id: string
  program_id: string
  status: AffiliateStatus
  status_reason: string | null
  commission_percent: string | null
}

export const SETTINGS_ROW = z.strictObject({
  id: text,
  program_id: text,
  status: oneOf("pending", "active", "suspended", "rejected"),
  status_reason: text.nullable(),
  commission_percent: decimal.nullable(),
})

const LOCKED = statement<AffiliateSettings>(
  `
  SELECT id, program_id, status, status_reason, commission_percent::text FROM affiliate WHERE id = :id AND deleted_at IS NULL FOR UPDATE`,
  SETTINGS_ROW
)

const WRITE = `
  UPDATE affiliate SET status = :status, status_reason = :status_reason, commission_percent = :commission_percent::numeric, updated_at = now()
  WHERE id = :id`

/**
 * Changes an affiliate under a lock of their row, so that two admins cannot both find them pending.
 *
 * @returns the settings before and after.
 * @throws InvalidInput naming the field.
 */
export async function updateAffiliate(sql: Sql, change: AffiliateChange): Promise<{ before: AffiliateSettings; after: AffiliateSettings }> {
  const [before] = await rows(sql, LOCKED, { id: change.id })
  if (!before) throw notFound("Affiliate", change.id)
  const after = { ...before, ...newStatus(before, change), commission_percent: newRate(before, change) }
  await restoreAffiliate(sql, after)
  return { before, after }
}

/** Writes settings as they are: with the settings `before` it undoes `updateAffiliate`. */
export async function restoreAffiliate(sql: Sql, settings: AffiliateSettings): Promise<void> {
  await rows(sql, WRITE, { ...settings })
}

export function newStatus(
  before: AffiliateSettings,
  { status, ...change }: AffiliateChange
): Pick<AffiliateSettings, "status" | "status_reason"> {
  const reason = change.reason && plainText(change.reason)
  if (status === undefined || status === before.status) {
    return { status: before.status, status_reason: reason === undefined ? before.status_reason : reason }
  }
  if (!mayBecome(before.status, status)) throw new InvalidInput("status", `an affiliate who is ${before.status} cannot become ${status}`)
  return { status, status_reason: reason ?? null }
}

export function newRate(before: AffiliateSettings, { commission_percent }: AffiliateChange): string | null {
  if (commission_percent === undefined) return before.commission_percent
  return commission_percent === null ? null : parsePercent("commission_percent", commission_percent)
}
