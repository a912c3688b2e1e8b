import { decideAttribution } from "../../../domain/attribution/attribution"
import { discountedClick } from "../../../domain/attribution/link-discount"
import { rows, type Sql } from "../database/connection"
import { isUsablePromotion } from "../store/promotions"
import { loadCarts } from "./load-evidence"

/** An affiliate's code that a link, and nobody's typing, brings to a cart. */
interface LinkCode {
  id: string
  code: string
  affiliate_id: string
  promotion_id: string | null
  /** Neither removed by the shopper nor switched off by the program. */
  is_offered: boolean
  is_applied: boolean
}

const LINK_CODES = `
  SELECT promo_code.id, promo_code.code, promo_code.affiliate_id, promotion.id AS promotion_id,
         program.link_gives_discount AND bool_and(link.link_discount = 'offered') AS is_offered,
         EXISTS (SELECT 1 FROM cart_promotion applied
                 WHERE applied.cart_id = :cart_id AND applied.promotion_id = promotion.id AND applied.deleted_at IS NULL) AS is_applied
  FROM affiliate_cart_attribution link
  JOIN affiliate_program program ON program.id = link.program_id
  JOIN affiliate_promo_code promo_code ON promo_code.affiliate_id = link.affiliate_id AND promo_code.deleted_at IS NULL
  LEFT JOIN promotion ON ${isUsablePromotion("promotion", "promo_code")}
  WHERE link.cart_id = :cart_id AND link.link_discount IS NOT NULL AND link.deleted_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM affiliate_cart_attribution typed
                    WHERE typed.cart_id = :cart_id AND typed.source_id = promo_code.id AND typed.deleted_at IS NULL)
  GROUP BY promo_code.id, promotion.id, program.id`

export const listLinkCodes = (sql: Sql, cartId: string): Promise<LinkCode[]> => rows(sql, LINK_CODES, { cart_id: cartId })

/** The discounts that the cart's links offer and Medusa has not applied. Whether they hold is said when Medusa computes the cart. */
export async function listOfferedLinkCodes(sql: Sql, cartId: string): Promise<(LinkCode & { promotion_id: string })[]> {
  const found = await listLinkCodes(sql, cartId)
  return found.flatMap(({ promotion_id, ...code }) =>
    promotion_id && code.is_offered && !code.is_applied ? [{ ...code, promotion_id }] : []
  )
}

/** Those of them that hold for the cart as it is. */
export async function listPendingLinkCodes(sql: Sql, cartId: string, now: Date): Promise<string[]> {
  const offered = await listOfferedLinkCodes(sql, cartId)
  if (offered.length === 0) return []
  const affiliateId = await discountedAffiliate(sql, cartId, now)
  return offered.flatMap(({ affiliate_id, code }) => (affiliate_id === affiliateId ? [code] : []))
}

/** Which of the codes take nothing off, because a link brought them to the cart and its affiliate would not get the order now. */
export async function listWithheldLinkCodes(sql: Sql, cartId: string, codes: string[], now: Date): Promise<string[]> {
  const found = (await listLinkCodes(sql, cartId)).filter(({ code }) => codes.includes(code))
  if (found.length === 0) return []
  const affiliateId = await discountedAffiliate(sql, cartId, now)
  return found.flatMap(({ code, affiliate_id, is_offered }) => (is_offered && affiliate_id === affiliateId ? [] : [code]))
}

async function discountedAffiliate(sql: Sql, cartId: string, now: Date): Promise<string | null> {
  const [cart] = await loadCarts(sql, [cartId], now)
  return (cart && discountedClick(cart, decideAttribution(cart, cart.evidence))?.affiliate.id) ?? null
}

const DECLINE = `
  UPDATE affiliate_cart_attribution SET link_discount = 'removed', updated_at = :now
  WHERE cart_id = :cart_id AND link_discount = 'offered' AND deleted_at IS NULL
    AND affiliate_id IN (SELECT affiliate_id FROM affiliate_promo_code WHERE id = ANY(:promo_code_ids))
  RETURNING id`

/** The shopper has taken codes off: their links offer no discount any more on this cart. @returns the rows, for `offerAgain`. */
export async function declineLinkDiscounts(sql: Sql, cartId: string, promo_code_ids: string[], now: Date): Promise<string[]> {
  const declined = await rows<{ id: string }>(sql, DECLINE, { cart_id: cartId, promo_code_ids, now })
  return declined.map(({ id }) => id)
}

/** Undoes `declineLinkDiscounts`. */
export async function offerAgain(sql: Sql, ids: string[], now: Date): Promise<void> {
  if (ids.length > 0) await sql("affiliate_cart_attribution").whereIn("id", ids).update({ link_discount: "offered", updated_at: now })
}
