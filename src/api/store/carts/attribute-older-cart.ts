import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { affiliateModule } from "../../../workflows/utils/affiliate-module"
import { logAndContinue } from "../../../workflows/utils/log-and-continue"
import { clickTokenOf } from "../../affiliate/click-cookie"

/** A visitor may follow a link with a cart of last week: the token that comes with a change of it is put on the cart. */
export async function attributeOlderCart(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  const token = clickTokenOf(req)
  if (token) {
    const { attribution } = affiliateModule(req.scope)
    const attribute = () => attribution.attributeOlderCart(req.params.id as string, token, new Date())
    await logAndContinue(req.scope, "attributing a cart", attribute, undefined)
  }
  next()
}
