import { normalizePromoCode } from "../../../domain/promo-codes/promo-code-template"
import { rows, type Sql } from "../database/connection"

/** An affiliate's promo code. `promotion_id` is null where the program gives no discount. */
export interface FoundPromoCode {
  id: string
  code: string
  promotion_id: string | null
}

const BY_CODE = `SELECT id, code, promotion_id FROM affiliate_promo_code WHERE code = ANY(:codes) AND deleted_at IS NULL`
const BY_PROMOTION = `SELECT id, code, promotion_id FROM affiliate_promo_code WHERE promotion_id = ANY(:ids) AND deleted_at IS NULL`

/** Finds which of the typed codes are affiliates' codes, however they are typed. */
export const findPromoCodes = (sql: Sql, typed: string[]): Promise<FoundPromoCode[]> =>
  rows(sql, BY_CODE, { codes: typed.map(normalizePromoCode) })

/** Finds which of the promotions belong to affiliates' codes. */
export const findPromoCodesByPromotion = (sql: Sql, promotionIds: string[]): Promise<FoundPromoCode[]> =>
  rows(sql, BY_PROMOTION, { ids: promotionIds })
