import { rows, type Sql } from "../database/connection"

/** The Medusa promotion of a promo code, and what it should be by the program's settings and the affiliate's status. */
export interface PromoCodePromotion {
  promo_code_id: string
  code: string
  /** The promotion the code is bound to; null where it gives no discount. */
  linked_promotion_id: string | null
  /** The promotion made for this code, bound to it or not. */
  promotion_id: string | null
  is_active: boolean
  should_be_active: boolean
  /** Whether the promotion's discount is the one the program gives now. */
  has_percent: boolean
  has_discount: boolean
  discount_percent: string
}

/**
 * A promotion that was created for a code names it in its metadata. This finds it again when the program removes its discount and later gives
 * one, and when a server crashed between creating the promotion and binding it.
 */
const PROMOTIONS = `
  SELECT promo_code.id AS promo_code_id, promo_code.code, promo_code.promotion_id AS linked_promotion_id, promotion.id AS promotion_id,
         coalesce(promotion.status = 'active', false) AS is_active,
         coalesce(method.value = wanted.percent, false) AS has_percent,
         affiliate.status = 'active' AND program.status = 'active' AND wanted.percent > 0 AS should_be_active,
         wanted.percent > 0 AS has_discount, wanted.percent::text AS discount_percent
  FROM affiliate_promo_code promo_code
  JOIN affiliate ON affiliate.id = promo_code.affiliate_id
  JOIN affiliate_program program ON program.id = affiliate.program_id
  CROSS JOIN LATERAL (SELECT coalesce(program.customer_discount_percent, 0) AS percent) wanted
  LEFT JOIN promotion ON promotion.code = promo_code.code AND promotion.deleted_at IS NULL
    AND (promotion.id = promo_code.promotion_id OR promotion.metadata ->> 'affiliate_promo_code_id' = promo_code.id)
  LEFT JOIN promotion_application_method method ON method.promotion_id = promotion.id AND method.deleted_at IS NULL
  WHERE affiliate.program_id = :program_id AND promo_code.deleted_at IS NULL
    AND (:affiliate_ids::text[] IS NULL OR affiliate.id = ANY(:affiliate_ids))
  ORDER BY promo_code.id`

export const listPromoCodePromotions = (sql: Sql, program_id: string, affiliate_ids?: string[]): Promise<PromoCodePromotion[]> =>
  rows(sql, PROMOTIONS, { program_id, affiliate_ids: affiliate_ids ?? null })

export interface PromotionBinding {
  promo_code_id: string
  promotion_id: string | null
}

const BIND = `
  UPDATE affiliate_promo_code promo_code SET promotion_id = given.promotion_id, updated_at = now()
  FROM json_to_recordset(:bindings::json) AS given(promo_code_id text, promotion_id text)
  WHERE promo_code.id = given.promo_code_id AND promo_code.promotion_id IS DISTINCT FROM given.promotion_id`

/** Binds promo codes to their promotions, or unbinds them: a code without a promotion attributes and gives no discount. */
export async function bindPromotions(sql: Sql, bindings: PromotionBinding[]): Promise<void> {
  if (bindings.length > 0) await rows(sql, BIND, { bindings: JSON.stringify(bindings) })
}
