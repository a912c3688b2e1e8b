import { readFileSync } from "node:fs"
import path from "node:path"
import type { Page } from "playwright-core"

import { axeFindings } from "../axe-findings"
import type { AdminPage } from "./admin-pages"
import { type Language, TEXTS, untranslated } from "./untranslated"

/** Works where a page's script works. */
const LAYOUT = readFileSync(path.join(__dirname, "page-layout.js"), "utf8")

/** Parts of Medusa's dashboard inside pages of ours. None of them takes a name or another color from whoever uses it. */
const NOT_OURS = [
  // Filters, sorting, the menu and the checkboxes of its table.
  ":is(button[aria-haspopup='menu'], button[aria-haspopup='dialog']):not([aria-label])",
  ":is(th, td) [role='checkbox']:not([aria-label])",
  // The magnifying glass and the clear button of its search field.
  "[role='img'].pointer-events-none",
  // The button that closes its drawers and modals.
  "[role='dialog'] button:has(> svg:only-child):not([aria-label])",
  // The arrow and the clear button of its combobox.
  "[role='combobox'] ~ button, button[tabindex='-1']:not([aria-label])",
  // The link to the JSON of a record.
  "a[href*='/json']",
]

/** Opens a page and waits until everything of it is there. Our section on a page of Medusa's gets an id, because only that is looked at. */
export async function openAdminPage(
  page: Page,
  url: string,
  { path: address, heading }: AdminPage,
  language: Language = "en"
): Promise<void> {
  await page.goto(`${url}/app${address}`)
  await page.locator("main").waitFor()
  await page.waitForLoadState("networkidle")
  await page.waitForFunction("!document.querySelector('main :is(.animate-pulse, .animate-spin)')")
  // Drawers slide in. What waits for an answer goes on moving for ever.
  await page.evaluate(`Promise.all(document.getAnimations()
    .filter((one) => one.effect?.getComputedTiming().iterations !== Infinity).map((one) => one.finished.catch(() => {}))).then(() => {})`)
  if (!heading) return
  const section = page.locator("div.shadow-elevation-card-rest", {
    has: page.getByRole("heading", { name: headingIn(language, heading), exact: true }),
  })
  await section.first().evaluate((element) => {
    ;(element as unknown as { id: string }).id = "ours"
  })
}

function headingIn(language: Language, key: NonNullable<AdminPage["heading"]>): string {
  const [noun, text] = key.split(".") as ["group", "title"]
  return TEXTS[language][noun][text]
}

/** What is wrong with how a page looks, and how high it is. */
export async function layoutOf(page: Page, language: Language = "en"): Promise<{ faults: string[]; height: number }> {
  const { faults, texts, height } = await page.evaluate<{ faults: string[]; texts: string[]; height: number }>(LAYOUT)
  return { faults: [...faults, ...untranslated(texts, language)], height }
}

/** What of ours keeps somebody from using a page. */
export const barriersOf = (page: Page, { heading }: AdminPage): Promise<string[]> =>
  axeFindings(page, { seriousOnly: true, include: [heading ? "#ours" : "main, [role='dialog']"], exclude: NOT_OURS })
