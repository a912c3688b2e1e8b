import type { MedusaResponse } from "@medusajs/framework/http"

import type { CartRefusalReason } from "../../../domain/attribution/refusal-message"

const REFUSED = "x-affiliate-refused"

/** Browsers show scripts of another origin no header that is not named. */
export const exposeRefusal = (res: MedusaResponse): void => {
  res.append("Access-Control-Expose-Headers", REFUSED)
}

/** The machine's word for why a code or token is not on the cart; the sentence is in `GET /store/carts/:id/affiliate`. */
export const setRefusal = (res: MedusaResponse, reason: CartRefusalReason): void => {
  res.set(REFUSED, reason)
}
