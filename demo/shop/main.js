import { cart, restoreCart, updateCart } from "./cart.js"
import { customer, restoreCustomer } from "./customer.js"
import { h, notifyError } from "./dom.js"
import { announce, onAnnounced } from "./events.js"
import { chooseRegion, currentRegion, loadRegions, regions } from "./shop.js"
import { watchVisit } from "./visit.js"
import { accountView } from "./account.js"
import { openCart, watchCart } from "./cart-drawer.js"
import { checkoutView } from "./checkout.js"
import { orderView } from "./order.js"
import { productsView } from "./products.js"
import { watchStory } from "./story.js"

const routes = { "": productsView, checkout: checkoutView, account: accountView, order: orderView }
const view = document.getElementById("view")

/** Shows what the address after # asks for. */
async function show({ keepFocus = false } = {}) {
  const hash = location.hash
  const [name, argument] = hash.replace(/^#\/?/, "").split("/")
  const content = await (routes[name] ?? productsView)(argument).catch((error) =>
    h("div.page.narrow.stack", {}, h("h1", {}, "That did not work"), h("p.error", { role: "alert" }, error.message))
  )
  // Whoever has clicked on meanwhile waits for something else.
  if (location.hash !== hash) return
  view.replaceChildren(content)
  if (keepFocus) return
  scrollTo(0, 0)
  view.focus()
}

function fillRegions() {
  const select = document.getElementById("region")
  select.replaceChildren(
    ...regions.map(({ id, name, currency_code }) => h("option", { value: id }, `${name} · ${currency_code.toUpperCase()}`))
  )
  select.value = currentRegion().id
  select.addEventListener("change", () => {
    chooseRegion(select.value)
    void (cart ? updateCart({ region_id: select.value }) : Promise.resolve()).catch(notifyError).finally(() => show({ keepFocus: true }))
  })
}

function showCustomer() {
  const link = document.getElementById("account-link")
  link.textContent = customer ? (customer.first_name ?? "Account") : "Log in"
}

addEventListener("hashchange", () => void show())
addEventListener("unhandledrejection", ({ reason }) => notifyError(reason))
onAnnounced("customer", showCustomer)
document.getElementById("cart-button").addEventListener("click", openCart)

watchCart()
watchStory()
watchVisit()
await loadRegions()
fillRegions()
await restoreCustomer().then(restoreCart)
announce("cart")
await show({ keepFocus: true })
