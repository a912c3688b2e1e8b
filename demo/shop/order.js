import { api } from "./api.js"
import { h } from "./dom.js"
import { money } from "./money.js"
import { creditUsed } from "./store-credit.js"

/** The confirmation. The number is what the shopper and the merchant's dashboard have in common. */
export async function orderView(id) {
  const { order } = await api(`/store/orders/${encodeURIComponent(id)}`)
  const items = order.items.map((item) =>
    h(
      "li.row",
      {},
      h("span", {}, `${item.quantity} × ${item.product_title}, ${item.variant_title}`),
      h("span.money", {}, money(item.total, order.currency_code))
    )
  )
  return h(
    "div.page.narrow.stack",
    {},
    h("h1", {}, "Thank you!"),
    h(
      "p",
      {},
      "Your order has the number ",
      h("strong", { id: "order-number" }, `#${order.display_id}`),
      ". A confirmation would now go to ",
      order.email,
      "."
    ),
    h(
      "ul.lines.panel",
      {},
      ...items,
      h("li.row", {}, h("span", {}, "Delivery"), h("span.money", {}, money(order.shipping_total, order.currency_code))),
      creditUsed(order) > 0 &&
        h("li.row", {}, h("span", {}, "Store credit"), h("span.money", {}, `−${money(creditUsed(order), order.currency_code)}`)),
      h("li.row", {}, h("strong", {}, "Total"), h("strong.money", {}, money(order.total, order.currency_code)))
    ),
    h("p.soft", {}, "In the dashboard, the page of this order shows who earns from it, and why."),
    h("a.button", { href: "#/" }, "Back to the shop")
  )
}
