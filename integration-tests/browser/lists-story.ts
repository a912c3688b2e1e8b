import type { Page } from "playwright-core"

import type { AdminAffiliateCommissionTotalsResponse } from "../../src/types"
import { DashboardPage } from "./dashboard-page"
import type { Demo } from "./demo"
import type { Client } from "./http"

interface Story {
  demo: Demo
  admin: Client
  page: Page
}

/** The lists of commissions, clicks and referrals, and what holds for every table. */
export function tellListsStory(story: () => Story): void {
  const dashboard = () => new DashboardPage(story().page, story().demo.url)
  const rowCount = () => story().page.locator("tbody tr").count()
  const shown = async () =>
    Number(
      /of (\d+) results/.exec(
        await story()
          .page.getByText(/of \d+ results/)
          .innerText()
      )?.[1]
    )
  const YEAR = "range=year"

  it("adds up the commissions of the year, and opens the order that explains one", async () => {
    const { admin, page } = story()
    const year = String(new Date().getUTCFullYear())
    await dashboard().open(`/affiliates/commissions?range=own&from=${year}-01-01&to=${year}-12-31`)
    await page.locator("tbody tr").first().waitFor()
    const { totals } = await admin<AdminAffiliateCommissionTotalsResponse>(
      `/admin/affiliate-commissions/totals?occurred_at[gte]=${String(Number(year) - 1)}-12-31T23:00:00Z`
    )
    const sums = await page.getByRole("group", { name: "Sums of all pages" }).innerText()
    expect(totals.length).toBeGreaterThan(1)
    for (const { currency_code, amount, order_count } of totals) {
      const money = new Intl.NumberFormat("en-US", { style: "currency", currency: currency_code }).format(Number(amount))
      expect(sums).toContain(currency_code.toUpperCase())
      expect(sums).toContain(money)
      expect(sums).toContain(String(order_count))
    }
    expect(await shown()).toBe(totals.reduce((count, { commission_count }) => count + commission_count, 0))

    await page.locator("tbody tr").first().locator("a").first().focus()
    await page.keyboard.press("Enter")
    await page.waitForURL(/\/app\/orders\/order_/)
    await page.getByRole("heading", { name: "Affiliate", exact: true }).first().waitFor()
  })

  it("opens a row in a new tab with the middle button", async () => {
    const { page } = story()
    await dashboard().open(`/affiliates/commissions?${YEAR}`)
    const cell = page.locator("tbody tr").first().locator("td").last()
    await cell.waitFor()
    const [tab] = await Promise.all([page.context().waitForEvent("page"), cell.click({ button: "middle" })])
    await tab.waitForURL(/\/app\/orders\/order_/)
    await tab.close()
    expect(page.url()).toContain("/affiliates/commissions")
  })

  it("filters by several values, and an unset filter is none", async () => {
    const { page } = story()
    await dashboard().open(`/affiliates/commissions?${YEAR}`)
    await page.locator("tbody tr").first().waitFor()
    const all = await shown()
    const of = async (kind: unknown): Promise<number> => {
      await dashboard().open(`/affiliates/commissions?${YEAR}&kind=${encodeURIComponent(JSON.stringify(kind))}`)
      await page.locator("tbody tr").first().waitFor()
      return shown()
    }
    // Medusa's table writes null into the address of a filter that is open and unset.
    expect(await of(null)).toBe(all)
    const [refunds, returns] = [await of(["refund"]), await of(["return"])]
    expect([refunds, returns].every((count) => count > 0 && count < all)).toBe(true)
    expect(await of(["refund", "return"])).toBe(refunds + returns)
  })

  it("shows the clicks one by one, in groups and not recorded", async () => {
    const { page } = story()
    await dashboard().open(`/affiliates/clicks?${YEAR}`)
    await page.locator("tbody tr").first().waitFor()
    const clicks = await shown()
    await page.getByRole("tab", { name: "In groups" }).click()
    await page.waitForURL(/tab=groups/)
    await page.locator("thead th", { hasText: "Clicks" }).waitFor()
    await page.locator("tbody tr a").first().waitFor()
    const counts = await page.locator("tbody tr td:nth-child(2)").allInnerTexts()
    expect(counts.reduce((sum, text) => sum + Number(text.replaceAll(",", "")), 0)).toBe(clicks)

    await page.locator("tbody tr a").first().click()
    await page.waitForURL(/page=/)
    await page.locator("thead th", { hasText: "Outcome" }).waitFor()
    await page.locator("tbody tr a").first().waitFor()
    expect(await shown()).toBe(Number(counts[0]?.replaceAll(",", "")))

    await page.getByRole("tab", { name: "Not recorded" }).click()
    await page.getByRole("tab", { name: "Not recorded", selected: true }).waitFor()
  })

  it("lists referrals, and opens the customer", async () => {
    const { page } = story()
    await dashboard().open(`/affiliates/referrals?${YEAR}`)
    await page.locator("tbody tr").first().waitFor()
    expect(await rowCount()).toBeGreaterThan(5)
    await page.locator("tbody tr").first().locator("td").last().click()
    await page.waitForURL(/\/app\/(customers|orders)\//)
  })

  it("saves the commissions as a file", async () => {
    const { page } = story()
    await dashboard().open(`/affiliates/commissions?${YEAR}`)
    await page.locator("tbody tr").first().waitFor()
    await page.locator("button[aria-haspopup=menu]").last().click()
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: "Export (CSV)", exact: true }).click(),
    ])
    expect(file.suggestedFilename()).toMatch(/^commissions-\d{4}-\d\d-\d\d\.csv$/)
  })

  it("says that a list cannot be loaded, and loads it again", async () => {
    const { page } = story()
    const lists = ["programs", "list", "commissions", "clicks", "referrals", "periods", "payouts"] as const
    for (const list of lists) {
      let isDown = true
      const answer = { status: 200, contentType: "application/json", body: "{" }
      const route = /\/admin\/affiliate(s|-programs|-commissions|-clicks|-referrals|-periods|-payouts)\?.*offset=/
      await page.route(route, (request) => (isDown ? request.fulfill(answer) : request.continue()))
      await dashboard().open(`/affiliates/${list}?${YEAR}`)
      const again = page.getByRole("button", { name: "Try again" })
      await again.waitFor()
      expect([list, await page.getByText(/ yet$|^No clicks$/).count()]).toEqual([list, 0])
      isDown = false
      await again.click()
      await page.locator("tbody tr").first().waitFor()
      expect(await again.count()).toBe(0)
      await page.unroute(route)
    }
  })
}
