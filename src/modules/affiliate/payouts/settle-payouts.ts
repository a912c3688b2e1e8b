import { z } from "@medusajs/framework/zod"

import { InvalidInput } from "../../../domain/errors"
import { timeOf } from "../database/clock"
import { rows, type Sql } from "../database/connection"
import { notFound } from "../database/not-found"
import { integer, oneOf, statement, text } from "../database/row-check"

export interface PayoutsSettlement {
  /** Ids instead of a filter, because a filter would include payouts that came to match it since an admin looked. */
  ids: string[]
  /** The bank's reference of the transfer; null when the merchant notes none. */
  reference: string | null
  /** The user who decided it. */
  ended_by: string
  /** For tests; the database's clock when absent. */
  now?: Date
}

interface LockedPayout {
  id: string
  number: number
  status: "processing" | "paid" | "failed" | "canceled"
  reference: string | null
}

/** In id order, so that two admins who settle overlapping payouts do not deadlock. */
const LOCK = statement<LockedPayout>(
  `SELECT id, number, status, reference FROM affiliate_payout WHERE id = ANY(:ids) ORDER BY id FOR UPDATE`,
  z.strictObject({ id: text, number: integer, status: oneOf("processing", "paid", "failed", "canceled"), reference: text.nullable() })
)

/** The WHERE repeats the expected state, so that of two processes that end a payout at once only one does. */
const SETTLE = statement<Pick<LockedPayout, "id">>(
  `
  UPDATE affiliate_payout
  SET status = 'paid', reference = coalesce(:reference, reference), ended_by = :ended_by, ended_at = :now, updated_at = :now
  WHERE id = ANY(:ids) AND status = 'processing'
  RETURNING id`,
  z.strictObject({ id: text })
)

/**
 * Marks payouts as paid: all that are named, or none. Settling one again, with the same reference or with none, changes nothing. Runs inside
 * the caller's transaction.
 *
 * @returns the ids of those that this call settled.
 * @throws InvalidInput naming those that have ended otherwise, NOT_FOUND.
 */
export async function settlePayouts(sql: Sql, settlement: PayoutsSettlement): Promise<string[]> {
  const { ids, reference } = settlement
  const payouts = await rows(sql, LOCK, { ids })
  requireAll(ids, payouts)
  const ended = payouts.filter(({ status }) => status === "failed" || status === "canceled")
  refuse("status", ended, ({ status }) => `is ${status} and cannot be settled`)
  const others = payouts.filter((payout) => payout.status === "paid" && reference !== null && reference !== payout.reference)
  refuse("reference", others, (payout) => `was settled with ${payout.reference ?? "no reference"}`)

  const settled = await rows(sql, SETTLE, { ...settlement, now: await timeOf(sql, settlement.now) })
  return settled.map(({ id }) => id)
}

function requireAll(ids: string[], payouts: LockedPayout[]): void {
  const found = new Set(payouts.map(({ id }) => id))
  const unknown = ids.filter((id) => !found.has(id))
  if (unknown.length > 0) throw notFound("Affiliate payout", unknown.join(", "))
}

function refuse(field: string, payouts: LockedPayout[], why: (payout: LockedPayout) => string): void {
  if (payouts.length === 0) return
  throw new InvalidInput(field, payouts.map((payout) => `payout ${payout.number} ${why(payout)}`).join(", "))
}
