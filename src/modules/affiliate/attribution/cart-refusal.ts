import type { Decision } from "../../../domain/attribution/attribution"
import { refusalMessage, type CartRefusalReason } from "../../../domain/attribution/refusal-message"
import { rows, type Sql } from "../database/connection"

/** Why a code or token is not on the cart, or is and could not earn now. */
export interface CartRefusalRow {
  code: CartRefusalReason
  message: string
  /** Null for a click's token. */
  promo_code: string | null
}

interface Refusal {
  reason: CartRefusalReason
  promo_code: string | null
}

const WRITE = `
  INSERT INTO affiliate_cart_refusal (id, cart_id, reason, promo_code) VALUES (affiliate_new_id('affcartref'), :cart_id, :reason, :promo_code)
  ON CONFLICT (cart_id) DO UPDATE SET reason = excluded.reason, promo_code = excluded.promo_code, updated_at = now()`

const STORED = `SELECT reason, promo_code FROM affiliate_cart_refusal WHERE cart_id = :cart_id`

const CODE = `SELECT code FROM affiliate_promo_code WHERE id = :id`

/** Keeps why a code or token was left out of a new cart. */
export async function writeCartRefusal(sql: Sql, cart_id: string, { reason, promo_code }: Refusal): Promise<void> {
  await rows(sql, WRITE, { cart_id, reason, promo_code })
}

/** Forgets the refusal: another code or token is on the cart now. */
export async function deleteCartRefusal(sql: Sql, cart_id: string): Promise<void> {
  await rows(sql, `DELETE FROM affiliate_cart_refusal WHERE cart_id = :cart_id`, { cart_id })
}

/** What is refused now: the code on the cart, when it could no longer earn, or else what was left out when the cart was made. */
export async function readCartRefusal(sql: Sql, cart_id: string, { evaluated }: Decision): Promise<CartRefusalRow | null> {
  const typed = evaluated.find(({ evidence, reason }) => evidence.type === "promo_code" && reason)
  const [code] = typed ? await rows<{ code: string }>(sql, CODE, { id: typed.evidence.id }) : []
  const [refusal] = typed?.reason
    ? [{ reason: typed.reason, promo_code: code?.code ?? null }]
    : await rows<Refusal>(sql, STORED, { cart_id })
  return refusal ? toRow(refusal) : null
}

const toRow = ({ reason, promo_code }: Refusal): CartRefusalRow => ({
  code: reason,
  message: refusalMessage(promo_code ? `The promo code ${promo_code}` : "The click token", reason),
  promo_code,
})
