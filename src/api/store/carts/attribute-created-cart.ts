import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { CartRefused } from "../../../domain/errors"
import { logAndContinue } from "../../../workflows/utils/log-and-continue"
import { clickTokenOf } from "../../affiliate/click-cookie"
import { onCreated } from "../on-response"
import { findAffiliateCodes, promoCodesOf, setPromoCodes, toMedusaCodes } from "./promo-codes"
import { affiliateModule } from "../../../workflows/utils/affiliate-module"

/**
 * A new cart takes the click whose token came with the request, and the affiliates' codes among its promo codes. A token or code that
 * cannot be used never fails the creation: the header `x-affiliate-refused` says why, and the cart is created without it.
 */
export async function attributeCreatedCart(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  const token = clickTokenOf(req)
  const ours = await findAffiliateCodes(req)
  if (ours.length > 0) setPromoCodes(req, toMedusaCodes(promoCodesOf(req), ours))
  if (token || ours.length > 0) {
    const affiliate = affiliateModule(req.scope)
    onCreated(res, "cart", async (cartId) => {
      const attempts = ours.map(
        ({ id }) =>
          () =>
            affiliate.attribution.attributeCartByCode(cartId, id, new Date())
      )
      if (token) attempts.unshift(() => affiliate.attribution.attributeCartByToken(cartId, token, new Date()))
      for (const attempt of attempts) {
        const refused = await logAndContinue(req.scope, "attributing a new cart", () => attempt().then(() => null, refusalReason), null)
        if (refused) res.set("x-affiliate-refused", refused)
      }
    })
  }
  next()
}

function refusalReason(error: unknown): string {
  if (error instanceof CartRefused) return error.reason
  throw error
}
