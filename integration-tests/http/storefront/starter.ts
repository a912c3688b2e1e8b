import Medusa from "@medusajs/js-sdk"

import { affiliateHeaders, withAffiliate, type LandingOptions } from "../../../src/storefront"
import type { Shop } from "../../helpers/shop"
import type { Visitor } from "./visitor"

/**
 * What a visitor causes in the server actions of Medusa's Next.js starter, with the recipe of docs/how-to/nextjs-starter.md in it: which calls
 * of the SDK are made, in which order and with which headers. There is no browser here, as there is none in a server action.
 */
export function openStarter(
  origin: string,
  { publishableKey, regions, variants, shippingOptionId }: Shop,
  options: Partial<LandingOptions> = {}
) {
  const sdk = new Medusa({ baseUrl: origin, publishableKey })

  /** The starter sends a visitor to a country first and then shows the page. */
  async function shopMiddleware(request: Request): Promise<Response> {
    const url = new URL(request.url)
    if (url.pathname.startsWith("/dk")) return new Response("the page")
    return Response.redirect(`${url.origin}/dk${url.pathname === "/" ? "" : url.pathname}${url.search}`, 307)
  }
  const middleware = withAffiliate(shopMiddleware, { backendUrl: origin, ...options })

  const actionsOf = ({ cookies }: Visitor) => {
    const authHeaders = (): Record<string, string> => {
      const token = cookies.get("_medusa_jwt")?.value
      return token ? { authorization: `Bearer ${token}` } : {}
    }
    const cartId = (): string => cookies.get("_medusa_cart_id")?.value ?? ""

    async function getOrSetCart(): Promise<string> {
      if (cartId()) return cartId()
      const headers = { ...authHeaders(), ...affiliateHeaders(cookies) }
      const { cart } = await sdk.store.cart.create({ region_id: regions.eur }, {}, headers)
      cookies.set("_medusa_cart_id", cart.id)
      return cart.id
    }

    const updateCart = (data: object) => sdk.store.cart.update(cartId(), data, {}, { ...authHeaders(), ...affiliateHeaders(cookies) })

    return {
      cartId,
      addToCart: async (): Promise<void> => {
        await sdk.store.cart.createLineItem(await getOrSetCart(), { variant_id: variants.lamp, quantity: 1 }, {}, authHeaders())
      },
      /** The starter's promo field: it sends the codes that it sees on the cart, and the new one. */
      applyPromotions: (codes: string[]) => sdk.store.cart.update(cartId(), { promo_codes: codes }, {}, authHeaders()),
      checkOut: async (email: string): Promise<string> => {
        const address = { first_name: "A", last_name: "B", address_1: "Street 1", city: "Town", postal_code: "1", country_code: "de" }
        await updateCart({ email, shipping_address: address, billing_address: address })
        await sdk.store.cart.addShippingMethod(cartId(), { option_id: shippingOptionId }, {}, authHeaders())
        const { cart } = await sdk.store.cart.retrieve(cartId())
        await sdk.store.payment.initiatePaymentSession(cart, { provider_id: "pp_system_default" }, {}, authHeaders())
        const placed = await sdk.store.cart.complete(cartId(), {}, authHeaders())
        if (placed.type !== "order") throw new Error(placed.error.message)
        return placed.order.id
      },
      /** Registers: the customer is created while they log in for the first time. */
      signUp: async (email: string): Promise<string> => {
        const password = "a-long-enough-password"
        await sdk.auth.register("customer", "emailpass", { email, password })
        const logIn = () => sdk.auth.login("customer", "emailpass", { email, password }) as Promise<string>
        const headers = { authorization: `Bearer ${await logIn()}`, ...affiliateHeaders(cookies) }
        const { customer } = await sdk.store.customer.create({ email }, {}, headers)
        cookies.set("_medusa_jwt", await logIn())
        return customer.id
      },
    }
  }
  return { sdk, middleware, actionsOf }
}
