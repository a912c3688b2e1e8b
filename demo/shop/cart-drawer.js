import { cart } from "./cart.js"
import { cartLines, cartTotals, promoField } from "./cart-lines.js"
import { h } from "./dom.js"
import { onAnnounced } from "./events.js"

const drawer = document.getElementById("cart")
const body = h("div.stack")
const promo = promoField()

export function openCart() {
  if (!drawer.open) drawer.showModal()
}

/** Keeps the drawer and the number on its button true. */
export function watchCart() {
  const close = h("button.button.quiet.round", { type: "button", "aria-label": "Close the cart", onclick: () => drawer.close() }, "×")
  drawer.append(h("div.stack", {}, h("div.row", {}, h("h2", { id: "cart-title" }, "Your cart"), close), body))
  drawer.addEventListener("click", (event) => event.target === drawer && drawer.close())
  addEventListener("hashchange", () => drawer.close())
  onAnnounced("cart", draw)
  draw()
}

function draw() {
  const count = cart?.items.reduce((sum, { quantity }) => sum + quantity, 0) ?? 0
  document.getElementById("cart-count").textContent = String(count)
  if (count === 0) {
    promo.reset()
    body.replaceChildren(h("p.soft", {}, "Nothing in it yet. The mugs are nice."))
    return
  }
  promo.update(cart)
  const totals = cartTotals(cart)
  const checkout = h("a.button.wide", { href: "#/checkout" }, "Check out")
  // The form stays where it is: taking it out and in again would lose what is typed and the focus.
  if (promo.form.parentElement === body) {
    body.firstElementChild.replaceWith(cartLines(cart))
    while (promo.form.nextSibling) promo.form.nextSibling.remove()
    body.append(totals, checkout)
  } else {
    body.replaceChildren(cartLines(cart), promo.form, totals, checkout)
  }
}
