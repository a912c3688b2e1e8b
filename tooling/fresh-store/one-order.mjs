import assert from "node:assert/strict"
import { setTimeout as sleep } from "node:timers/promises"
import { client, logIn } from "./client.mjs"
import { ADMIN } from "./store.mjs"

const ANNA = { email: "anna@example.com", password: "a-long-enough-password" }

/** A program, its affiliate, and the token of a click on their link. @param {import("./store.mjs").Store} store */
export async function clickLink(store) {
  const { url } = store
  const { publishableKey } = store.shop()
  const admin = client(url, { authorization: `Bearer ${await logIn(url, "user", ADMIN)}` })

  for (const page of ["/affiliate/tracker.js", "/affiliate/portal", "/app"]) assert.ok((await client(url).get(page)).length > 0, page)

  const program = { name: "Friends", site_url: "http://localhost:8000", commission_percent: "10", timezone: "Europe/Berlin" }
  const { affiliate_program } = await admin.post("/admin/affiliate-programs", program)
  const customer_id = await register(url, publishableKey)
  const { affiliate } = await admin.post("/admin/affiliates", { program_id: affiliate_program.id, customer_id })

  const shopper = client(url, { "x-publishable-api-key": publishableKey })
  const { click } = await shopper.post("/store/affiliate-clicks", { url: affiliate.link })
  return { affiliate, headers: { "x-affiliate-token": click.token } }
}

/** One order by the link earns one commission. @param {import("./store.mjs").Store} store @param {Awaited<ReturnType<typeof clickLink>>} click */
export async function bringOneOrder(store, { affiliate, headers }) {
  const { url } = store
  const shop = store.shop()
  const admin = client(url, { authorization: `Bearer ${await logIn(url, "user", ADMIN)}` })
  const order = await buy(client(url, { "x-publishable-api-key": shop.publishableKey }), shop, headers)
  const find = () => admin.get(`/admin/affiliate-commissions?order_id=${order.id}`)
  await until(`${order.id} earned something`, async () => (await find()).count > 0)
  const { affiliate_commissions } = await find()
  const [{ amount, currency_code, affiliate_id }] = affiliate_commissions
  assert.deepEqual({ amount, currency_code, affiliate_id }, { amount: "10.00", currency_code: "eur", affiliate_id: affiliate.id })
  const { outcome, source } = await admin.get(`/admin/orders/${order.id}/affiliate`)
  assert.deepEqual({ outcome, source }, { outcome: "attributed", source: "link" })
}

/** Every order of the store belongs to an affiliate. @param {import("./store.mjs").Store} store */
export async function allAttributed({ url }) {
  const admin = client(url, { authorization: `Bearer ${await logIn(url, "user", ADMIN)}` })
  const { orders } = await admin.get("/admin/orders?fields=id&limit=100")
  assert.ok(orders.length > 0)
  for (const { id } of orders)
    await until(`${id} is attributed`, async () => (await admin.get(`/admin/orders/${id}/affiliate`)).outcome === "attributed")
}

/** A lamp at 100.00. @param {ReturnType<typeof client>} shopper @param {any} shop @param {Record<string, string>} headers */
async function buy(shopper, shop, headers) {
  const address = { first_name: "A", last_name: "B", address_1: "Street 1", city: "Town", postal_code: "1", country_code: "de" }
  const items = [{ variant_id: shop.variants.lamp, quantity: 1 }]
  const cart = { region_id: shop.regions.eur, email: "shopper@example.com", shipping_address: address, billing_address: address, items }
  const { id } = (await shopper.post("/store/carts", cart, headers)).cart
  await shopper.post(`/store/carts/${id}/shipping-methods`, { option_id: shop.shippingOptionId })
  const { payment_collection } = await shopper.post("/store/payment-collections", { cart_id: id })
  await shopper.post(`/store/payment-collections/${payment_collection.id}/payment-sessions`, { provider_id: "pp_system_default" })
  const { order } = await shopper.post(`/store/carts/${id}/complete`)
  return order
}

/** @param {string} url @param {string} key @returns {Promise<string>} the customer's id */
async function register(url, key) {
  const { token } = await client(url).post("/auth/customer/emailpass/register", ANNA)
  const known = client(url, { "x-publishable-api-key": key, authorization: `Bearer ${token}` })
  return (await known.post("/store/customers", { email: ANNA.email })).customer.id
}

/** Orders are recorded after they are placed. @param {string} what @param {() => Promise<boolean>} holds */
async function until(what, holds) {
  for (const deadline = Date.now() + 30_000; !(await holds()); await sleep(250)) {
    if (Date.now() > deadline) throw new Error(`Within half a minute it did not become true that ${what}`)
  }
}
