import { addPromoCode, removePromoCode, setQuantity } from "./cart.js"
import { busy, h, notifyError } from "./dom.js"
import { money } from "./money.js"
import { creditUsed } from "./store-credit.js"

/** What is in a cart, with steppers. */
export function cartLines(cart) {
  return h("ul.lines", {}, ...cart.items.map((item) => cartLine(item, cart.currency_code)))
}

function cartLine(item, currency) {
  const step = (by, text, label) => {
    const button = h("button.button.quiet.round", { type: "button", "aria-label": `${label} ${item.product_title}` }, text)
    button.addEventListener("click", () => busy(button, () => setQuantity(item.id, item.quantity + by)).catch(notifyError))
    return button
  }
  return h(
    "li.line",
    {},
    h("img", { src: item.thumbnail, alt: "", width: 64, height: 64 }),
    h("div", {}, h("strong", {}, item.product_title), h("div.soft", {}, item.variant_title)),
    h("span.money", {}, money(item.unit_price * item.quantity, currency)),
    h("div.stepper", {}, step(-1, "−", "One less:"), h("span.money", {}, item.quantity), step(1, "+", "One more:"))
  )
}

/** What the cart costs. Euro prices contain their tax, dollar prices do not. */
export function cartTotals(cart) {
  const amount = (value) => money(value, cart.currency_code)
  const withTax = cart.items.every((item) => item.is_tax_inclusive)
  const rows = [
    ["Items", amount(withTax ? cart.original_item_total : cart.original_item_subtotal)],
    cart.discount_total > 0 && ["Discount", `−${amount(withTax ? cart.discount_total : cart.discount_subtotal)}`],
    cart.shipping_methods?.length > 0 && ["Delivery", amount(withTax ? cart.original_shipping_total : cart.original_shipping_subtotal)],
    !withTax && ["Sales tax", amount(cart.tax_total)],
    creditUsed(cart) > 0 && ["Store credit", `−${amount(creditUsed(cart))}`],
  ].filter(Boolean)
  return h(
    "dl.totals",
    {},
    ...rows.flatMap(([name, value]) => [h("dt", {}, name), h("dd.money", {}, value)]),
    h("dt.grand", {}, "Total"),
    h("dd.grand.money", {}, amount(cart.total)),
    withTax && cart.tax_total > 0 && h("dt.soft", {}, "of which VAT"),
    withTax && cart.tax_total > 0 && h("dd.soft.money", {}, amount(cart.tax_total))
  )
}

/** The promo field stays in one piece while the cart around it is drawn anew, so that its messages survive. */
export function promoField() {
  const input = h("input", {
    id: "promo",
    name: "promo",
    autocomplete: "off",
    autocapitalize: "characters",
    "aria-describedby": "promo-said",
  })
  const said = h("p", { id: "promo-said", role: "alert" })
  const button = h("button.button.quiet", { type: "submit" }, "Apply")
  const tags = h("ul.tags", { "aria-label": "Codes on this order" })
  const say = (text, ok) => {
    said.textContent = text
    said.className = ok ? "accepted" : "error"
    input.setAttribute("aria-invalid", String(!ok && text !== ""))
  }
  const form = h("form.promo", {}, h("label", { for: "promo" }, "Promo code"), input, button, said, tags)
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    if (!input.value.trim()) return say("Enter a code first.", false)
    void busy(button, () => addPromoCode(input.value)).then(
      (text) => {
        input.value = ""
        say(text, true)
      },
      (error) => say(error.message, false)
    )
  })
  let shown = []
  const update = (cart) => {
    const codes = cart.promotions.map(({ code }) => code).filter(Boolean)
    if (shown.some((code) => !codes.includes(code))) say("", true)
    shown = codes
    tags.replaceChildren(...codes.map(promoTag))
  }
  // What was said about one cart is not true of the next.
  return { form, update, reset: () => say("", true) }
}

function promoTag(code) {
  const button = h("button", { type: "button", "aria-label": `Remove ${code}` }, "×")
  button.addEventListener("click", () => busy(button, () => removePromoCode(code)).catch(notifyError))
  return h("li.tag", {}, code, button)
}
