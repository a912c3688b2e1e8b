import { createServer, type IncomingMessage, type ServerResponse } from "node:http"

import { affiliateHeaders, withAffiliate } from "../../src/storefront"
import type { Demo } from "./demo"

/** Its name has nothing in common with the backend's `localhost`. Chromium is told where it lies. */
const HOST = "shop.test"
export const SHOP_IS_HERE = `--host-resolver-rules=MAP ${HOST} 127.0.0.1`

export interface OtherShop {
  url: string
  /** All pages that were given out, to whomever. */
  pages: string[]
  /** What the next pages hold in place of the tag of the tracker. */
  setTag: (tag: string) => void
  /** Whether the shop's own server records clicks, and makes the carts. */
  setOnServer: (isOn: boolean) => void
  close: () => Promise<void>
}

/** A shop on a site of its own, whose pages call the Store API of a backend on another. */
export async function openOtherShop(demo: Demo): Promise<OtherShop> {
  const pages: string[] = []
  let tag = ""
  let isOnServer = false

  function page(): Response {
    const html = `<!doctype html><title>Shop</title><h1>Lamps</h1>${tag}<script>${shopScript(demo, isOnServer)}</script>`
    pages.push(html)
    return new Response(html, { headers: { "content-type": "text/html", "cache-control": "public, max-age=3600" } })
  }
  async function createCart(request: Request): Promise<Response> {
    const response = await fetch(`${demo.url}/store/carts`, {
      method: "POST",
      headers: {
        ...{ "content-type": "application/json", "x-publishable-api-key": demo.publishable_key },
        ...affiliateHeaders(request.headers.get("cookie")),
      },
      body: await request.text(),
    })
    return Response.json(await response.json())
  }
  const recorded = withAffiliate(page, { backendUrl: demo.url })
  const answer = async (request: Request): Promise<Response> => {
    if (new URL(request.url).pathname === "/favicon.ico") return new Response(null, { status: 204 })
    if (request.method === "POST") return createCart(request)
    return isOnServer ? recorded(request) : page()
  }

  const respond = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const response = await answer(await toRequest(incoming))
    outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(await response.text())
  }
  const server = createServer((incoming, outgoing) => void respond(incoming, outgoing))
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  return {
    url: `http://${HOST}:${typeof address === "object" && address ? address.port : 0}`,
    pages,
    setTag: (next) => void (tag = next),
    setOnServer: (next) => void (isOnServer = next),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function toRequest(incoming: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  const { method = "GET", headers } = incoming
  const body = chunks.length > 0 ? Buffer.concat(chunks).toString() : undefined
  return new Request(`http://${headers.host ?? HOST}${incoming.url ?? "/"}`, { method, headers: headers as Record<string, string>, body })
}

/** What a small storefront does in the browser, as the how-to says: the token goes with whatever creates or changes something. */
const shopScript = (demo: Demo, isOnServer: boolean): string => `
  const call = async (path, body, more = {}) => {
    const headers = { "content-type": "application/json", "x-publishable-api-key": "${demo.publishable_key}", ...more }
    const token = window.affiliate?.token?.()
    if (token) headers["x-affiliate-token"] = token
    const base = path === "/cart" ? "" : "${demo.url}"
    const response = await fetch(base + path, { method: "POST", headers, body: JSON.stringify(body) })
    const answer = await response.json()
    if (!response.ok) throw new Error(answer.message)
    return answer
  }
  const address = { first_name: "A", last_name: "B", address_1: "Street 1", city: "Hamburg", postal_code: "20457", country_code: "de" }
  window.shop = {
    cart: undefined,
    async add() {
      const items = [{ variant_id: "${demo.variant_ids[0] ?? ""}", quantity: 1 }]
      const { cart } = await call("${isOnServer ? "/cart" : "/store/carts"}", { region_id: "${demo.region_id}", items })
      return (this.cart = cart.id)
    },
    code: (code) => call("/store/carts/" + shop.cart + "/promotions", { promo_codes: [code] }),
    async checkOut(email) {
      const cart_id = this.cart
      await call("/store/carts/" + cart_id, { email, shipping_address: address, billing_address: address })
      await call("/store/carts/" + cart_id + "/shipping-methods", { option_id: "${demo.shipping_option_id}" })
      const { payment_collection } = await call("/store/payment-collections", { cart_id })
      await call("/store/payment-collections/" + payment_collection.id + "/payment-sessions", { provider_id: "pp_system_default" })
    },
    complete: async (cart) => (await call("/store/carts/" + cart + "/complete", {})).order.id,
    async buy(email) {
      await this.add()
      await this.checkOut(email)
      return this.complete(this.cart)
    },
    async register(email) {
      const { token } = await call("/auth/customer/emailpass/register", { email, password: "a-long-password" })
      return (await call("/store/customers", { email }, { authorization: "Bearer " + token })).customer.id
    },
  }`
