import { normalizeBillingDetails, NO_BILLING_DETAILS, type BillingDetails } from "../../../domain/affiliates/billing-details"
import { rows, type Sql } from "../database/connection"
import { notFound } from "../database/not-found"
import { undoChange, type Change } from "../database/undo-change"

const STORED = `SELECT billing_details FROM affiliate WHERE id = :id AND deleted_at IS NULL`

const WRITE = `UPDATE affiliate SET billing_details = :billing_details::jsonb, updated_at = now() WHERE id = :id`

/** @throws NOT_FOUND */
export async function readBillingDetails(sql: Sql, id: string, lock = ""): Promise<BillingDetails> {
  const [stored] = await rows<{ billing_details: BillingDetails | null }>(sql, `${STORED} ${lock}`, { id })
  if (!stored) throw notFound("Affiliate", id)
  return { ...NO_BILLING_DETAILS, ...stored.billing_details }
}

/**
 * Changes the name and address of an affiliate on statements that are issued from now on. The affiliate's row is locked before it is read, so
 * that two parallel changes of different fields do not undo each other.
 *
 * @returns the details before and after.
 * @throws InvalidInput naming the field, NOT_FOUND.
 */
export async function updateBillingDetails(sql: Sql, id: string, input: Record<string, unknown>): Promise<Change<BillingDetails>> {
  const before = await readBillingDetails(sql, id, "FOR UPDATE")
  const after = normalizeBillingDetails(input, before)
  await rows(sql, WRITE, { id, billing_details: JSON.stringify(after) })
  return { before, after }
}

/** Undoes `updateBillingDetails`. */
export async function restoreBillingDetails(sql: Sql, id: string, change: Change<BillingDetails>): Promise<void> {
  const restored = undoChange(await readBillingDetails(sql, id, "FOR UPDATE"), change)
  await rows(sql, WRITE, { id, billing_details: JSON.stringify(restored) })
}
