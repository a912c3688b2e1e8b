/*
 * Takes the pictures of the README from a demo that runs: `npm run demo -- --fresh` in one terminal, and in another
 * `node integration-tests/browser/screenshots.mjs [state directory of the demo]`.
 */
import { readFileSync } from "node:fs"
import path from "node:path"
import { chromium } from "playwright-core"
import { findChromium } from "../../tooling/chromium.mjs"

const root = path.resolve(import.meta.dirname, "..", "..")
const demo = JSON.parse(readFileSync(path.join(root, process.argv[2] ?? ".demo", "demo.json"), "utf8"))
const found = await findChromium()
if (!found) throw new Error("There is no Chromium on this machine (set CHROMIUM_PATH)")
const browser = await chromium.launch(found)

/** @param {number} height @param {(page: import("playwright-core").Page) => Promise<string>} work whose answer names the picture */
async function picture(height, work) {
  const context = await browser.newContext({ viewport: { width: 1280, height }, locale: "en-US", timezoneId: "Europe/Berlin" })
  const page = await context.newPage()
  const name = await work(page)
  await page.waitForLoadState("networkidle")
  // Let fade-in animations finish.
  await page.waitForTimeout(500)
  await page.screenshot({ path: path.join(root, "docs", "images", `${name}.png`) })
  await context.close()
}

/** @param {import("playwright-core").Page} page */
async function logIn(page) {
  await page.goto(`${demo.url}/app/login`)
  await page.getByPlaceholder("Email").fill(demo.admin.email)
  await page.getByPlaceholder("Password").fill(demo.admin.password)
  await page.keyboard.press("Enter")
  await page.getByRole("link", { name: "Affiliates" }).click()
}

await picture(860, async (page) => {
  await logIn(page)
  await page.getByRole("link", { name: "Affiliate list" }).click()
  await page.getByPlaceholder("Search").fill(demo.affiliate.email)
  await page.getByText(demo.promo_code, { exact: true }).click()
  await page.getByRole("heading", { name: "Commissions" }).waitFor()
  return "overview"
})

await picture(1100, async (page) => {
  await logIn(page)
  const api = (/** @type {string} */ path) => page.request.get(`${demo.url}${path}`).then((answer) => answer.json())
  const { affiliates } = await api(`/admin/affiliates?q=${encodeURIComponent(demo.affiliate.email)}`)
  const statementsPath = `/admin/affiliates/${affiliates[0].id}/statements`
  const { statements } = await api(`${statementsPath}?limit=100`)
  const month = statements.find((/** @type {Record<string, string>} */ own) => own.status === "closed" && own.currency_code === "eur")
  await page.goto(`${demo.url}${statementsPath}/${month.period}.html?currency_code=eur`)
  return "statement"
})

await browser.close()
