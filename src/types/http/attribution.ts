/** Who would get the order if the cart were placed now. */
export interface StoreCartAttribution {
  source: "link" | "promo_code" | "manual"
  affiliate_code: string
  program_id: string
}

/** `GET`, `POST /store/carts/:id/affiliate` */
export interface StoreCartAttributionResponse {
  attribution: StoreCartAttribution | null
}

/** `POST /store/carts/:id/affiliate`: a click's token, or a promo code. */
export type StoreAttributeCart = { token: string; code?: never } | { code: string; token?: never }
