import path from "node:path"
import { stateDir } from "./paths.mjs"
import { bold, dim, say } from "./progress.mjs"

/** Tells what there is to click. @param {import("./describe.mjs").Demo} demo */
export function printSummary({ file, paidInCredit, lastMonth }) {
  /** @param {string} name @param {string} text @param {string} [more] */
  const row = (name, text, more = "") => say(`  ${name.padEnd(18)}${bold(text)}${more && `  ${dim(more)}`}`)
  /** @param {{ email: string, password: string }} login */
  const login = ({ email, password }) => `${email} / ${password}`

  say()
  row("Dashboard", `${file.url}/app`, login(file.admin))
  row("Demo shop", `${file.url}/shop`)
  if (file.affiliate_link) row("Affiliate link", file.affiliate_link, "click it, buy something, see who earns")
  if (file.promo_code) row("Promo code", file.promo_code)
  if (file.affiliate) row("Affiliate portal", `${file.url}/affiliate/portal`, login(file.affiliate))
  if (paidInCredit) row("Paid in credit", login(paidInCredit), "an affiliate who pays their orders with it")
  row("A shopper", login(file.shopper))
  if (lastMonth) printMonth(lastMonth)
  else if (file.program_id === null) say(`\n  ${dim("There is no affiliate program yet: make one in the dashboard, under Affiliates.")}`)
  const dir = path.relative(process.cwd(), stateDir) || "."
  say(`\n  ${dim(`Ctrl-C stops everything. Logs are in ${dir}/, the addresses above also in ${dir}/demo.json.`)}\n`)
}

/** @param {{ period: string, rows: string[][] }} month */
function printMonth({ period, rows }) {
  const table = [["affiliate", "orders", "expenses", "commission", "", ""], ...rows]
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((cells) => width(cells[column] ?? ""))))
  say(`\n  ${bold(`Last month, ${period}`)}`)
  for (const [index, cells] of table.entries()) {
    const line = cells.map((cell, column) => (column === 0 ? padEnd(cell, widths[0]) : padStart(cell, widths[column]))).join("  ")
    say(`  ${index === 0 ? dim(line) : line}`.trimEnd())
  }
}

/** Columns on the terminal: East Asian letters take two, combining marks none. @param {string} text */
function width(text) {
  const letters = text.normalize("NFC").replace(/\p{M}/gu, "")
  return [...letters].reduce(
    (sum, letter) => sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/u.test(letter) ? 2 : 1),
    0
  )
}

/** @param {string} text @param {number} [columns] */
const padEnd = (text, columns = 0) => text + " ".repeat(Math.max(0, columns - width(text)))
/** @param {string} text @param {number} [columns] */
const padStart = (text, columns = 0) => " ".repeat(Math.max(0, columns - width(text))) + text
