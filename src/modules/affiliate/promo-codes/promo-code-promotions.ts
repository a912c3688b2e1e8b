import { PROMO_CODES_ATTRIBUTE, type PromotionFacts } from "../../../domain/promo-codes/promotion-plan"
import { rows, type Sql } from "../database/connection"
import { isOwnPromotion } from "../store/promotions"

/**
 * A promotion that was created for a code names it in its metadata. This finds it again when the program removes its discount and later gives
 * one, and when a server crashed between creating the promotion and binding it. One that was renamed is found by the binding.
 */
const PROMOTIONS = `
  SELECT promo_code.id AS promo_code_id, promo_code.code, promo_code.promotion_id AS bound_promotion_id, own.id AS promotion_id,
         own.code AS promotion_code, coalesce(own.status = 'active', false) AS is_active, coalesce(own.is_automatic, false) AS is_automatic,
         coalesce(method.type = 'percentage' AND method.target_type = 'items' AND method.allocation = 'across' AND EXISTS (
           SELECT 1 FROM promotion_promotion_rule owned JOIN promotion_rule rule ON rule.id = owned.promotion_rule_id
           WHERE owned.promotion_id = own.id AND rule.attribute = '${PROMO_CODES_ATTRIBUTE}' AND rule.deleted_at IS NULL), false) AS is_intact,
         coalesce(method.value = wanted.percent, false) AS has_percent,
         EXISTS (SELECT 1 FROM order_promotion used WHERE used.promotion_id = own.id AND used.deleted_at IS NULL) AS is_used,
         EXISTS (SELECT 1 FROM promotion other
                 WHERE other.code = promo_code.code AND other.deleted_at IS NULL AND other.id IS DISTINCT FROM own.id) AS is_taken,
         wanted.percent > 0 AS has_discount, wanted.percent::text AS discount_percent,
         affiliate.status = 'active' AND program.status = 'active' AS is_running
  FROM affiliate_promo_code promo_code
  JOIN affiliate ON affiliate.id = promo_code.affiliate_id
  JOIN affiliate_program program ON program.id = affiliate.program_id
  CROSS JOIN LATERAL (SELECT coalesce(program.customer_discount_percent, 0) AS percent) wanted
  LEFT JOIN LATERAL (
    SELECT candidate.* FROM (
      SELECT * FROM promotion WHERE id = promo_code.promotion_id AND deleted_at IS NULL
      UNION SELECT * FROM promotion
            WHERE code = promo_code.code AND deleted_at IS NULL AND ${isOwnPromotion("promotion", "promo_code")}
    ) candidate
    ORDER BY candidate.code = promo_code.code DESC LIMIT 1
  ) own ON true
  LEFT JOIN promotion_application_method method ON method.promotion_id = own.id AND method.deleted_at IS NULL
  WHERE affiliate.program_id = :program_id AND promo_code.deleted_at IS NULL
    AND (:affiliate_ids::text[] IS NULL OR affiliate.id = ANY(:affiliate_ids))
  ORDER BY promo_code.id`

/** The Medusa promotions of promo codes, and what they should be by the program's settings and the affiliate's status. */
export const listPromoCodePromotions = (sql: Sql, program_id: string, affiliate_ids?: string[]): Promise<PromotionFacts[]> =>
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

const USABLE = `
  SELECT promo_code.code FROM affiliate_promo_code promo_code
  JOIN affiliate ON affiliate.id = promo_code.affiliate_id AND affiliate.status = 'active' AND affiliate.deleted_at IS NULL
  JOIN affiliate_program program ON program.id = affiliate.program_id AND program.status = 'active'
    AND program.customer_discount_percent > 0
    AND (program.starts_at IS NULL OR program.starts_at <= now()) AND (program.ends_at IS NULL OR program.ends_at > now())
  WHERE promo_code.code = ANY(:codes) AND promo_code.deleted_at IS NULL`

/** Which of the codes on a cart are affiliates' codes that give a discount now. */
export async function listDiscountCodes(sql: Sql, codes: string[]): Promise<string[]> {
  const found = await rows<{ code: string }>(sql, USABLE, { codes })
  return found.map(({ code }) => code)
}
