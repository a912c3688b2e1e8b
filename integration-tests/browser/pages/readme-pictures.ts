import path from "node:path"
import type { Page } from "playwright-core"

import type { DemoFile } from "../demo"
import type { Client } from "../http"
import { openAdminPage } from "./findings"

const IMAGES = path.resolve(__dirname, "..", "..", "..", "docs", "images")

/** Renews the pictures of the documents. */
export async function takeReadmePictures(page: Page, demo: DemoFile, admin: Client): Promise<void> {
  const save = (name: string) => page.screenshot({ path: path.join(IMAGES, `${name}.png`) })
  await page.setViewportSize({ width: 1280, height: 1000 })
  await openAdminPage(page, demo.url, { name: "overview", path: `/affiliates?range=90_days&program_id=${demo.program_id}&interval=week` })
  await save("overview")

  const { affiliates } = await admin<{ affiliates: { id: string }[] }>(`/admin/affiliates?q=${encodeURIComponent(demo.affiliate.email)}`)
  const statementsPath = `/admin/affiliates/${affiliates[0]?.id ?? ""}/statements`
  const { statements } = await admin<{ statements: Record<string, string>[] }>(`${statementsPath}?limit=100`)
  const month = statements.find(({ status, currency_code }) => status === "closed" && currency_code === "eur")
  await page.setViewportSize({ width: 1280, height: 1100 })
  await page.goto(`${demo.url}${statementsPath}/${month?.period ?? ""}.html?currency_code=eur`)
  await save("statement")
}
