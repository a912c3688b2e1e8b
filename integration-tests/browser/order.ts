import BigNumber from "bignumber.js"

import type { Demo } from "./demo"
import { type Client, strangerOf } from "./http"

export interface Explanation {
  outcome: string
  reason: string
  source: string | null
  affiliate: { code: string } | null
  commissions: { expense_amount: string; amount: string; currency_code: string; kind: string }[]
}

interface OrderAnswer {
  order: { email: string; items: { subtotal: number; discount_subtotal: number; is_giftcard: boolean }[] }
}

/** What Medusa itself says the items cost after discounts, without tax. */
export async function itemsAfterDiscount(admin: Client, orderId: string): Promise<BigNumber> {
  const { order } = await admin<OrderAnswer>(`/admin/orders/${orderId}`)
  const worth = order.items.reduce((sum, item) => sum.plus(item.subtotal).minus(item.discount_subtotal), new BigNumber(0))
  return worth.decimalPlaces(2, BigNumber.ROUND_HALF_UP)
}

export interface Customer {
  email: string
  first_name: string
  last_name: string
}

/** Orders one thing as a storefront does, with the token of a visit. @returns the order's id */
export async function orderByToken(demo: Demo, customer: Customer, token: string): Promise<string> {
  const store = strangerOf(demo, { "x-affiliate-token": token })
  const { email, first_name, last_name } = customer
  const address = { first_name, last_name, address_1: "Speicherstadt 1", city: "Hamburg", postal_code: "20457", country_code: "de" }
  const items = [{ variant_id: demo.variant_ids[0], quantity: 1 }]
  const { cart } = await store<{ cart: { id: string } }>("/store/carts", {
    ...{ region_id: demo.region_id, sales_channel_id: demo.sales_channel_id, email, items },
    ...{ shipping_address: address, billing_address: address },
  })
  await store(`/store/carts/${cart.id}/shipping-methods`, { option_id: demo.shipping_option_id })
  const { payment_collection } = await store<{ payment_collection: { id: string } }>("/store/payment-collections", { cart_id: cart.id })
  await store(`/store/payment-collections/${payment_collection.id}/payment-sessions`, { provider_id: "pp_system_default" })
  const { order } = await store<{ order: { id: string } }>(`/store/carts/${cart.id}/complete`, {})
  return order.id
}
