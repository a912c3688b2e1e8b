import type { PromotionFacts } from "../../../domain/promo-codes/promotion-plan"
import type { Database } from "../database/database"
import { AT_CHECKOUT } from "../database/transaction"
import { countActivePromotions, listActivePromotions } from "./active-promotions"
import { findPromoCodes, listTakenCodes, type FoundPromoCode } from "./find-promo-codes"
import { issuePromoCodes, removePromoCodes } from "./issue-promo-codes"
import { readPromoCodeOfPromotion, type PromoCodeOfPromotion } from "./promo-code-of-promotion"
import { bindPromotions, listDiscountCodes, listPromoCodePromotions, type PromotionBinding } from "./promo-code-promotions"

/** Affiliates' promo codes and the Medusa promotions behind them. Every write is one transaction. */
export const promoCodes = (db: Database) => ({
  /** Which of the typed codes are affiliates' codes, however they are typed. */
  find(typed: string[]): Promise<FoundPromoCode[]> {
    return db.transaction((sql) => findPromoCodes(sql, typed), AT_CHECKOUT)
  },

  /** A program's codes that a promotion of the store has as well, at most a hundred. */
  listTaken(programId: string): Promise<string[]> {
    return listTakenCodes(db.sql, programId)
  },

  /** Which of the codes on a cart are affiliates' codes that give a discount now. */
  listDiscountCodes(codes: string[]): Promise<string[]> {
    return db.transaction((sql) => listDiscountCodes(sql, codes), AT_CHECKOUT)
  },

  /** Gives active affiliates without a promo code one from their program's template. @returns the ids of the new codes. */
  issue(programId: string, affiliateIds?: string[]): Promise<string[]> {
    return db.transaction((sql) => issuePromoCodes(sql, programId, affiliateIds))
  },

  /** Undoes `issue`. */
  remove(ids: string[]): Promise<void> {
    return db.transaction((sql) => removePromoCodes(sql, ids))
  },

  /** The Medusa promotions of a program's promo codes, and what they should be. */
  listPromotions(programId: string, affiliateIds?: string[]): Promise<PromotionFacts[]> {
    return listPromoCodePromotions(db.sql, programId, affiliateIds)
  },

  /** The affiliate's promo code behind a Medusa promotion; null of a promotion that is the merchant's own. */
  retrieveOfPromotion(promotionId: string): Promise<PromoCodeOfPromotion | null> {
    return readPromoCodeOfPromotion(db.sql, promotionId)
  },

  /** How many promotions of the store only take something off while the plugin runs. */
  countActivePromotions(): Promise<number> {
    return countActivePromotions(db.sql)
  },

  /** Some of them. */
  listActivePromotions(): Promise<string[]> {
    return listActivePromotions(db.sql)
  },

  /** Binds promo codes to promotions, or unbinds them. */
  bindPromotions(bindings: PromotionBinding[]): Promise<void> {
    return db.transaction((sql) => bindPromotions(sql, bindings))
  },
})
