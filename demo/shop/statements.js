import { api } from "./api.js"
import { busy, h } from "./dom.js"
import { download, openPage } from "./download.js"
import { money } from "./money.js"
import { part } from "./part.js"
import { table } from "./table.js"

/** A statement for each month and currency. The papers need that the affiliate has accepted the agreement; the figures do not. */
export const statementsPart = (affiliateId) =>
  part("Statements", async () => {
    const path = `/store/affiliates/me/${affiliateId}/statements`
    const { statements } = await api(`${path}?limit=12`)
    if (statements.length === 0) return [h("p.soft", {}, "The first month is not over yet.")]
    const refused = h("p.error", { role: "alert" })
    const rows = statements.map((statement) => [
      h("span", {}, statement.period, statement.status === "open" && h("span.soft", {}, " so far")),
      files(path, statement, refused),
      money(Number(statement.closing_balance), statement.currency_code),
    ])
    return [table([["Month"], ["Download"], ["Balance", true]], rows), refused]
  })

function files(path, { period, currency_code, status }, refused) {
  const file = (text, ending, get) => {
    const label = `${text} of ${period}, ${currency_code.toUpperCase()}`
    const button = h("button.link", { type: "button", "aria-label": label }, text)
    button.addEventListener("click", () => {
      refused.textContent = ""
      busy(button, () => get(`${path}/${period}.${ending}?currency_code=${currency_code}`)).catch(
        ({ message }) => (refused.textContent = message)
      )
    })
    return button
  }
  const documents = status === "closed" ? [file("Print", "html", openPage), file("PDF", "pdf", download)] : []
  return h("span.files", {}, file("CSV", "csv", download), ...documents)
}
