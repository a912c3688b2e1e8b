import { generateEntityId } from "@medusajs/framework/utils"

import { decideAttribution, type Decision } from "../../../domain/attribution/attribution"
import { CartRefused } from "../../../domain/errors"
import { rows, type Sql } from "../database/connection"
import { isUsablePromotion } from "../store/promotions"
import { deleteCartRefusal } from "./cart-refusal"
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
  await deleteCartRefusal(sql, cartId)
  return toCartResult(decision)
}

const HAS_EVIDENCE = `
  SELECT 1 FROM affiliate_cart_attribution WHERE cart_id = :cart_id AND source_id = :source_id AND deleted_at IS NULL LIMIT 1`

/** Whether a click or a promo code is on a cart. */
export const hasEvidence = async (sql: Sql, cartId: string, sourceId: string): Promise<boolean> =>
  (await rows(sql, HAS_EVIDENCE, { cart_id: cartId, source_id: sourceId })).length > 0

const CODES = `SELECT source_id FROM affiliate_cart_attribution WHERE cart_id = :cart_id AND source = 'promo_code' AND deleted_at IS NULL`

/**
 * Adds promo codes to a cart, all of them or none. With `replace` they come from a list that replaces the cart's codes. Returns the codes that
 * were there before, for `restoreCartCodes`.
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
  if (replace) await (promoCodeIds.length > 0 ? keepCartCodes(sql, cartId, promoCodeIds, now) : removeShownCodes(sql, cartId, now))
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

const REMOVE_SHOWN_CODES = REMOVE_CODES.replace(
  "source_id = ANY(:source_ids)",
  `EXISTS (
    SELECT 1 FROM cart_promotion shown
    JOIN promotion ON promotion.id = shown.promotion_id
    JOIN affiliate_promo_code promo_code ON promo_code.id = source_id
      AND (promo_code.promotion_id = promotion.id OR promo_code.code = promotion.code)
    WHERE shown.cart_id = :cart_id AND shown.deleted_at IS NULL)`
)

/**
 * Removes the promo codes that Medusa shows on the cart. A storefront can leave only these out of a list on purpose: it never sees a code that
 * takes nothing off, so it cannot repeat that one.
 */
async function removeShownCodes(sql: Sql, cartId: string, now: Date): Promise<void> {
  await rows(sql, REMOVE_SHOWN_CODES, { cart_id: cartId, now })
}

/** An affiliate's code on a cart that Medusa could not apply yet. */
export interface PendingDiscount {
  code: string
  promotion_id: string
}

const PENDING_DISCOUNTS = `
  SELECT promo_code.code, promotion.id AS promotion_id
  FROM affiliate_cart_attribution cart_attribution
  JOIN affiliate_promo_code promo_code ON promo_code.id = cart_attribution.source_id AND promo_code.deleted_at IS NULL
  JOIN promotion ON ${isUsablePromotion("promotion", "promo_code")}
  WHERE cart_attribution.cart_id = :cart_id AND cart_attribution.source = 'promo_code' AND cart_attribution.deleted_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM cart_promotion applied
                    WHERE applied.cart_id = :cart_id AND applied.promotion_id = promotion.id AND applied.deleted_at IS NULL)`

/** The discounts of the cart's codes that are not on the cart: it was empty when they were typed, or has been emptied since. */
export const listPendingDiscounts = (sql: Sql, cartId: string): Promise<PendingDiscount[]> =>
  rows(sql, PENDING_DISCOUNTS, { cart_id: cartId })

const RETIRED = `
  SELECT promotion.id AS promotion_id, promotion.code FROM cart_promotion applied
  JOIN promotion ON promotion.id = applied.promotion_id
  JOIN affiliate_promo_code promo_code ON promo_code.id = promotion.metadata ->> 'affiliate_promo_code_id'
  WHERE applied.cart_id = :cart_id AND applied.deleted_at IS NULL AND promo_code.promotion_id IS DISTINCT FROM promotion.id`

/** The promotions on the cart that its codes no longer give: the program's discount has changed. */
export const listRetiredDiscounts = (sql: Sql, cartId: string): Promise<PendingDiscount[]> => rows(sql, RETIRED, { cart_id: cartId })

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
