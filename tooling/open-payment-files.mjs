import { spawnSync } from "node:child_process"
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"

import { root } from "./install.mjs"

/**
 * Opens the payment files of a running demo in LibreOffice, as an English and as a German spreadsheet, with each separator, and says what it
 * takes each column for. Fails where a cell becomes a formula, or an amount of a file that was written for the country becomes a text.
 */
const SEPARATORS = { comma: 44, semicolon: 59, tab: 9 }
const LANGUAGES = { English: { id: 1033, decimal: "point" }, German: { id: 1031, decimal: "comma" } }
const demo = JSON.parse(readFileSync(path.join(process.argv[2] ?? path.join(root, ".demo"), "demo.json"), "utf8"))

/** @param {string} at @param {RequestInit} [init] */
async function call(at, init) {
  const response = await fetch(demo.url + at, init)
  if (!response.ok) throw new Error(`${at} answered ${response.status}: ${await response.text()}`)
  return response
}
/** @param {string} at @param {unknown} body @param {Record<string, string>} [more] */
async function post(at, body, more) {
  const headers = { "content-type": "application/json", ...more }
  return JSON.parse(await (await call(at, { method: "POST", headers, body: JSON.stringify(body) })).text())
}
const { token } = await post("/auth/user/emailpass", demo.admin)
const headers = { authorization: `Bearer ${token}` }

/** A payout by each method, to people whose names a spreadsheet would take for formulas. */
const PAYEES = [
  { first_name: "a;=1+1;b", method: "transfer", details: { account_holder: "Anna Berg", iban: "DE02120300000000202051" } },
  { first_name: "a\t=1+1", method: "paypal", details: { email: "anna@example.com" } },
  { first_name: "=1+1", method: "wise", details: { account_holder: "Anna Berg", email: "anna@example.com" } },
]
const mark = Date.now().toString(36)
const settings = { name: `Files ${mark}`, site_url: "https://files.example", commission_percent: 10 }
const methods = { payout_method: "transfer", payout_methods: PAYEES.map(({ method }) => method) }
const { affiliate_program } = await post("/admin/affiliate-programs", { ...settings, ...methods }, headers)
for (const { first_name, method, details } of PAYEES) {
  const login = { email: `${method}-${mark}@example.com`, password: mark }
  const registered = await post("/auth/customer/emailpass/register", login)
  const key = { authorization: `Bearer ${registered.token}`, "x-publishable-api-key": demo.publishable_key }
  const { customer } = await post("/store/customers", { email: login.email, first_name, last_name: "+Berg" }, key)
  const enrolment = { program_id: affiliate_program.id, customer_id: customer.id }
  const { affiliate } = await post("/admin/affiliates", enrolment, headers)
  await post(`/admin/affiliates/${affiliate.id}/payout-method`, { method, details }, headers)
  const amount = { amount: "1062.40", currency_code: "eur", reason: "for the files" }
  await post(`/admin/affiliates/${affiliate.id}/adjustments`, amount, headers)
}
await post("/admin/affiliate-payouts", { program_id: affiliate_program.id }, headers)

const folder = mkdtempSync(path.join(tmpdir(), "payment-files-"))
for (const format of ["csv", "bank", "paypal", "wise"]) {
  for (const decimal of format === "wise" ? ["point"] : ["point", "comma"]) {
    const only = `&program_id=${affiliate_program.id}`
    const file = await call(`/admin/affiliate-payouts/export?format=${format}&decimal=${decimal}${only}`, { headers })
    writeFileSync(path.join(folder, `${format}-${decimal}.csv`), Buffer.from(await file.arrayBuffer()))
  }
}
const files = readdirSync(folder).map((name) => path.join(folder, name))

const CELL = /<table:table-cell([^>]*?)(?:\/>|>(.*?)<\/table:table-cell>)/gs
/** @param {string} attributes @param {string} name */
const attribute = (attributes, name) => new RegExp(`${name}="([^"]*)"`).exec(attributes)?.[1]

/** @param {string} fods */
const rowsOf = (fods) =>
  [...fods.matchAll(/<table:table-row[^>]*>(.*?)<\/table:table-row>/gs)].map(([, row = ""]) =>
    [...row.matchAll(CELL)].flatMap(([, attributes = "", content = ""]) => {
      const cell = {
        type: attribute(attributes, "office:value-type") ?? "empty",
        formula: attribute(attributes, "table:formula"),
        text: content.replace(/<[^>]*>/g, "").trim(),
      }
      return Array.from({ length: Math.min(20, Number(attribute(attributes, "table:number-columns-repeated") ?? 1)) }, () => cell)
    })
  )

let faults = 0
for (const [language, { id, decimal }] of Object.entries(LANGUAGES)) {
  for (const [separator, code] of Object.entries(SEPARATORS)) {
    const out = path.join(folder, `${language}-${separator}`)
    mkdirSync(out)
    // Separator, text delimiter, UTF-8, first line, columns, language, quoted cells as text, special numbers, …, evaluate formulas.
    const filter = `CSV:${code},34,76,1,,${id},false,true,false,false,false,0,true`
    const profile = `-env:UserInstallation=file://${path.join(folder, "profile")}`
    spawnSync("soffice", [profile, "--headless", `--infilter=${filter}`, "--convert-to", "fods", "--outdir", out, ...files], {
      stdio: "ignore",
    })
    for (const name of readdirSync(out)) {
      const rows = rowsOf(readFileSync(path.join(out, name), "utf8"))
      const formulas = rows.flat().filter(({ formula }) => formula !== undefined)
      faults += formulas.length
      const [format = "", written] = name.replace(".fods", "").split("-")
      const own = written === "comma" && format !== "paypal" ? "semicolon" : "comma"
      const types = (rows.at(-1) ?? []).map(({ type, text }) => `${type === "empty" ? "" : `${text} [${type}]`}`)
      const amounts = rows.flat().filter(({ text }) => /^-?\d{1,9}[.,]\d{1,2}$/.test(text))
      const texts = amounts.filter(({ type }) => type === "string")
      const isForCountry = written === decimal && own === separator
      if (isForCountry) faults += amounts.length === 0 ? 1 : texts.length
      process.stdout.write(
        `${language}, ${separator}, ${name}: ${rows.length} rows, ${formulas.length} formulas, ${texts.length} of ${amounts.length} amounts are text` +
          `${isForCountry ? `\n  ${types.join(" | ")}` : ""}\n`
      )
    }
  }
}
rmSync(folder, { recursive: true, force: true })
process.exit(faults > 0 ? 1 : 0)
