import type { MedusaContainer } from "@medusajs/framework/types"
import {
  addShippingMethodToCartWorkflow,
  completeCartWorkflow,
  createCartWorkflow,
  createPaymentCollectionForCartWorkflow,
  createPaymentSessionsWorkflow,
} from "@medusajs/medusa/core-flows"

import type { Shop } from "./shop"

export interface CartWish {
  email?: string
  customer_id?: string
  currency?: "eur" | "jpy"
  items?: { variant: keyof Shop["variants"]; quantity: number }[]
  promo_codes?: string[]
}

/** A cart that is ready to be completed, through Medusa's own workflows. */
export async function createReadyCart(container: MedusaContainer, shop: Shop, wish: CartWish = {}): Promise<string> {
  const { currency = "eur", items = [{ variant: "lamp", quantity: 1 }], email = "shopper@example.com", ...rest } = wish
  const address = {
    first_name: "A",
    last_name: "B",
    address_1: "Street 1",
    city: "Town",
    postal_code: "1",
    country_code: currency === "eur" ? "de" : "jp",
  }
  const { result: cart } = await createCartWorkflow(container).run({
    input: {
      region_id: shop.regions[currency],
      sales_channel_id: shop.salesChannelId,
      email,
      currency_code: currency,
      shipping_address: address,
      billing_address: address,
      items: items.map(({ variant, quantity }) => ({ variant_id: shop.variants[variant], quantity })),
      ...rest,
    },
  })
  await makeReady(container, shop, cart.id)
  return cart.id
}

/** Adds what a cart needs before it can be completed: shipping and a payment session. */
export async function makeReady(container: MedusaContainer, shop: Shop, cartId: string): Promise<void> {
  await addShippingMethodToCartWorkflow(container).run({ input: { cart_id: cartId, options: [{ id: shop.shippingOptionId }] } })
  const { result: collection } = await createPaymentCollectionForCartWorkflow(container).run({ input: { cart_id: cartId } })
  await createPaymentSessionsWorkflow(container).run({
    input: { payment_collection_id: collection.id, provider_id: "pp_system_default", data: {} },
  })
}

export async function completeCart(container: MedusaContainer, cartId: string): Promise<string> {
  const { result } = await completeCartWorkflow(container).run({ input: { id: cartId } })
  return result.id
}

/** Places an order as a shopper would and gives its id. */
export const placeOrder = async (container: MedusaContainer, shop: Shop, wish: CartWish = {}): Promise<string> =>
  completeCart(container, await createReadyCart(container, shop, wish))
