import { verifyClickToken } from "../../../domain/clicks/click-token"
import type { CartRefusalReason } from "../../../domain/attribution/refusal-message"
import { CartRefused } from "../../../domain/errors"
import type { TokenKeys } from "../clicks/token-keys"
import { timeOf } from "../database/clock"
import type { Database } from "../database/database"
import { AT_CHECKOUT } from "../database/transaction"
import { findPromoCodesByPromotion } from "../promo-codes/find-promo-codes"
import {
  addCartCodes,
  attributeCart,
  decideCart,
  hasEvidence,
  keepCartCodes,
  listPendingDiscounts,
  listRetiredDiscounts,
  removeCartCodes,
  restoreCartCodes,
  toCartResult,
  type CartAttributionResult,
  type FormerCartCodes,
  type PendingDiscount,
} from "./attribute-cart"
import { mayBeRefused, readCartRefusal, writeCartRefusal, type CartRefusalRow } from "./cart-refusal"
import { declineLinkDiscounts, listLinkCodes, listPendingLinkCodes, listWithheldLinkCodes } from "./link-discount"
import { claimFirstOrder, isFirstOrder, releaseFirstOrder, type Shopper } from "./first-order"

/**
 * Who gets an order: the evidence on a cart, and whether the order is the shopper's first. Every write is one transaction with a short
 * statement timeout, so that checkout never waits for it.
 */
export const attribution = (db: Database, keys: () => TokenKeys) => ({
  /**
   * Attributes a cart to a click, by its token.
   *
   * @throws CartRefused with the reason; nothing is written then.
   */
  attributeCartByToken(cartId: string, token: unknown, now: Date): Promise<CartAttributionResult | null> {
    const click = verifyClickToken(token, keys(), now)
    if (!click) return Promise.reject(new CartRefused("invalid_token"))
    const evidence = { source: "link", source_id: click.click_id } as const
    return db.transaction((sql) => attributeCart(sql, cartId, evidence, now), AT_CHECKOUT)
  },

  /** Attributes a cart that may be older than the click. A click that it has already, or that cannot be used, changes nothing. */
  async attributeOlderCart(cartId: string, token: unknown, now: Date): Promise<void> {
    const click = verifyClickToken(token, keys(), now)
    if (!click) return
    const evidence = { source: "link", source_id: click.click_id } as const
    await db
      .transaction(async (sql) => {
        if (!(await hasEvidence(sql, cartId, click.click_id))) await attributeCart(sql, cartId, evidence, now)
      }, AT_CHECKOUT)
      .catch((error: unknown) => {
        if (!(error instanceof CartRefused)) throw error
      })
  },

  /**
   * Attributes a cart to a promo code.
   *
   * @throws CartRefused with the reason; nothing is written then.
   */
  attributeCartByCode(cartId: string, promoCodeId: string, now: Date): Promise<CartAttributionResult | null> {
    const evidence = { source: "promo_code", source_id: promoCodeId } as const
    return db.transaction((sql) => attributeCart(sql, cartId, evidence, now), AT_CHECKOUT)
  },

  /**
   * Adds promo codes to a cart, all of them or none, and returns what was there before.
   *
   * @throws CartRefused with the reason and the code's id; nothing is written then.
   */
  addCartCodes(cartId: string, promoCodeIds: string[], options: { replace: boolean }, now: Date): Promise<FormerCartCodes> {
    return db.transaction((sql) => addCartCodes(sql, cartId, promoCodeIds, options, now), AT_CHECKOUT)
  },

  /** Restores the promo codes a cart had before. */
  restoreCartCodes(cartId: string, former: FormerCartCodes, now: Date): Promise<void> {
    return db.transaction((sql) => restoreCartCodes(sql, cartId, former, now), AT_CHECKOUT)
  },

  /** Removes promo codes that the shopper took off: a link does not bring them again. */
  declineCartCodes(cartId: string, promoCodeIds: string[], now: Date): Promise<void> {
    return db.transaction(async (sql) => {
      await removeCartCodes(sql, cartId, promoCodeIds, now)
      await declineLinkDiscounts(sql, cartId, promoCodeIds, now)
    }, AT_CHECKOUT)
  },

  /** Removes all promo codes but these from a cart. */
  keepCartCodes(cartId: string, promoCodeIds: string[], now: Date): Promise<void> {
    return db.transaction((sql) => keepCartCodes(sql, cartId, promoCodeIds, now), AT_CHECKOUT)
  },

  /** Removes promo codes from a cart. */
  removeCartCodes(cartId: string, promoCodeIds: string[], now: Date): Promise<void> {
    return db.transaction((sql) => removeCartCodes(sql, cartId, promoCodeIds, now), AT_CHECKOUT)
  },

  /** The discounts of the cart's codes and links that Medusa has not applied. */
  listPendingDiscounts(cartId: string): Promise<PendingDiscount[]> {
    return db.transaction((sql) => listPendingDiscounts(sql, cartId), AT_CHECKOUT)
  },

  /** The codes of the cart's links whose discount holds for the cart as it is, and that Medusa has not applied. */
  listPendingLinkCodes(cartId: string, now?: Date): Promise<string[]> {
    return db.transaction(async (sql) => listPendingLinkCodes(sql, cartId, await timeOf(sql, now)), AT_CHECKOUT)
  },

  /** Whether a link has put a discount on the cart. */
  async hasLinkDiscount(cartId: string): Promise<boolean> {
    const found = await db.transaction((sql) => listLinkCodes(sql, cartId), AT_CHECKOUT)
    return found.some(({ is_applied }) => is_applied)
  },

  /** Which of the codes take nothing off, because a link brought them and its affiliate would not get the order. */
  listWithheldLinkCodes(cartId: string, codes: string[], now?: Date): Promise<string[]> {
    return db.transaction(async (sql) => listWithheldLinkCodes(sql, cartId, codes, await timeOf(sql, now)), AT_CHECKOUT)
  },

  /** The promotions on the cart that its codes no longer give. */
  listRetiredDiscounts(cartId: string): Promise<PendingDiscount[]> {
    return db.transaction((sql) => listRetiredDiscounts(sql, cartId), AT_CHECKOUT)
  },

  /** Who would get the order if the cart were placed now, and which code or token would not. */
  async retrieveCartResult(
    cartId: string,
    now: Date
  ): Promise<{ attribution: CartAttributionResult | null; refused: CartRefusalRow | null }> {
    const decision = await decideCart(db.sql, cartId, now)
    return { attribution: toCartResult(decision), refused: await readCartRefusal(db.sql, cartId, decision) }
  },

  /** Which code or token on the cart, or left out of it, would not count now. */
  retrieveCartRefusal(cartId: string, now: Date): Promise<CartRefusalRow | null> {
    return db.transaction(async (sql) => {
      if (!(await mayBeRefused(sql, cartId))) return null
      return readCartRefusal(sql, cartId, await decideCart(sql, cartId, now))
    }, AT_CHECKOUT)
  },

  /** Keeps why a code or a token was left out of a new cart. */
  keepRefusal(cartId: string, reason: CartRefusalReason, promoCode: string | null): Promise<void> {
    return db.transaction((sql) => writeCartRefusal(sql, cartId, { reason, promo_code: promoCode }), AT_CHECKOUT)
  },

  /** Whether the shopper has no earlier order than the one this cart becomes. */
  isFirstOrder(cartId: string, shopper: Shopper): Promise<boolean> {
    return db.transaction((sql) => isFirstOrder(sql, cartId, shopper), AT_CHECKOUT)
  },

  /**
   * Claims the first order of a shopper for one cart with an affiliate's promo code; a cart without such a code needs no claim.
   *
   * @throws FirstOrderTaken with the code that cannot be used again.
   */
  claimFirstOrder(cartId: string, shopper: Shopper, promotionIds: string[], now: Date): Promise<void> {
    return db.transaction(async (sql) => {
      const [promoCode] = await findPromoCodesByPromotion(sql, promotionIds)
      if (promoCode) await claimFirstOrder(sql, cartId, shopper, promoCode.code, now)
    }, AT_CHECKOUT)
  },

  /** Releases the claim after a failed completion. */
  releaseFirstOrder(cartId: string): Promise<void> {
    return db.transaction((sql) => releaseFirstOrder(sql, cartId), AT_CHECKOUT)
  },
})
