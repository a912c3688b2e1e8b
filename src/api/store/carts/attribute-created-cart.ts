import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import type { CartRefusalReason } from "../../../domain/attribution/refusal-message"
import { CartRefused } from "../../../domain/errors"
import { applyLinkDiscount } from "../../../workflows/attribution/link-discount"
import { logAndContinue } from "../../../workflows/utils/log-and-continue"
import { clickTokenOf } from "../../affiliate/click-cookie"
import { onCreated } from "../on-response"
import { findAffiliateCodes, promoCodesOf, setPromoCodes, toMedusaCodes } from "./promo-codes"
import { exposeRefusal, setRefusal } from "./refused-header"
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
    exposeRefusal(res)
    onCreated(res, "cart", async (cartId) => {
      const attempts: Attempt[] = ours.map(({ id, code }) => ({
        promo_code: code,
        attribute: () => attribution.attributeCartByCode(cartId, id, new Date()),
      }))
      if (token) attempts.unshift({ promo_code: null, attribute: () => attribution.attributeCartByToken(cartId, token, new Date()) })
      for (const { promo_code, attribute } of attempts) {
        const refused = await logAndContinue(req.scope, "attributing a new cart", () => attribute().then(() => null, refusalReason), null)
        if (!refused) continue
        setRefusal(res, refused)
        const keep = () => attribution.keepRefusal(cartId, refused, promo_code)
        await logAndContinue(req.scope, "keeping why a cart was refused", keep, undefined)
      }
      if (token && hasItems(req) && (await applyLinkDiscount(req.scope, cartId))) return readCart(req, cartId)
    })
  }
  next()
}

const hasItems = ({ validatedBody, body }: MedusaRequest): boolean => {
  const { items } = (validatedBody ?? body ?? {}) as { items?: unknown }
  return Array.isArray(items) && items.length > 0
}

/** The cart with its discount, in the fields that the route answers. */
function readCart(req: MedusaRequest, id: string): Promise<object | undefined> {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const read = async (): Promise<object | undefined> => {
    const { data } = await query.graph({ entity: "cart", fields: req.queryConfig.fields, filters: { id } })
    return data[0] as object | undefined
  }
  return logAndContinue(req.scope, "reading a cart with its discount", read, undefined)
}

interface Attempt {
  promo_code: string | null
  attribute: () => Promise<unknown>
}

function refusalReason(error: unknown): CartRefusalReason {
  if (error instanceof CartRefused) return error.reason
  throw error
}
