/** Who would get the order if the cart were placed now. */
export interface StoreCartAttribution {
  source: "link" | "promo_code" | "manual"
  affiliate_code: string
  program_id: string
}

/** The closed list of docs/reference/reasons.md. */
export type StoreCartRefusalReason =
  | "program_not_running"
  | "other_sales_channel"
  | "affiliate_not_active"
  | "self_referral"
  | "not_first_order"
  | "already_referred"
  | "click_expired"
  | "referral_expired"
  | "unknown_code"
  | "invalid_token"
  | "second_code"

/** A code or a token that was left out of the cart, or that could not earn any more. `code` is the reason. */
export interface StoreCartRefusal {
  code: StoreCartRefusalReason
  message: string
  /** Null for a click's token. */
  promo_code: string | null
}

/** `POST /store/carts/:id/affiliate` */
export interface StoreAttributeCartResponse {
  attribution: StoreCartAttribution | null
}

/** `GET /store/carts/:id/affiliate` */
export interface StoreCartAttributionResponse extends StoreAttributeCartResponse {
  refused: StoreCartRefusal | null
}

/** `POST /store/carts/:id/affiliate`: a click's token, or a promo code. */
export type StoreAttributeCart = { token: string; code?: never } | { code: string; token?: never }
