import { ADMIN } from "./store.mjs"
import { client, logIn } from "./client.mjs"

/** @typedef {{ step: string, status: number, body: unknown }} Step */

const ADDRESS = { first_name: "A", last_name: "B", address_1: "Street 1", city: "Town", postal_code: "1", country_code: "de" }

/**
 * What shoppers and merchants do in a store, through Medusa's own routes: a cart that changes, promotions, and orders that are edited, returned,
 * claimed, exchanged, canceled or begin as a draft.
 * @param {import("./store.mjs").Store} store
 * @param {Record<string, string>} headers of each new cart
 * @returns {Promise<Step[]>} every answer, without what differs in any two stores: ids and times
 */
export async function walk(store, headers = {}) {
  const shop = store.shop()
  const admin = client(store.url, { authorization: `Bearer ${await logIn(store.url, "user", ADMIN)}` })
  const shopper = client(store.url, { "x-publishable-api-key": shop.publishableKey })
  /** @type {Step[]} */
  const steps = []
  const names = new Map()
  let shoppers = 0
  let mustRefuse = false

  /** @param {ReturnType<typeof client>} caller @param {string} method @param {string} path @param {unknown} [body] @param {Record<string, string>} [more] @returns {Promise<any>} */
  async function call(caller, method, path, body, more) {
    const { status, body: answer } = await caller.answer(method, path, body, more)
    if (status >= 500 || status >= 400 !== mustRefuse) throw new Error(`${method} ${path} answered ${status}: ${JSON.stringify(answer)}`)
    steps.push({ step: plain(`${method} ${path}`, names), status, body: plain(answer, names) })
    return answer
  }
  /** What a store has to refuse. @param {() => Promise<unknown>} work */
  async function refused(work) {
    mustRefuse = true
    await work()
    mustRefuse = false
  }
  /** @param {string} path @param {unknown} [body] */
  const merchant = (path, body = {}) => call(admin, "POST", path, body)

  /** @param {{ promo_codes?: string[] }} [wish] */
  async function cart({ promo_codes = [] } = {}) {
    const email = `shopper-${++shoppers}@example.com`
    const { cart } = await call(shopper, "POST", "/store/carts", { region_id: shop.regions.eur, email }, headers)
    const path = `/store/carts/${cart.id}`
    const added = await call(shopper, "POST", `${path}/line-items`, { variant_id: shop.variants.lamp, quantity: 1 })
    await call(shopper, "POST", `${path}/line-items/${added.cart.items[0].id}`, { quantity: 3 })
    await call(shopper, "POST", `${path}/line-items`, { variant_id: shop.variants.mug, quantity: 2 })
    await call(shopper, "POST", path, { shipping_address: ADDRESS, billing_address: ADDRESS })
    if (promo_codes.length > 0) await call(shopper, "POST", `${path}/promotions`, { promo_codes })
    await call(shopper, "POST", `${path}/shipping-methods`, { option_id: shop.shippingOptionId })
    return path
  }
  /** @param {string} path */
  async function complete(path) {
    const { payment_collection } = await call(shopper, "POST", "/store/payment-collections", { cart_id: path.split("/").at(-1) })
    await call(shopper, "POST", `/store/payment-collections/${payment_collection.id}/payment-sessions`, {
      provider_id: "pp_system_default",
    })
    return (await call(shopper, "POST", `${path}/complete`)).order
  }
  async function sentOrder() {
    const order = await complete(await cart())
    /** @type {{ id: string, quantity: number, variant_id: string }[]} */
    const items = order.items
    await merchant(`/admin/orders/${order.id}/fulfillments`, { items: items.map(({ id, quantity }) => ({ id, quantity })) })
    const lamp = items.find(({ variant_id }) => variant_id === shop.variants.lamp)
    return { id: order.id, items: [{ id: lamp?.id, quantity: 1 }] }
  }
  /** @param {string} id */
  const look = (id) => call(admin, "GET", `/admin/orders/${id}`)

  const method = { type: "percentage", target_type: "items", allocation: "across", value: 10 }
  await merchant("/admin/promotions", { code: "TEN", type: "standard", status: "active", application_method: method })

  // Promotions: typed, taken away, typed again; and one that does not exist.
  const path = await cart({ promo_codes: ["TEN"] })
  await call(shopper, "DELETE", `${path}/promotions`, { promo_codes: ["TEN"] })
  await refused(() => call(shopper, "POST", `${path}/promotions`, { promo_codes: ["NONE"] }))
  await call(shopper, "POST", `${path}/promotions`, { promo_codes: ["TEN"] })
  await look((await complete(path)).id)
  await refused(() => call(shopper, "POST", `${path}/line-items`, { variant_id: shop.variants.mug, quantity: 1 }))

  const edited = await complete(await cart())
  await merchant("/admin/order-edits", { order_id: edited.id })
  await merchant(`/admin/order-edits/${edited.id}/items`, { items: [{ variant_id: shop.variants.mug, quantity: 1 }] })
  await merchant(`/admin/order-edits/${edited.id}/confirm`)
  await look(edited.id)

  const returned = await sentOrder()
  const opened = await merchant("/admin/returns", { order_id: returned.id })
  const one = `/admin/returns/${opened.return.id}`
  await merchant(`${one}/request-items`, { items: returned.items })
  await merchant(`${one}/request`)
  await merchant(`${one}/receive`)
  await merchant(`${one}/receive-items`, { items: returned.items })
  await merchant(`${one}/receive/confirm`)
  await look(returned.id)

  for (const [kind, more] of /** @type {const} */ ([
    ["claim", { type: "replace" }],
    ["exchange", {}],
  ])) {
    const order = await sentOrder()
    const begun = await merchant(`/admin/${kind}s`, { order_id: order.id, ...more })
    const its = `/admin/${kind}s/${begun[kind].id}`
    await merchant(`${its}/inbound/items`, { items: order.items })
    await merchant(`${its}/outbound/items`, { items: [{ variant_id: shop.variants.mug, quantity: 1 }] })
    await merchant(`${its}/request`)
    await look(order.id)
  }

  const canceled = await complete(await cart())
  await merchant(`/admin/orders/${canceled.id}/cancel`)
  await look(canceled.id)

  const draft = {
    // Somebody who has ordered before, so that an affiliate's referral is known by it.
    email: "shopper-1@example.com",
    region_id: shop.regions.eur,
    sales_channel_id: shop.salesChannelId,
    shipping_address: ADDRESS,
  }
  const items = [{ variant_id: shop.variants.lamp, quantity: 1 }]
  const made = await merchant("/admin/draft-orders", { ...draft, billing_address: ADDRESS, items })
  await merchant(`/admin/draft-orders/${made.draft_order.id}/convert-to-order`)
  await look(made.draft_order.id)
  return steps
}

const ID = /\b[a-z]+(?:_[a-z]+)*_[0-9A-Z]{26}\b|\b[0-9a-f]{8}-[0-9a-f-]{27}\b/g
const TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g

/** Ids get the number of their first appearance. @param {unknown} value @param {Map<string, string>} names @returns {any} */
function plain(value, names) {
  if (typeof value === "string") {
    return value.replace(TIME, "<time>").replace(ID, (id) => {
      if (!names.has(id)) names.set(id, `<${kindOf(id)} ${names.size}>`)
      return String(names.get(id))
    })
  }
  if (Array.isArray(value)) return inOrder(value).map((one) => plain(one, names))
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one, names)]))
}

/** @param {string} id */
const kindOf = (id) => id.replace(/_?[0-9A-Z]{26}$|^[0-9a-f-]{36}$/, "")

/** A database gives the rows of a list in any order. @param {unknown[]} rows */
function inOrder(rows) {
  const texts = new Map(rows.map((row) => [row, JSON.stringify(row).replace(TIME, "").replace(ID, kindOf)]))
  return rows.toSorted((one, other) => (String(texts.get(one)) < String(texts.get(other)) ? -1 : 1))
}
