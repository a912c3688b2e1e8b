import { agreementPart, agreementText } from "./agreement.js"
import { api } from "./api.js"
import { busy, h, notifyError } from "./dom.js"
import { money } from "./money.js"
import { payoutMethodPart } from "./payout-method.js"
import { payoutsPart } from "./payouts.js"
import { statementsPart } from "./statements.js"
import { table } from "./table.js"

/** The customer's side of the affiliate program: their enrolments, and the programs they may still join. Null where there is no program. */
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

function enrolment({ id, code, status, program, link, promo_code, balances }) {
  return h(
    "div.panel.stack",
    {},
    h("div.row", {}, h("h3", {}, program?.name ?? code), h("span.tag", {}, status)),
    h(
      "div.columns",
      {},
      h(
        "div.stack",
        {},
        link && h("div.stack-s", {}, h("span.soft", {}, "Your link"), h("div.copyable", {}, link)),
        promo_code && h("div.stack-s", {}, h("span.soft", {}, "Your promo code"), h("div.copyable", {}, promo_code)),
        agreementPart(id),
        payoutMethodPart(id)
      ),
      h("div.stack", {}, balances?.length > 0 && balanceTable(balances), payoutsPart(id), statementsPart(id))
    )
  )
}

function balanceTable(balances) {
  const columns = ["pending", "available", "processing", "paid"]
  const rows = balances.map((balance) => [
    balance.currency_code.toUpperCase(),
    ...columns.map((name) => money(Number(balance[name] ?? 0), balance.currency_code)),
  ])
  return table([["Balance"], ...columns.map((name) => [name, true])], rows)
}

function invitation({ id, name, commission_percent, agreement_version, agreement_html, agreement_required }) {
  const join = h("button.button", { type: "submit" }, "Join")
  const agrees = agreement_version !== null && h("input", { type: "checkbox", name: "agrees", required: agreement_required })
  const form = h(
    "form.panel.stack-s",
    {},
    h("h3", {}, name),
    h("p.soft", {}, `Earn ${Number(commission_percent)} % of what those you send spend.`),
    agrees && agreementText(agreement_html, "Read the agreement"),
    h("div.row", {}, agrees ? h("label.check", {}, agrees, "I accept the agreement") : h("span"), join)
  )
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    const body = { program_id: id, ...(agrees && agrees.checked && { agreement_version }) }
    busy(join, () => api("/store/affiliates/me", { body })).then(() => dispatchEvent(new Event("hashchange")), notifyError)
  })
  return form
}
