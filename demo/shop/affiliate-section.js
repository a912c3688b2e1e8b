import { api } from "./api.js"
import { h, notifyError } from "./dom.js"
import { money } from "./money.js"

/** The customer's side of the affiliate program: his enrolments, and what he may still join. Null where there is no program. */
export async function affiliateSection() {
  const [{ affiliates }, { affiliate_programs }] = await Promise.all([
    api("/store/affiliates/me").catch(() => ({ affiliates: [] })),
    api("/store/affiliate-programs").catch(() => ({ affiliate_programs: [] })),
  ])
  const joined = new Set(affiliates.map(({ program }) => program?.id))
  const open = affiliate_programs.filter(({ id }) => !joined.has(id))
  if (affiliates.length + open.length === 0) return null
  return h("section.stack", {}, h("h2", {}, "Affiliate program"), ...affiliates.map(enrolment), ...open.map(invitation))
}

function enrolment({ code, status, program, link, promo_code, balances }) {
  return h(
    "div.panel.stack-s",
    {},
    h("div.row", {}, h("h3", {}, program?.name ?? code), h("span.tag", {}, status)),
    link && h("span.soft", {}, "Your link"),
    link && h("div.copyable", {}, link),
    promo_code && h("span.soft", {}, "Your promo code"),
    promo_code && h("div.copyable", {}, promo_code),
    balances?.length > 0 && balanceTable(balances)
  )
}

function balanceTable(balances) {
  const columns = ["pending", "available", "processing", "paid"]
  const head = h("tr", {}, h("th", {}, "Balance"), ...columns.map((name) => h("th.money", { scope: "col" }, name)))
  const rows = balances.map((balance) =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, balance.currency_code.toUpperCase()),
      ...columns.map((name) => h("td.money", {}, money(Number(balance[name] ?? 0), balance.currency_code)))
    )
  )
  return h("table", {}, h("thead", {}, head), h("tbody", {}, ...rows))
}

function invitation({ id, name, commission_percent }) {
  const join = h("button.button", { type: "button" }, "Join")
  join.addEventListener("click", () => {
    join.disabled = true
    api("/store/affiliates/me", { body: { program_id: id } }).then(() => dispatchEvent(new Event("hashchange")), notifyError)
  })
  return h(
    "div.panel.row",
    {},
    h("div", {}, h("h3", {}, name), h("p.soft", {}, `Earn ${Number(commission_percent)} % of what those you send spend.`)),
    join
  )
}
