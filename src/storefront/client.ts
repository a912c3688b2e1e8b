import type { StoreAttributeCart, StoreAttributeCartResponse, StoreCartAttributionResponse } from "../types/http/attribution"
import type { StoreAffiliateClickResponse, StoreCreateAffiliateClick } from "../types/http/clicks"

type SentHeaders = Record<string, string>

/** `@medusajs/js-sdk`, as far as it is used. */
export interface MedusaSdk {
  client: {
    fetch: <T>(path: string, init?: { method?: string; body?: Record<string, unknown>; headers?: SentHeaders }) => Promise<T>
  }
}

export interface AffiliateClient {
  /** Records a visit that an app or a server knows of. Keep the token of its answer in place of the one held so far. */
  recordClick: (click: StoreCreateAffiliateClick, headers?: SentHeaders) => Promise<StoreAffiliateClickResponse>
  /** Puts a click or a promo code on a cart; for a cart that is older than the click. Throws with a sentence for the shopper when it is refused. */
  attributeCart: (cartId: string, evidence: StoreAttributeCart, headers?: SentHeaders) => Promise<StoreAttributeCartResponse>
  /** Who would get the order if the cart were placed now, and what was refused. */
  retrieveCartAttribution: (cartId: string, headers?: SentHeaders) => Promise<StoreCartAttributionResponse>
}

/**
 * The affiliate routes of the Store API through the shop's own SDK, with its key, address and session.
 *
 * @example const affiliate = createAffiliateClient(sdk)
 */
export function createAffiliateClient({ client }: MedusaSdk): AffiliateClient {
  const post = <T>(path: string, body: object, headers: SentHeaders = {}): Promise<T> =>
    client.fetch<T>(path, { method: "POST", body: { ...body }, headers })
  const ofCart = (cartId: string): string => `/store/carts/${encodeURIComponent(cartId)}/affiliate`
  return {
    recordClick: (click, headers) => post("/store/affiliate-clicks", click, headers),
    attributeCart: (cartId, evidence, headers) => post(ofCart(cartId), evidence, headers),
    retrieveCartAttribution: (cartId, headers = {}) => client.fetch(ofCart(cartId), { headers }),
  }
}
