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

const ANY = `
  SELECT 1 WHERE EXISTS (SELECT 1 FROM affiliate_cart_attribution WHERE cart_id = :cart_id AND deleted_at IS NULL)
    OR EXISTS (SELECT 1 FROM affiliate_cart_refusal WHERE cart_id = :cart_id)`

const CODE = `SELECT code FROM affiliate_promo_code WHERE id = :id`

const CODE_OF_LINK = `
  SELECT promo_code.code FROM affiliate_cart_attribution link
  JOIN affiliate_promo_code promo_code ON promo_code.affiliate_id = link.affiliate_id AND promo_code.deleted_at IS NULL
  WHERE link.cart_id = :cart_id AND link.source_id = :click_id AND link.link_discount = 'offered' AND link.deleted_at IS NULL`

/** Keeps why a code or token was left out of a new cart. */
export async function writeCartRefusal(sql: Sql, cart_id: string, { reason, promo_code }: Refusal): Promise<void> {
  await rows(sql, WRITE, { cart_id, reason, promo_code })
}

/** Whether the cart has, or had, a code or token of ours: without one nothing can be refused. */
export const mayBeRefused = async (sql: Sql, cart_id: string): Promise<boolean> => (await rows(sql, ANY, { cart_id })).length > 0

/** Forgets the refusal: another code or token is on the cart now. */
export async function deleteCartRefusal(sql: Sql, cart_id: string): Promise<void> {
  await rows(sql, `DELETE FROM affiliate_cart_refusal WHERE cart_id = :cart_id`, { cart_id })
}

/**
 * What is refused now: the code on the cart when it could no longer earn, typed or brought by a link, or else what was left out when the cart
 * was made.
 */
export async function readCartRefusal(sql: Sql, cart_id: string, decision: Decision): Promise<CartRefusalRow | null> {
  const refusal = (await lostCode(sql, cart_id, decision)) ?? (await rows<Refusal>(sql, STORED, { cart_id }))[0]
  return refusal ? toRow(refusal) : null
}

async function lostCode(sql: Sql, cart_id: string, { evaluated }: Decision): Promise<Refusal | null> {
  const typed = evaluated.find(({ evidence, reason }) => evidence.type === "promo_code" && reason)
  if (typed?.reason) {
    const [found] = await rows<{ code: string }>(sql, CODE, { id: typed.evidence.id })
    return { reason: typed.reason, promo_code: found?.code ?? null }
  }
  const click = evaluated.find(({ evidence, reason }) => evidence.type === "click" && reason === "not_first_order")
  if (!click?.reason) return null
  const [found] = await rows<{ code: string }>(sql, CODE_OF_LINK, { cart_id, click_id: click.evidence.id })
  return found ? { reason: click.reason, promo_code: found.code } : null
}

const toRow = ({ reason, promo_code }: Refusal): CartRefusalRow => ({
  code: reason,
  message: refusalMessage(promo_code ? `The promo code ${promo_code}` : "The click token", reason),
  promo_code,
})
