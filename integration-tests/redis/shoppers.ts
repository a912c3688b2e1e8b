import { setTimeout as sleep } from "node:timers/promises"

import type { Shop } from "../helpers/shop"

/** The addresses of the servers. One of them may be away: whoever is refused goes to the next, as behind a load balancer. */
export type Servers = () => string[]

export interface Cluster {
  servers: Servers
  shop: Shop
}

const PATIENCE_MS = 60_000
const ADDRESS = { first_name: "A", last_name: "B", address_1: "Street 1", city: "Town", postal_code: "1", country_code: "de" }

/** Clicks a link, and buys a lamp at 100.00, with every request at another server. @returns the order's id */
export async function buyByLink({ servers, shop }: Cluster, link: string, email: string): Promise<string> {
  const post = <T>(path: string, body: object, headers: Record<string, string> = {}): Promise<T> =>
    send<T>(servers, path, body, { "x-publishable-api-key": shop.publishableKey, ...headers })
  const { click } = await post<{ click: { token: string } }>("/store/affiliate-clicks", { url: link })
  const wish = {
    region_id: shop.regions.eur,
    email,
    shipping_address: ADDRESS,
    billing_address: ADDRESS,
    items: [{ variant_id: shop.variants.lamp, quantity: 1 }],
  }
  const { cart } = await post<{ cart: { id: string } }>("/store/carts", wish, { "x-affiliate-token": click.token })
  await post(`/store/carts/${cart.id}/shipping-methods`, { option_id: shop.shippingOptionId })
  const { payment_collection } = await post<{ payment_collection: { id: string } }>("/store/payment-collections", { cart_id: cart.id })
  await post(`/store/payment-collections/${payment_collection.id}/payment-sessions`, { provider_id: "pp_system_default" })
  return (await post<{ order: { id: string } }>(`/store/carts/${cart.id}/complete`, {})).order.id
}

let turn = 0

/** Asks until a server answers. What Medusa cannot do while Redis is away is asked again, as a shopper does who presses the button again. */
export async function send<T>(servers: Servers, path: string, body: object, headers: Record<string, string>): Promise<T> {
  for (const end = Date.now() + PATIENCE_MS; ; ) {
    const url = servers()[turn++ % servers().length] as string
    const answer = await fetch(url + path, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(15_000),
    }).then(
      async (response) => ({ status: response.status, body: await response.text() }),
      (error: unknown) => ({ status: 0, body: String(error) })
    )
    if (answer.status >= 200 && answer.status < 300) return JSON.parse(answer.body) as T
    if (Date.now() > end || (answer.status >= 400 && answer.status < 409))
      throw new Error(`${path} answered ${answer.status}: ${answer.body}`)
    await sleep(250)
  }
}
