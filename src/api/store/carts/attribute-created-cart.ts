import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import type { CartRefusalReason } from "../../../domain/attribution/refusal-message"
import { CartRefused } from "../../../domain/errors"
import { logAndContinue } from "../../../workflows/utils/log-and-continue"
import { clickTokenOf } from "../../affiliate/click-cookie"
import { onCreated } from "../on-response"
import { findAffiliateCodes, promoCodesOf, setPromoCodes, toMedusaCodes } from "./promo-codes"
import { affiliateModule } from "../../../workflows/utils/affiliate-module"

/**
 * A new cart takes the click whose token came with the request, and the affiliates' codes among its promo codes. A token or code that
 * cannot be used never fails the creation: the header `x-affiliate-refused` and `GET /store/carts/:id/affiliate` say why, and the cart is
 * created without it.
 */
export async function attributeCreatedCart(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  const token = clickTokenOf(req)
  const ours = await findAffiliateCodes(req)
  if (ours.length > 0) await setPromoCodes(req, toMedusaCodes(promoCodesOf(req), ours))
  if (token || ours.length > 0) {
    const { attribution } = affiliateModule(req.scope)
    // Browsers show scripts of another origin no header that is not named here.
    res.append("Access-Control-Expose-Headers", REFUSED)
    onCreated(res, "cart", async (cartId) => {
      const attempts: Attempt[] = ours.map(({ id, code }) => ({
        promo_code: code,
        attribute: () => attribution.attributeCartByCode(cartId, id, new Date()),
      }))
      if (token) attempts.unshift({ promo_code: null, attribute: () => attribution.attributeCartByToken(cartId, token, new Date()) })
      for (const { promo_code, attribute } of attempts) {
        const refused = await logAndContinue(req.scope, "attributing a new cart", () => attribute().then(() => null, refusalReason), null)
        if (!refused) continue
        res.set(REFUSED, refused)
        const keep = () => attribution.keepRefusal(cartId, refused, promo_code)
        await logAndContinue(req.scope, "keeping why a cart was refused", keep, undefined)
      }
    })
  }
  next()
}

const REFUSED = "x-affiliate-refused"

interface Attempt {
  promo_code: string | null
  attribute: () => Promise<unknown>
}

function refusalReason(error: unknown): CartRefusalReason {
  if (error instanceof CartRefused) return error.reason
  throw error
}
