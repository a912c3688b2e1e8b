import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { CartRefused } from "../../domain/errors"
import { type CartAttributionResult, type FoundPromoCode } from "../../modules/affiliate"
import type AffiliateModuleService from "../../modules/affiliate/service"
import { givenTime } from "../utils/to-date"
import { withMedusaErrors } from "../utils/to-medusa-error"
import { affiliateModule } from "../utils/affiliate-module"

export interface AttributeCartInput {
  cart_id: string
  /** A click's token. Either this or `code` is given. */
  token?: string
  /** A promo code in any letter case. */
  code?: string
  /** For tests; the database's clock when absent. */
  now?: Date
}

export interface AttributedCart {
  result: CartAttributionResult | null
  /** The code as Medusa's promotion spells it; null where it gives no discount. */
  discount_code: string | null
}

interface AddedCodes {
  cart_id: string
  promo_code_ids: string[]
}

/**
 * Puts a click or a promo code on a cart.
 *
 * @throws MedusaError INVALID_DATA with the reason as its code when it is refused.
 */
export const attributeCartStep = createStep(
  "attribute-cart",
  async ({ cart_id, token, code, ...input }: AttributeCartInput, { container }) => {
    const affiliate = affiliateModule(container)
    const now = givenTime(input.now) ?? (await affiliate.now())
    if (code === undefined) {
      const result = await withMedusaErrors(() => affiliate.attribution.attributeCartByToken(cart_id, token, now), "The click token")
      const [discount_code = null] = await affiliate.attribution.listPendingLinkCodes(cart_id, now)
      return new StepResponse<AttributedCart, AddedCodes>({ result, discount_code }, { cart_id, promo_code_ids: [] })
    }
    const subject = `The promo code ${code.slice(0, 64)}`
    const { result, found } = await withMedusaErrors(() => addCode(affiliate, cart_id, code, now), subject)
    const attributed = { result, discount_code: found.promotion_id && found.code }
    return new StepResponse<AttributedCart, AddedCodes>(attributed, { cart_id, promo_code_ids: [found.id] })
  },
  async (added, { container }) => {
    if (!added) return
    const affiliate = affiliateModule(container)
    await affiliate.attribution.removeCartCodes(added.cart_id, added.promo_code_ids, await affiliate.now())
  }
)

async function addCode(
  affiliate: AffiliateModuleService,
  cartId: string,
  code: string,
  now: Date
): Promise<{ result: CartAttributionResult | null; found: FoundPromoCode }> {
  const [found] = await affiliate.promoCodes.find([code])
  if (!found) throw new CartRefused("unknown_code")
  return { result: await affiliate.attribution.attributeCartByCode(cartId, found.id, now), found }
}
