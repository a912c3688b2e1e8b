import { normalizePromoCode } from "../../../domain/promo-codes/promo-code-template"
import { rows, type Sql } from "../database/connection"
import { isOwnPromotion, isUsablePromotion } from "../store/promotions"

/** An affiliate's promo code, as somebody typed it. */
export interface FoundPromoCode {
  id: string
  code: string
  /** The promotion that gives the discount; null where there is none, or Medusa would refuse it. */
  promotion_id: string | null
  /** Promotions of the store that are spelled exactly as typed. The shopper means these as well. */
  store_codes: string[]
}

const BY_CODE = `
  SELECT promo_code.id, promo_code.code, promotion.id AS promotion_id,
         ARRAY(SELECT other.code FROM promotion other
               WHERE other.code = ANY(:typed) AND upper(other.code) = promo_code.code AND other.status = 'active'
                 AND other.deleted_at IS NULL AND ${isOwnPromotion("other", "promo_code")} IS NOT TRUE) AS store_codes
  FROM affiliate_promo_code promo_code
  LEFT JOIN promotion ON ${isUsablePromotion("promotion", "promo_code")}
  WHERE promo_code.code = ANY(:codes) AND promo_code.deleted_at IS NULL`

/** Finds which of the typed codes are affiliates' codes, however they are typed. */
export const findPromoCodes = (sql: Sql, typed: string[]): Promise<FoundPromoCode[]> =>
  rows(sql, BY_CODE, { typed, codes: typed.map(normalizePromoCode) })

const TAKEN = `
  SELECT promo_code.code FROM affiliate_promo_code promo_code
  JOIN affiliate ON affiliate.id = promo_code.affiliate_id AND affiliate.program_id = :program_id
  JOIN promotion ON promotion.code = promo_code.code AND promotion.deleted_at IS NULL
    AND ${isOwnPromotion("promotion", "promo_code")} IS NOT TRUE
  WHERE promo_code.deleted_at IS NULL ORDER BY promo_code.code LIMIT 100`

/** A program's codes that a promotion of the store has as well. */
export async function listTakenCodes(sql: Sql, program_id: string): Promise<string[]> {
  const found = await rows<{ code: string }>(sql, TAKEN, { program_id })
  return found.map(({ code }) => code)
}

/** Finds the affiliates' codes that promotions belong to. */
export const findPromoCodesByPromotion = (sql: Sql, ids: string[]): Promise<{ code: string }[]> =>
  rows(sql, `SELECT code FROM affiliate_promo_code WHERE promotion_id = ANY(:ids) AND deleted_at IS NULL`, { ids })
