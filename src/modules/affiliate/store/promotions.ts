/** Whether a promotion gives the discount of the promo code that is bound to it. One that was renamed, switched off or deleted does not. */
export const isUsablePromotion = (promotion: string, promoCode: string): string => `
  ${promotion}.id = ${promoCode}.promotion_id AND ${promotion}.code = ${promoCode}.code AND ${promotion}.status = 'active'
  AND ${promotion}.deleted_at IS NULL`

/** Whether a promotion was made for a promo code, bound to it or not. */
export const isOwnPromotion = (promotion: string, promoCode: string): string =>
  `(${promotion}.id = ${promoCode}.promotion_id OR ${promotion}.metadata ->> 'affiliate_promo_code_id' = ${promoCode}.id)`
