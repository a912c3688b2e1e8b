import { addToCart } from "./cart.js"
import { openCart } from "./cart-drawer.js"
import { busy, h, notifyError } from "./dom.js"
import { money } from "./money.js"
import { loadProducts } from "./shop.js"

export async function productsView() {
  const products = await loadProducts()
  return h(
    "div.page",
    {},
    h(
      "div.intro",
      {},
      h("h1", {}, "Coffee, and what it takes"),
      h("p", {}, "Roasted in Hamburg on Tuesdays, on the road by Wednesday. Mugs, kettles and boards from people we know by name.")
    ),
    h("ul.grid", {}, ...products.map((product) => h("li", {}, productCard(product))))
  )
}

function productCard(product) {
  let chosen = product.variants[0]
  const price = h("strong.money", { "aria-live": "polite" })
  const showPrice = () => {
    const { calculated_amount, currency_code } = chosen.calculated_price
    price.textContent = money(calculated_amount, currency_code)
  }
  showPrice()

  const choices = product.variants.map((variant, index) =>
    h(
      "label",
      {},
      h("input", {
        type: "radio",
        name: `variant-${product.id}`,
        value: variant.id,
        checked: index === 0,
        onchange: () => {
          chosen = variant
          showPrice()
        },
      }),
      h("span", {}, variant.title)
    )
  )
  const add = h("button.button", { type: "button", "aria-label": `Add ${product.title} to the cart` }, "Add")
  add.addEventListener("click", () => busy(add, () => addToCart(chosen.id).then(openCart)).catch(notifyError))

  return h(
    "article.card",
    {},
    h("img", { src: product.thumbnail, alt: "", loading: "lazy", width: 400, height: 300 }),
    h(
      "div.card-body",
      {},
      h("div.stack-s", {}, h("h2", {}, product.title), h("p.soft", {}, product.subtitle), h("p", {}, product.description)),
      h("fieldset.options", {}, h("legend.visually-hidden", {}, product.options[0]?.title ?? "Choice"), ...choices),
      h("div.row", {}, price, add)
    )
  )
}
