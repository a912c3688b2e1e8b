import { generateEntityId } from "@medusajs/framework/utils"

import { decideAttribution, type Decision } from "../../../domain/attribution/attribution"
import { CartRefused } from "../../../domain/errors"
import { rows, type Sql } from "../database/connection"
import { loadCarts } from "./load-evidence"

export interface CartEvidence {
  source: "link" | "promo_code"
  /** The click's or the promo code's id. */
  source_id: string
}

/** Who would get the order if the cart were placed now. */
export interface CartAttributionResult {
  source: "link" | "promo_code" | "manual"
  affiliate_code: string
  program_id: string
}

const ADD_CLICK = `
  INSERT INTO affiliate_cart_attribution (id, cart_id, program_id, affiliate_id, source, source_id, occurred_at)
  SELECT :id, :cart_id, k.program_id, k.affiliate_id, 'link', k.id, k.occurred_at FROM affiliate_click k WHERE k.id = :source_id
  ON CONFLICT DO NOTHING`

const ADD_CODE = `
  INSERT INTO affiliate_cart_attribution (id, cart_id, program_id, affiliate_id, source, source_id, occurred_at)
  SELECT :id, :cart_id, a.program_id, a.id, 'promo_code', pc.id, :now
  FROM affiliate_promo_code pc JOIN affiliate a ON a.id = pc.affiliate_id WHERE pc.id = :source_id
  ON CONFLICT DO NOTHING`

const REMOVE_CODES = `
  UPDATE affiliate_cart_attribution SET deleted_at = :now, updated_at = :now
  WHERE cart_id = :cart_id AND source = 'promo_code' AND deleted_at IS NULL AND source_id = ANY(:source_ids)`

/**
 * Puts a click or a promo code on a cart, if it could earn there as things stand. The same once more changes nothing.
 *
 * @throws CartRefused with the reason; the caller's transaction rolls the row back.
 */
export async function attributeCart(sql: Sql, cartId: string, evidence: CartEvidence, now: Date): Promise<CartAttributionResult | null> {
  const { source, source_id } = evidence
  await rows(sql, source === "link" ? ADD_CLICK : ADD_CODE, { id: generateEntityId(undefined, "affcart"), cart_id: cartId, source_id, now })

  const decision = await decideCart(sql, cartId, now)
  const evaluated = decision.evaluated.find(({ evidence: item }) => item.id === source_id)
  if (!evaluated) throw new CartRefused(source === "promo_code" ? "second_code" : "invalid_token", source_id)
  // A click may lose to an existing tie and still be welcome: the tie decides, as it would for the order.
  if (evaluated.reason && evaluated.reason !== "already_referred") throw new CartRefused(evaluated.reason, source_id)
  return toCartResult(decision)
}

const CODES = `SELECT source_id FROM affiliate_cart_attribution WHERE cart_id = :cart_id AND source = 'promo_code' AND deleted_at IS NULL`

/**
 * Puts promo codes on a cart, all of them or none; with `replace` they take the place of those that are there. Gives what was there before,
 * for `restoreCartCodes`.
 *
 * @throws CartRefused with the reason and the code's id; the caller's transaction rolls the rows back.
 */
export async function addCartCodes(
  sql: Sql,
  cartId: string,
  promoCodeIds: string[],
  { replace }: { replace: boolean },
  now: Date
): Promise<string[]> {
  const before = await rows<{ source_id: string }>(sql, CODES, { cart_id: cartId })
  if (replace) await keepCartCodes(sql, cartId, promoCodeIds, now)
  for (const source_id of promoCodeIds) await attributeCart(sql, cartId, { source: "promo_code", source_id }, now)
  return before.map(({ source_id }) => source_id)
}

/** Gives a cart the promo codes back that it had before. */
export async function restoreCartCodes(sql: Sql, cartId: string, promoCodeIds: string[], now: Date): Promise<void> {
  await keepCartCodes(sql, cartId, promoCodeIds, now)
  for (const source_id of promoCodeIds) {
    await rows(sql, ADD_CODE, { id: generateEntityId(undefined, "affcart"), cart_id: cartId, source_id, now })
  }
}

const KEEP_CODES = REMOVE_CODES.replace("source_id = ANY(:source_ids)", "source_id <> ALL(:source_ids)")

/** Takes all promo codes off a cart but these. */
export async function keepCartCodes(sql: Sql, cartId: string, promoCodeIds: string[], now: Date): Promise<void> {
  await rows(sql, KEEP_CODES, { cart_id: cartId, source_ids: promoCodeIds, now })
}

/** Takes promo codes off a cart. */
export async function removeCartCodes(sql: Sql, cartId: string, promoCodeIds: string[], now: Date): Promise<void> {
  await rows(sql, REMOVE_CODES, { cart_id: cartId, source_ids: promoCodeIds, now })
}

/** Decides a cart as if it were placed now. */
export async function decideCart(sql: Sql, cartId: string, now: Date): Promise<Decision> {
  const [cart] = (await loadCarts(sql, [cartId], now)).subjects
  return cart ? decideAttribution(cart, cart.evidence) : { chosen: null, reason: "no_evidence", makes_referral: false, evaluated: [] }
}

export const toCartResult = ({ chosen }: Decision): CartAttributionResult | null =>
  chosen && { source: chosen.source, affiliate_code: chosen.affiliate.code, program_id: chosen.program.id }
