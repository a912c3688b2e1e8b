import { generateEntityId } from "@medusajs/framework/utils"

import { timeOf } from "../database/clock"
import { rows, type Sql } from "../database/connection"
import { posting } from "./posting"

export interface NewAdjustment {
  affiliate_id: string
  /** Signed, in major units, exact to the currency's digits, as `parseAmount` returns it. */
  amount: string
  currency_code: string
  reason: string
  created_by: string
  /** For tests; the database's clock when absent. */
  now?: Date
}

export interface Adjustment {
  id: string
  occurred_at: Date
}

/** Payout runs lock the affiliate too, and so does a close that numbers statements: what is dated after it comes after it. */
const LOCK = `SELECT 1 FROM affiliate WHERE id = :affiliate_id FOR NO KEY UPDATE`

const ADJUST = `
  WITH adjustment AS (
    INSERT INTO affiliate_adjustment (id, affiliate_id, program_id, amount, currency_code, reason, created_by, occurred_at)
    SELECT :id, affiliate.id, affiliate.program_id, :amount::numeric, :currency_code, :reason, :created_by, :now
    FROM affiliate WHERE affiliate.id = :affiliate_id
    RETURNING *
  )
  ${posting({
    from: "adjustment",
    source_type: "adjustment",
    affiliate: 1,
    counter: "program_expense",
    available_at: "occurred_at",
    occurred_at: "occurred_at",
  })}`

/** Corrects a balance by hand: the adjustment with its author and reason, and its two ledger entries, in one statement. */
export async function adjustBalance(sql: Sql, adjustment: NewAdjustment): Promise<Adjustment> {
  const id = generateEntityId(undefined, "affadj")
  await rows(sql, LOCK, { affiliate_id: adjustment.affiliate_id })
  const now = await timeOf(sql, adjustment.now)
  await rows(sql, ADJUST, { ...adjustment, id, now })
  return { id, occurred_at: now }
}
