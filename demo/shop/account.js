import { api } from "./api.js"
import { customer, logIn, logOut, register } from "./customer.js"
import { day } from "./day.js"
import { h, notify } from "./dom.js"
import { field, onSubmit } from "./field.js"
import { money } from "./money.js"
import { currentRegion } from "./shop.js"
import { creditAvailable } from "./store-credit.js"
import { table } from "./table.js"

export const accountView = async () => (customer ? await accountPage() : signInPage())

function signInPage() {
  const entered = (text) => () => {
    notify(text)
    location.hash = "#/"
  }
  const logInForm = h(
    "form.stack",
    {},
    h("h2", {}, "Log in"),
    h(
      "div.fields",
      {},
      field({ name: "email", label: "E-mail", type: "email", required: true, autocomplete: "username" }),
      field({ name: "password", label: "Password", type: "password", required: true, autocomplete: "current-password" })
    ),
    h("button.button", { type: "submit" }, "Log in")
  )
  return h(
    "div.page.stack",
    {},
    h("h1", {}, "Your account"),
    h(
      "div.columns",
      {},
      onSubmit(logInForm, (values) => logIn(values).then(entered("Welcome back."))),
      registrationForm(entered("Welcome."))
    )
  )
}

function registrationForm(entered) {
  // The prefix keeps the ids of the two forms apart.
  const form = h(
    "form.stack",
    {},
    h("h2", {}, "New here"),
    h(
      "div.fields",
      {},
      field({ name: "first_name", label: "First name", span: "half", required: true, autocomplete: "given-name" }),
      field({ name: "last_name", label: "Last name", span: "half", required: true, autocomplete: "family-name" }),
      field({ prefix: "new", name: "email", label: "E-mail", type: "email", required: true, autocomplete: "email" }),
      field({
        prefix: "new",
        name: "password",
        label: "Password",
        type: "password",
        required: true,
        minlength: 8,
        hint: "At least eight characters",
        autocomplete: "new-password",
      })
    ),
    h("button.button", { type: "submit" }, "Register")
  )
  return onSubmit(form, (values) => register(values).then(entered))
}

async function accountPage() {
  const { currency_code } = currentRegion()
  const [{ orders }, credit] = await Promise.all([api("/store/orders?order=-created_at&limit=10"), creditAvailable(currency_code)])
  const rows = orders.map((order) => [
    h("a", { href: `#/order/${order.id}` }, `#${order.display_id}`),
    day(order.created_at),
    money(order.total, order.currency_code),
  ])
  return h(
    "div.page.stack",
    {},
    h(
      "div.row",
      {},
      h("h1", {}, `Hello, ${customer.first_name ?? customer.email}`),
      h("button.button.quiet", { type: "button", onclick: leave }, "Log out")
    ),
    h(
      "section.stack",
      {},
      h("h2", {}, "Your orders"),
      rows.length > 0 ? table([["Order"], ["Placed"], ["Total", true]], rows) : h("p.soft", {}, "None yet.")
    ),
    credit > 0 && h("p", {}, "Store credit for your next order: ", h("strong.money", {}, money(credit, currency_code))),
    h(
      "section.stack",
      {},
      h("h2", {}, "Affiliate program"),
      h("p", {}, "Send your friends to us by your own link or code, and earn a part of what they spend."),
      h("a.button", { href: "/affiliate/portal" }, "To the affiliate portal")
    )
  )
}

function leave() {
  logOut()
  location.hash = "#/"
}
