import type { MedusaContainer } from "@medusajs/framework/types"
import {
  addShippingMethodToCartWorkflow,
  completeCartWorkflow,
  createCartWorkflow,
  createPaymentCollectionForCartWorkflow,
  createPaymentSessionsWorkflow,
} from "@medusajs/medusa/core-flows"

import { affiliateModule, runWorkflow } from "../plugin"
import type { Shop } from "../shop/store"
import type { BasketLine } from "./basket"
import type { Shopper } from "./shoppers"

export interface Checkout {
  shopper: Shopper
  /** Absent for guests. */
  customer_id?: string
  lines: BasketLine[]
  is_trade?: boolean
  /** The click's token the storefront kept. */
  token?: string
  /** The promo code typed into the cart. */
  code?: string
  /** Needs a customer whose store credit is enough for all of it. */
  pays_by_store_credit?: boolean
}

/** Places an order as the Store API does, step by step. @returns its id */
export async function placeOrder(container: MedusaContainer, shop: Shop, checkout: Checkout, now: Date): Promise<string> {
  const { shopper, customer_id, lines, token, code, is_trade, pays_by_store_credit } = checkout
  const { first_name, last_name, currency, email } = shopper
  const address = { first_name, last_name, ...shopper.address }
  const { result: cart } = await createCartWorkflow(container).run({
    input: {
      region_id: shop.region_ids[currency],
      currency_code: currency,
      sales_channel_id: is_trade ? shop.trade_sales_channel_id : shop.sales_channel_id,
      email,
      customer_id,
      items: lines,
      shipping_address: address,
      billing_address: address,
    },
  })
  if (token) await bringToken(container, cart.id, token, now)
  if (code) await runWorkflow(container, "affiliate-attribute-cart", { cart_id: cart.id, code, now })

  const option = { id: shop.shipping_option_ids[is_trade ? "express" : "standard"] }
  await addShippingMethodToCartWorkflow(container).run({ input: { cart_id: cart.id, options: [option] } })
  if (pays_by_store_credit) await runWorkflow(container, "add-store-credits-to-cart", { cart_id: cart.id })
  else await payByHand(container, cart.id)
  const { result } = await completeCartWorkflow(container).run({ input: { id: cart.id } })
  return result.id
}

async function payByHand(container: MedusaContainer, cart_id: string): Promise<void> {
  const { result: collection } = await createPaymentCollectionForCartWorkflow(container).run({ input: { cart_id } })
  await createPaymentSessionsWorkflow(container).run({
    input: { payment_collection_id: collection.id, provider_id: "pp_system_default", data: {} },
  })
}

/** What a cart's creation does with the header: a token that cannot be used (its affiliate was suspended, say) fails nothing. */
async function bringToken(container: MedusaContainer, cartId: string, token: string, now: Date): Promise<void> {
  try {
    await affiliateModule(container).attribution.attributeCartByToken(cartId, token, now)
  } catch (error) {
    if (!(error instanceof Error && "reason" in error)) throw error
  }
}
