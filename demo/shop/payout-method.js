import { api } from "./api.js"
import { h, notify } from "./dom.js"
import { field, onSubmit } from "./field.js"
import { part } from "./part.js"

/** A store's own method shows its id. */
export const METHODS = { transfer: "Bank transfer", paypal: "PayPal", wise: "Wise", store_credit: "Store credit" }
const FIELDS = {
  account_holder: "Account holder",
  iban: "IBAN",
  bic: "BIC",
  account_number: "Account number",
  bank_code: "Bank code",
  bank_name: "Bank",
  country_code: "Country of the bank",
  email: "E-mail of the account",
}
const HINTS = { iban: "or an account number with a bank code", country_code: "such as DE" }

/** How the affiliate is paid, and what they may choose instead. The API never answers an account's details, only a masked form of them. */
export function payoutMethodPart(affiliateId) {
  const path = `/store/affiliates/me/${affiliateId}/payout-method`
  return part("How you are paid", async (redraw) => {
    const { payout_method: now } = await api(path)
    return [
      h("p", {}, h("strong", {}, METHODS[now.method] ?? now.method), now.masked_details && ` ${now.masked_details}`),
      !now.is_chosen && h("p.soft", {}, "This is the program’s own way; you have chosen nothing else."),
      now.methods.length > 0 && choice(path, now, redraw),
    ]
  })
}

function choice(path, now, redraw) {
  const prefix = path.split("/").at(-2)
  const methods = h(
    "div.options",
    { role: "radiogroup", "aria-label": "Payout method" },
    ...now.methods.map(({ id }) => {
      const input = h("input", { type: "radio", name: "method", value: id, checked: id === now.method, onchange: () => ask(id) })
      return h("label", {}, input, h("span", {}, METHODS[id] ?? id))
    })
  )
  const fields = h("div.fields")
  const ask = (method) => {
    const wanted = now.methods.find(({ id }) => id === method)?.fields ?? []
    const inputs = wanted.map(({ name, is_required }) =>
      field({ name, prefix, label: FIELDS[name] ?? name, required: is_required, hint: HINTS[name], span: wanted.length > 1 ? "half" : "" })
    )
    fields.replaceChildren(...(inputs.length > 0 ? inputs : [h("p.soft", {}, "Nothing more to know.")]))
  }
  ask(now.method)
  const form = h("form.stack-s", {}, methods, fields, h("button.button", { type: "submit" }, "Save"))
  onSubmit(form, async ({ method, ...entered }) => {
    const details = Object.fromEntries(Object.entries(entered).filter(([, value]) => value.trim() !== ""))
    await api(path, { body: { method, details } })
    notify("Your next payouts go there.")
    await redraw()
  })
  return h("details", {}, h("summary.link", {}, "Change"), form)
}
