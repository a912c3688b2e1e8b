import { z } from "@medusajs/framework/zod"

import { parsePercent } from "../../../domain/money/decimal"
import { InvalidInput } from "../../../domain/errors"
import { plainText } from "../../../domain/text/plain-text"
import { mayBecome, type AffiliateStatus } from "../../../domain/affiliates/transitions"
import { listCustomers } from "../store/store-lookups"
import { rows, type Sql } from "../database/connection"
import { notFound } from "../database/not-found"
import { decimal, oneOf, statement, text } from "../database/row-check"
import { undoChange, type Change } from "../database/undo-change"

export interface AffiliateChange {
  id: string
  status?: AffiliateStatus
  /** Why the status changes. */
  reason?: string | null
  /** The affiliate's own rate in percent; null takes the program's again. Orders already decided keep their rate. */
  commission_percent?: string | number | null
  /** Hands the affiliate over to another customer: their account was deleted, or two accounts became one. */
  customer_id?: string
}

export interface AffiliateSettings {
  id: string
  customer_id: string
  program_id: string
  status: AffiliateStatus
  status_reason: string | null
  commission_percent: string | null
}

export const SETTINGS_ROW = z.strictObject({
  id: text,
  customer_id: text,
  program_id: text,
  status: oneOf("pending", "active", "suspended", "rejected"),
  status_reason: text.nullable(),
  commission_percent: decimal.nullable(),
})

const LOCKED = statement<AffiliateSettings>(
  `
  SELECT id, customer_id, program_id, status, status_reason, commission_percent::text FROM affiliate
  WHERE id = :id AND deleted_at IS NULL FOR UPDATE`,
  SETTINGS_ROW
)

const WRITE = `
  UPDATE affiliate SET customer_id = :customer_id, status = :status, status_reason = :status_reason,
                       commission_percent = :commission_percent::numeric, updated_at = now()
  WHERE id = :id`

/**
 * Changes an affiliate under a lock of their row, so that two admins cannot both find them pending.
 *
 * @returns the settings before and after, as they are stored.
 * @throws InvalidInput naming the field.
 */
export async function updateAffiliate(sql: Sql, change: AffiliateChange): Promise<Change<AffiliateSettings>> {
  const before = await lock(sql, change.id)
  const after = { ...before, ...newStatus(before, change), commission_percent: newRate(before, change) }
  if (change.customer_id !== undefined && change.customer_id !== before.customer_id) {
    await requireCustomer(sql, change.customer_id, before.program_id)
    after.customer_id = change.customer_id
  }
  await rows(sql, WRITE, { ...after })
  return { before, after: await lock(sql, change.id) }
}

/** Undoes `updateAffiliate`. */
export async function restoreAffiliate(sql: Sql, change: Change<AffiliateSettings>): Promise<void> {
  await rows(sql, WRITE, { ...undoChange(await lock(sql, change.before.id), change) })
}

async function lock(sql: Sql, id: string): Promise<AffiliateSettings> {
  const [affiliate] = await rows(sql, LOCKED, { id })
  if (!affiliate) throw notFound("Affiliate", id)
  return affiliate
}

const ENROLLED = `
  SELECT id FROM affiliate WHERE program_id = :program_id AND customer_id = :customer_id AND deleted_at IS NULL`

/** A customer is one affiliate of a program, so somebody who is one already cannot take over another. */
async function requireCustomer(sql: Sql, customer_id: string, program_id: string): Promise<void> {
  if ((await listCustomers(sql, [customer_id])).length === 0) throw notFound("Customer", customer_id, "customer_id")
  const [other] = await rows<{ id: string }>(sql, ENROLLED, { customer_id, program_id })
  if (other) throw new InvalidInput("customer_id", `the customer is the affiliate ${other.id} of this program already`)
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
