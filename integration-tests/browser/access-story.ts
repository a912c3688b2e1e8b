import type { Page } from "playwright-core"

import { DashboardPage } from "./dashboard-page"
import type { Stage } from "./money-story"
import { openPage } from "./page"
import { type AdminPage, adminPages } from "./pages/admin-pages"
import { openAdminPage } from "./pages/findings"

/** A page of each kind: lists, records, and those made of sections. */
const SHOWN = [
  "overview",
  "list",
  "affiliate-performance",
  "program",
  "program-rules",
  "commissions",
  "clicks",
  "period-open",
  "pay-run",
  "health",
]

/** Ways to our pages, and what somebody sees there who may not. Called inside a `describe` whose page is logged in. */
export function tellAccessStory(stage: () => Pick<Stage, "demo" | "admin" | "page">): void {
  const dashboard = () => new DashboardPage(stage().page, stage().demo.url)

  it.each([
    ["list", /\/affiliates\/aff_/],
    ["programs", /\/affiliates\/programs\/affprog_/],
    ["groups", /\/affiliates\/groups\/affgroup_/],
    ["periods", /\/affiliates\/periods\/\d{4}-\d\d/],
    ["payouts", /\/affiliates\/payouts\?payout=affpay_/],
    ["payouts/runs", /\/affiliates\/payouts\/runs\/affrun_/],
    ["commissions?range=year", /\/orders\/order_/],
    ["referrals?range=year", /\/(customers|orders)\//],
  ])("opens a row of %s with Enter, and with the middle button in another tab", async (list, opened) => {
    const { page } = stage()
    await dashboard().open(`/affiliates/${list}`)
    const row = page.locator("tbody tr").first()
    await row.locator("a[data-row-link]").waitFor()
    const [tab] = await Promise.all([
      page.context().waitForEvent("page"),
      row
        .locator("td")
        .nth(2)
        .click({ button: "middle", position: { x: 2, y: 2 } }),
    ])
    await tab.waitForURL(opened)
    await tab.close()
    await row.locator("a[data-row-link]").focus()
    await page.keyboard.press("Enter")
    await page.waitForURL(opened)
  })

  it("jumps to our pages from the dashboard's search, and by keys", async () => {
    const { page } = stage()
    await dashboard().open("/orders")
    await page.getByRole("button", { name: "Search" }).click()
    await page.getByPlaceholder("Jump to or find anything...").or(page.getByRole("combobox")).first().fill("affiliates: pay")
    await page.getByRole("option", { name: "Affiliates: Payouts" }).waitFor()
    await page.keyboard.press("Enter")
    await page.waitForURL(/\/app\/affiliates\/payouts$/)
    await page.locator("main").getByRole("heading", { name: "Payouts" }).waitFor()
    for (const key of ["g", "f", "h"]) await page.keyboard.press(key)
    await page.waitForURL(/\/app\/affiliates\/health$/)
  })

  describe("whose role has none of our policies", () => {
    const message = "Insufficient permissions. Required policies: affiliate_program:read"
    let page: Page

    beforeAll(async () => {
      const { demo, page: merchant } = stage()
      const browser = merchant.context().browser()
      if (!browser) throw new Error("The page has no browser")
      ;({ page } = await openPage(browser))
      await new DashboardPage(page, demo.url).logIn(demo.admin)
      // Which routes answer so is for the tests of the API: there the roles are real.
      await page.route(/\/admin\/(?:affiliate|.*\/affiliate)/, (route) =>
        route.fulfill({ status: 403, json: { type: "forbidden", message } })
      )
    })
    afterAll(() => page.context().close())

    const ours = ({ path }: AdminPage): boolean => path.startsWith("/affiliates")

    it("reads on every page which one to ask for, and sees no data", async () => {
      const { demo, admin } = stage()
      const found: Record<string, string> = {}
      const pages = (await adminPages(demo, admin)).filter((one) => SHOWN.includes(one.name))
      for (const one of pages) {
        await openAdminPage(page, demo.url, one)
        const main = page.locator("main")
        await main.getByText("You may not see this").first().waitFor()
        const text = await main.innerText()
        if (!text.includes("Ask an administrator for a role with this permission: affiliate_program:read.")) found[one.name] = text
        expect([one.name, await main.getByRole("button", { name: "Try again" }).count(), await main.locator("tbody tr").count()]).toEqual([
          one.name,
          0,
          0,
        ])
        expect(text).not.toContain("@")
      }
      expect(found).toEqual({})
      expect(pages.map(({ name }) => name).sort()).toEqual([...SHOWN].sort())
    }, 300_000)

    it("finds nothing of ours on Medusa's pages", async () => {
      const { demo, admin } = stage()
      for (const { path, name } of (await adminPages(demo, admin)).filter((one) => !ours(one))) {
        await openAdminPage(page, demo.url, { path, name })
        await page.getByRole("heading", { name: "JSON" }).waitFor()
        const headings = await page.locator("main").getByRole("heading").allInnerTexts()
        expect([
          name,
          headings.filter((heading) => /^(Referred by|Affiliate|Affiliate programs|Affiliate's promo code)$/.test(heading)),
        ]).toEqual([name, []])
      }
    })
  })
}
