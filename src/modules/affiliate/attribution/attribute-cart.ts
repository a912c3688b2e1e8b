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
  SELECT :id, :cart_id, click.program_id, click.affiliate_id, 'link', click.id, click.occurred_at
  FROM affiliate_click click WHERE click.id = :source_id
  ON CONFLICT DO NOTHING`

const ADD_CODE = `
  INSERT INTO affiliate_cart_attribution (id, cart_id, program_id, affiliate_id, source, source_id, occurred_at)
  SELECT :id, :cart_id, affiliate.program_id, affiliate.id, 'promo_code', promo_code.id, :now
  FROM affiliate_promo_code promo_code JOIN affiliate ON affiliate.id = promo_code.affiliate_id WHERE promo_code.id = :source_id
  ON CONFLICT DO NOTHING`

const REMOVE_CODES = `
  UPDATE affiliate_cart_attribution SET deleted_at = :now, updated_at = :now
  WHERE cart_id = :cart_id AND source = 'promo_code' AND deleted_at IS NULL AND source_id = ANY(:source_ids)`

/**
 * Attributes a cart to a click or a promo code, if it could earn for the cart as it is now. Repeating it changes nothing.
 *
 * @throws CartRefused with the reason; the caller's transaction rolls the row back.
 */
export async function attributeCart(sql: Sql, cartId: string, evidence: CartEvidence, now: Date): Promise<CartAttributionResult | null> {
  const { source, source_id } = evidence
  await rows(sql, source === "link" ? ADD_CLICK : ADD_CODE, { id: generateEntityId(undefined, "affcart"), cart_id: cartId, source_id, now })

  const decision = await decideCart(sql, cartId, now)
  const evaluated = decision.evaluated.find(({ evidence: item }) => item.id === source_id)
  if (!evaluated) throw new CartRefused(source === "promo_code" ? "second_code" : "invalid_token", source_id)
  // A click that an existing referral outranks is accepted all the same: the referral decides, as it would for the order.
  if (evaluated.reason && evaluated.reason !== "already_referred") throw new CartRefused(evaluated.reason, source_id)
  return toCartResult(decision)
}

const HAS_EVIDENCE = `
  SELECT 1 FROM affiliate_cart_attribution WHERE cart_id = :cart_id AND source_id = :source_id AND deleted_at IS NULL LIMIT 1`

/** Whether a click or a promo code is on a cart. */
export const hasEvidence = async (sql: Sql, cartId: string, sourceId: string): Promise<boolean> =>
  (await rows(sql, HAS_EVIDENCE, { cart_id: cartId, source_id: sourceId })).length > 0

const CODES = `SELECT source_id FROM affiliate_cart_attribution WHERE cart_id = :cart_id AND source = 'promo_code' AND deleted_at IS NULL`

/**
 * Adds promo codes to a cart, all of them or none; with `replace` they replace the present ones. Returns the codes that were there before,
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
  const previous = await rows<{ source_id: string }>(sql, CODES, { cart_id: cartId })
  if (replace) await keepCartCodes(sql, cartId, promoCodeIds, now)
  for (const source_id of promoCodeIds) await attributeCart(sql, cartId, { source: "promo_code", source_id }, now)
  return previous.map(({ source_id }) => source_id)
}

/** Restores the promo codes a cart had before. */
export async function restoreCartCodes(sql: Sql, cartId: string, promoCodeIds: string[], now: Date): Promise<void> {
  await keepCartCodes(sql, cartId, promoCodeIds, now)
  for (const source_id of promoCodeIds) {
    await rows(sql, ADD_CODE, { id: generateEntityId(undefined, "affcart"), cart_id: cartId, source_id, now })
  }
}

const KEEP_CODES = REMOVE_CODES.replace("source_id = ANY(:source_ids)", "source_id <> ALL(:source_ids)")

/** Removes all promo codes but these from a cart. */
export async function keepCartCodes(sql: Sql, cartId: string, promoCodeIds: string[], now: Date): Promise<void> {
  await rows(sql, KEEP_CODES, { cart_id: cartId, source_ids: promoCodeIds, now })
}

/** Removes promo codes from a cart. */
export async function removeCartCodes(sql: Sql, cartId: string, promoCodeIds: string[], now: Date): Promise<void> {
  await rows(sql, REMOVE_CODES, { cart_id: cartId, source_ids: promoCodeIds, now })
}

/** Decides a cart as if it were placed now. */
export async function decideCart(sql: Sql, cartId: string, now: Date): Promise<Decision> {
  const [cart] = await loadCarts(sql, [cartId], now)
  return cart ? decideAttribution(cart, cart.evidence) : { chosen: null, reason: "no_evidence", makes_referral: false, evaluated: [] }
}

export const toCartResult = ({ chosen }: Decision): CartAttributionResult | null =>
  chosen && { source: chosen.source, affiliate_code: chosen.affiliate.code, program_id: chosen.program.id }
