import { isOwnPromotion, isUsablePromotion } from "../../store/promotions"

/** Promotions of the store that are spelled like an affiliate's code, in any letter case: typed so, they are used instead of it. */
const TAKEN = `
  SELECT 'code_taken' AS problem, affiliate.program_id, affiliate.id AS affiliate_id, promo_code.code AS name,
         'no promotion of the store with this code' AS expected, taken.code || ' (' || taken.id || ')' AS found
  FROM affiliate_promo_code promo_code
  JOIN affiliate ON affiliate.id = promo_code.affiliate_id
  JOIN promotion taken ON upper(taken.code) = promo_code.code AND taken.deleted_at IS NULL
  WHERE promo_code.deleted_at IS NULL AND ${isOwnPromotion("taken", "promo_code")} IS NOT TRUE`

/** Codes of running programs whose promotion is gone, renamed, switched off, automatic, or has another discount. */
const DISCOUNTS = `
  SELECT CASE WHEN promotion.id IS NULL THEN 'discount_missing' ELSE 'discount_differs' END, affiliate.program_id, affiliate.id,
         promo_code.code, program.customer_discount_percent::text || ' %',
         coalesce(method.value::text || CASE WHEN promotion.is_automatic THEN ', automatic' ELSE '' END, 'none')
  FROM affiliate_promo_code promo_code
  JOIN affiliate ON affiliate.id = promo_code.affiliate_id AND affiliate.status = 'active' AND affiliate.deleted_at IS NULL
  JOIN affiliate_program program ON program.id = affiliate.program_id AND program.status = 'active' AND program.customer_discount_percent > 0
  LEFT JOIN promotion ON ${isUsablePromotion("promotion", "promo_code")}
  LEFT JOIN promotion_application_method method ON method.promotion_id = promotion.id AND method.deleted_at IS NULL
  WHERE promo_code.deleted_at IS NULL
    AND (promotion.id IS NULL OR promotion.is_automatic OR method.value IS DISTINCT FROM program.customer_discount_percent)`

export const PROMO_CODES = `${TAKEN} UNION ALL ${DISCOUNTS}`
