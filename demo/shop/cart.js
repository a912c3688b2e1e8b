import { api, ApiError } from "./api.js"
import { notifyError } from "./dom.js"
import { announce } from "./events.js"
import { currentRegion } from "./shop.js"
import { creditUsed, putCreditBack, useCredit } from "./store-credit.js"
import { visitHeaders } from "./visit.js"

const KEY = "shop.cart"

/** The cart of the last answer. */
export let cart = null
/** Who would get the order, as the affiliate program says; undefined while unknown. */
export let attribution

function keep(next) {
  cart = next
  if (cart) localStorage.setItem(KEY, cart.id)
  else localStorage.removeItem(KEY)
  announce("cart")
  void askAttribution()
}

/** Store credit was used up to a total; another total is another amount. */
async function keepChanged(changed) {
  keep(creditUsed(changed) > 0 ? await useCredit(changed.id) : changed)
}

async function askAttribution() {
  const cartId = cart?.id
  attribution = cartId
    ? await api(`/store/carts/${cartId}/affiliate`).then(
        (answer) => answer.attribution,
        () => undefined
      )
    : null
  if (cartId === cart?.id) announce("attribution")
}

/** Takes up the cart of the last visit, unless it was ordered or lost. */
export async function restoreCart() {
  const id = localStorage.getItem(KEY)
  if (!id) return
  try {
    const answer = await api(`/store/carts/${encodeURIComponent(id)}`)
    keep(answer.cart.completed_at ? null : answer.cart)
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 404) throw error
    keep(null)
  }
}

export async function addToCart(variantId) {
  const item = { variant_id: variantId, quantity: 1 }
  if (!cart) {
    // The token goes with the creation: from here on the visit belongs to this cart.
    const created = await api("/store/carts", { body: { region_id: currentRegion().id, items: [item] }, headers: visitHeaders() })
    keep(created.cart)
  } else {
    await keepChanged((await api(`/store/carts/${cart.id}/line-items`, { body: item, headers: visitHeaders() })).cart)
  }
}

export async function setQuantity(itemId, quantity) {
  const path = `/store/carts/${cart.id}/line-items/${itemId}`
  if (quantity > 0) await keepChanged((await api(path, { body: { quantity } })).cart)
  else await keepChanged((await api(path, { method: "DELETE" })).parent)
}

/**
 * Medusa takes a promo code off without a word when the cart no longer fulfils its conditions: a first-order code, once the e-mail is known. Trying
 * it again brings the reason.
 */
export async function updateCart(changes) {
  const codes = codesOf(cart)
  // The credit is in the currency of the region that is left: the plugin would take the new amount from it.
  if (changes.region_id && creditUsed(cart) > 0) await putCreditBack(cart.id)
  await keepChanged((await api(`/store/carts/${cart.id}`, { body: changes, headers: visitHeaders() })).cart)
  for (const code of codes) if (!codesOf(cart).includes(code)) await addPromoCode(code).catch(notifyError)
}

const codesOf = ({ promotions }) => promotions.map(({ code }) => code).filter(Boolean)

/**
 * Puts a promo code on the cart.
 * @returns {Promise<string>} what it did, for people
 * @throws ApiError with the reason when it is refused
 */
export async function addPromoCode(typed) {
  const code = typed.trim()
  const before = new Set(cart.promotions.map((promotion) => promotion.code))
  await keepChanged((await api(`/store/carts/${cart.id}/promotions`, { body: { promo_codes: [code] } })).cart)
  const added = cart.promotions.find((promotion) => !before.has(promotion.code))
  if (added) return `${added.code} takes off ${Number(added.application_method?.value ?? 0)} %.`
  // Accepted without a discount: then it is a code that only says who sent you.
  const answer = await api(`/store/carts/${cart.id}/affiliate`, { body: { code } })
  keep(cart)
  return answer.attribution ? `${code.toUpperCase()} is noted for this order.` : `${code} changes nothing on this order.`
}

export async function removePromoCode(code) {
  await keepChanged((await api(`/store/carts/${cart.id}/promotions`, { method: "DELETE", body: { promo_codes: [code] } })).cart)
}

export async function chooseShipping(optionId) {
  await keepChanged((await api(`/store/carts/${cart.id}/shipping-methods`, { body: { option_id: optionId } })).cart)
}

/** What can bring the parcel, the cheapest first. */
export async function shippingOptions() {
  const { shipping_options } = await api(`/store/shipping-options?cart_id=${cart.id}`)
  return shipping_options.sort((a, b) => a.amount - b.amount)
}

/** Pays with store credit, or takes it back. */
export async function payByCredit(wanted) {
  keep(wanted ? await useCredit(cart.id) : await putCreditBack(cart.id))
}

/** Pays by hand what store credit does not, and places the order. @returns {Promise<{ id: string, display_id: number }>} */
export async function placeOrder() {
  if (cart.total > 0) await payByHand()
  const answer = await api(`/store/carts/${cart.id}/complete`, { body: {} })
  if (answer.type !== "order") {
    keep((await api(`/store/carts/${cart.id}`)).cart)
    throw new ApiError(400, { message: answer.error?.message ?? "The order could not be placed." })
  }
  keep(null)
  return answer.order
}

async function payByHand() {
  const { payment_collection } = await api("/store/payment-collections", { body: { cart_id: cart.id } })
  await api(`/store/payment-collections/${payment_collection.id}/payment-sessions`, { body: { provider_id: "pp_system_default" } })
}

export async function giveCartToCustomer() {
  if (cart) keep((await api(`/store/carts/${cart.id}/customer`, { body: {} })).cart)
}

export const forgetCart = () => keep(null)
