import { cart, chooseShipping, payByCredit, placeOrder, shippingOptions, updateCart } from "./cart.js"
import { cartLines, cartTotals } from "./cart-lines.js"
import { openCart } from "./cart-drawer.js"
import { customer } from "./customer.js"
import { busy, h, notifyError } from "./dom.js"
import { onAnnounced } from "./events.js"
import { field, onSubmit } from "./field.js"
import { money } from "./money.js"
import { currentRegion } from "./shop.js"
import { creditAvailable, creditUsed } from "./store-credit.js"

export async function checkoutView() {
  if (!cart?.items.length) {
    return h(
      "div.page.narrow.stack",
      {},
      h("h1", {}, "Check out"),
      h("p", {}, "The cart is empty. "),
      h("a.button", { href: "#/" }, "To the shop")
    )
  }
  const steps = h("div.stack")
  steps.append(addressForm(() => void showDelivery(steps)))
  return h("div.page", {}, h("div.intro", {}, h("h1", {}, "Check out")), h("div.checkout", {}, steps, summary()))
}

/** The cart beside the steps; it follows every change. */
function summary() {
  const panel = h("aside.panel.summary.stack", { "aria-label": "Your order" })
  const draw = () => {
    if (!cart) return
    const edit = h("button.link", { type: "button", onclick: openCart }, "change, or add a promo code")
    panel.replaceChildren(h("div.row", {}, h("h2", {}, "Your order"), edit), cartLines(cart), cartTotals(cart))
  }
  onAnnounced("cart", draw)
  draw()
  return panel
}

function addressForm(done) {
  const address = cart.shipping_address ?? {}
  const known = (name) => address[name] ?? customer?.[name]
  const countries = currentRegion()
    .countries.map(({ iso_2, display_name }) => ({ value: iso_2, text: display_name }))
    .sort((a, b) => a.text.localeCompare(b.text))
  const isUs = currentRegion().currency_code === "usd"
  const form = h(
    "form.stack",
    { "aria-labelledby": "address-title" },
    h("h2", { id: "address-title" }, "1. Where to"),
    h(
      "div.fields",
      {},
      field({ name: "email", label: "E-mail", type: "email", required: true, autocomplete: "email", value: cart.email ?? customer?.email }),
      field({
        name: "first_name",
        label: "First name",
        span: "half",
        required: true,
        autocomplete: "given-name",
        value: known("first_name"),
      }),
      field({
        name: "last_name",
        label: "Last name",
        span: "half",
        required: true,
        autocomplete: "family-name",
        value: known("last_name"),
      }),
      field({ name: "address_1", label: "Street and number", required: true, autocomplete: "street-address", value: known("address_1") }),
      field({
        name: "postal_code",
        label: "Postal code",
        span: "third",
        required: true,
        autocomplete: "postal-code",
        value: known("postal_code"),
      }),
      field({ name: "city", label: "City", span: "two-thirds", required: true, autocomplete: "address-level2", value: known("city") }),
      isUs && field({ name: "province", label: "State", span: "third", hint: "such as ny or ca", value: known("province") }),
      field({
        name: "country_code",
        label: "Country",
        span: isUs ? "two-thirds" : "",
        required: true,
        autocomplete: "country",
        options: countries,
        value: known("country_code") ?? (isUs ? "us" : "de"),
      })
    ),
    h("button.button", { type: "submit" }, "Continue")
  )
  return onSubmit(form, async ({ email, ...shipping_address }) => {
    if (shipping_address.province) shipping_address.province = shipping_address.province.toLowerCase()
    await updateCart({ email, shipping_address, billing_address: shipping_address })
    done()
  })
}

async function showDelivery(steps) {
  const [options, credit] = await Promise.all([shippingOptions(), creditChoice()])
  await chooseShipping(options[0].id)
  const form = h(
    "form.stack",
    { "aria-labelledby": "delivery-title" },
    h("h2", { id: "delivery-title", tabindex: -1 }, "2. How"),
    h("fieldset.stack-s", {}, h("legend.visually-hidden", {}, "Delivery"), ...options.map(deliveryChoice)),
    credit,
    payment(),
    h("button.button", { type: "submit" }, "Place the order"),
    h("p.error", { role: "alert" })
  )
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    void order(form)
  })
  while (steps.children.length > 1) steps.lastElementChild.remove()
  steps.append(form)
  form.querySelector("h2").focus()
}

/** Null for whoever has none, and for guests. */
async function creditChoice() {
  const available = customer ? await creditAvailable(cart.currency_code) : 0
  if (available <= 0) return null
  const input = h("input", { type: "checkbox", checked: creditUsed(cart) > 0 })
  input.addEventListener("change", () =>
    busy(input, () => payByCredit(input.checked)).catch((error) => {
      input.checked = creditUsed(cart) > 0
      notifyError(error)
    })
  )
  return h("label.choice", {}, input, `Use store credit (${money(available, cart.currency_code)} available)`)
}

/** It follows the cart: store credit may pay for all of it. */
function payment() {
  const text = h("p.soft")
  const draw = () => {
    if (!cart) return
    const byHand = `Payment of ${money(cart.total, cart.currency_code)}: by hand. Nothing is charged in this demo; the merchant captures it in the dashboard.`
    text.textContent = cart.total > 0 ? byHand : "Your store credit pays for all of it."
  }
  onAnnounced("cart", draw)
  draw()
  return text
}

function deliveryChoice(option, index) {
  const input = h("input", { type: "radio", name: "delivery", value: option.id, checked: index === 0 })
  input.addEventListener("change", () => void chooseShipping(option.id).catch(notifyError))
  const text = h("span", {}, h("strong", {}, option.name), h("br"), h("span.soft", {}, option.type?.description ?? ""))
  return h("label.choice", {}, input, text, h("span.money", {}, money(option.amount, cart.currency_code)))
}

async function order(form) {
  const button = form.querySelector("[type=submit]")
  const error = form.querySelector(".error")
  error.textContent = ""
  button.disabled = true
  try {
    const placed = await placeOrder()
    location.hash = `#/order/${placed.id}`
  } catch ({ message }) {
    error.textContent = message
    button.disabled = false
  }
}
