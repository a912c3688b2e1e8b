/*
 * Photographs every page of ours from a demo that runs, and tells what is cut, too wide or not translated:
 * `npm run pictures -- <folder> [--page=<part of a name>] [--width=390] [--scheme=dark] [--language=de] [--state=.demo]`, in English and
 * German where no language is named.
 * With `--readme` it renews the pictures of the documents instead.
 */
import { mkdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { parseArgs } from "node:util"

import { DashboardPage } from "../dashboard-page"
import type { DemoFile } from "../demo"
import { adminOf } from "../http"
import { openChromium, openPage } from "../page"
import { adminPages } from "./admin-pages"
import { barriersOf, layoutOf, openAdminPage } from "./findings"
import { takeReadmePictures } from "./readme-pictures"
import type { Language } from "./untranslated"

const OPTIONS = {
  page: { type: "string" },
  width: { type: "string" },
  scheme: { type: "string" },
  language: { type: "string" },
  state: { type: "string", default: ".demo" },
  readme: { type: "boolean", default: false },
} as const
const WIDTHS = [1280, 768, 390]
const SCHEMES = ["light", "dark"] as const
const LANGUAGES: Language[] = ["en", "de"]
const TALLEST = 4000

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: OPTIONS })
  const folder = path.resolve(positionals[0] ?? ".cache/pictures")
  const demo = JSON.parse(readFileSync(path.resolve(values.state, "demo.json"), "utf8")) as DemoFile
  const admin = await adminOf(demo)
  const browser = await openChromium()
  if (values.readme) {
    const { page } = await openPage(browser)
    await new DashboardPage(page, demo.url).logIn(demo.admin)
    await takeReadmePictures(page, demo, admin)
    return browser.close()
  }
  const pages = (await adminPages(demo, admin)).filter(({ name }) => name.includes(values.page ?? ""))
  const chosen = <T extends string | number>(all: readonly T[], one: string | undefined) =>
    all.filter((value) => !one || String(value) === one)
  mkdirSync(folder, { recursive: true })
  for (const language of values.language ? [values.language as Language] : LANGUAGES) {
    for (const scheme of chosen(SCHEMES, values.scheme)) {
      const { page, problems } = await openPage(browser, 1280, { colorScheme: scheme })
      await new DashboardPage(page, demo.url).logIn(demo.admin)
      await page.evaluate(`localStorage.setItem("lng", "${language}"); document.cookie = "lng=${language}; path=/"`)
      for (const shown of pages) {
        await page.setViewportSize({ width: 1280, height: 900 })
        await openAdminPage(page, demo.url, shown, language)
        for (const width of chosen(WIDTHS, values.width)) {
          await page.setViewportSize({ width, height: 900 })
          await page.waitForTimeout(300)
          const { faults, height } = await layoutOf(page, language)
          // The rules are the same for each width and language.
          const barriers = width === 1280 && language === "en" ? await barriersOf(page, shown) : []
          const picture = `${shown.name}-${String(width)}-${scheme}-${language}`
          await page.setViewportSize({ width, height: Math.max(900, Math.min(height + 120, TALLEST)) })
          await page.screenshot({ path: path.join(folder, `${picture}.png`) })
          for (const said of [...faults, ...barriers, ...problems.splice(0)]) process.stdout.write(`${picture}: ${said}\n`)
        }
      }
      await page.context().close()
    }
  }
  await browser.close()
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`)
  process.exitCode = 1
})
