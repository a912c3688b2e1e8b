import { instantsOf } from "../../src/domain/statistics/range"
import { totalsOf } from "../../src/domain/statistics/figures"
import type {
  AdminAffiliateClickListResponse,
  AdminAffiliateCommission,
  AdminAffiliateCommissionListResponse,
  AdminAffiliateListResponse,
  AdminAffiliateReferralListResponse,
  AdminAffiliateTasksResponse,
} from "../../src/types"
import { DashboardPage } from "./dashboard-page"
import type { Stage } from "./money-story"

const ZONE = "Europe/Berlin"

/** How a merchant sees their program, in the dashboard. Called inside a `describe` whose page is logged in. */
export function tellOverviewStory(stage: () => Stage): void {
  const dashboard = (): DashboardPage => new DashboardPage(stage().page, stage().demo.url)
  const tile = (label: string) => stage().page.getByRole("link", { name: new RegExp(`^${label}: `) })
  const figure = async (label: string) => ((await tile(label).getAttribute("aria-label")) ?? "").replace(`${label}: `, "")
  const money = (amount: string, currency: string) =>
    new Intl.NumberFormat("en-US", { style: "currency", currency }).format(amount as `${number}`)

  /** What the rows of last month add up to, by the routes that the lists read; of all affiliates, or of one. */
  async function lastMonth(affiliateId?: string) {
    const { admin, demo, month } = stage()
    const [from, to] = [`${month(1)}-01`, new Date(Date.parse(`${month(0)}-01`) - 1).toISOString().slice(0, 10)]
    const { starts_at, ends_at } = instantsOf({ from, to }, ZONE)
    const own = `program_id=${demo.program_id}${affiliateId ? `&affiliate_id=${affiliateId}` : ""}`
    const between = (time: string) => `${own}&${time}[gte]=${starts_at}&${time}[lt]=${ends_at}&limit=100`
    const commissions = async (filter = ""): Promise<AdminAffiliateCommission[]> => {
      const rows: AdminAffiliateCommission[] = []
      for (let count = 1; rows.length < count; ) {
        const path = `/admin/affiliate-commissions?${between("occurred_at")}${filter}&offset=${String(rows.length)}`
        const page = await admin<AdminAffiliateCommissionListResponse>(path)
        rows.push(...page.affiliate_commissions)
        count = page.count
        if (count === 0) break
      }
      return rows
    }
    const first = new Set((await commissions("&first_of_order=true")).map(({ id }) => id))
    const figures = (await commissions()).map(({ id, currency_code, expense_amount, amount }) => {
      const orders = Number(first.has(id))
      return { clicks: 0, referrals: 0, orders, currencies: [{ currency_code, orders, expense_amount, commission_amount: amount }] }
    })
    const { count: referrals } = await admin<AdminAffiliateReferralListResponse>(`/admin/affiliate-referrals?${between("started_at")}`)
    const { count: clicks } = await admin<AdminAffiliateClickListResponse>(`/admin/affiliate-clicks?${between("occurred_at")}`)
    return { ...totalsOf(figures), referrals, clicks }
  }

  async function expectTiles(of: Awaited<ReturnType<typeof lastMonth>>): Promise<void> {
    const eur = of.currencies.find(({ currency_code }) => currency_code === "eur")
    if (!eur) throw new Error("Nobody has ordered in euro")
    const shown = async (...labels: string[]) =>
      Object.fromEntries(await Promise.all(labels.map(async (label) => [label, await figure(label)])))
    expect(await shown("Clicks", "New referrals", "Orders", "Sales", "Commission", "Commission in percent of sales")).toEqual({
      ...{ Clicks: String(of.clicks), "New referrals": String(of.referrals), Orders: String(eur.orders) },
      ...{ Sales: money(eur.expense_amount, "eur"), Commission: money(eur.commission_amount, "eur") },
      "Commission in percent of sales": `${String(Number(eur.cost_percent))}%`,
    })
  }

  it("sees last month's figures, each the sum of its rows and a link to them", async () => {
    const { demo, page } = stage()
    await dashboard().open(`/affiliates?range=last_month&program_id=${demo.program_id}&currency_code=eur`)
    await tile("Clicks").waitFor()
    await expectTiles(await lastMonth())
    const range = `range=last_month&program_id=${demo.program_id}`
    const links = await page
      .locator("main")
      .getByRole("link")
      .evaluateAll((all) => all.map((one) => (one as unknown as { getAttribute(name: string): string | null }).getAttribute("href")))
    for (const expected of [`clicks?${range}`, `referrals?${range}`, `commissions?${range}&currency_code=eur&first_of_order=true`]) {
      expect(links).toContain(`/app/affiliates/${expected}`)
    }
  })

  it("lists behind the number of orders as many rows as it says", async () => {
    const { page } = stage()
    const orders = await figure("Orders")
    await tile("Orders").click()
    await page.getByText(`of ${orders} results`).waitFor()
    await page.getByRole("button", { name: /^Rows/ }).or(page.getByText("First of each order")).first().waitFor()
    await page.goBack()
    await tile("Clicks").waitFor()
  })

  it("reads the chart as a table, which adds up to the tile", async () => {
    const { page } = stage()
    for (const [name, label] of [
      ["Clicks", "Clicks"],
      ["Orders", "Orders"],
    ] as const) {
      await page.getByRole("combobox", { name: "Figure" }).click()
      await page.getByRole("option", { name, exact: true }).click()
      const table = page.getByRole("table", { name: `${name} over time` })
      await table.waitFor({ state: "attached" })
      const cells = await table.locator("td").allTextContents()
      expect(cells.length).toBeGreaterThanOrEqual(28)
      expect(cells.reduce((sum, text) => sum + Number(text.replaceAll(",", "")), 0)).toBe(Number((await figure(label)).replaceAll(",", "")))
    }
  })

  it("sees one affiliate's figures of last month on their page, each the sum of their rows", async () => {
    const { admin, demo, page } = stage()
    const { affiliates } = await admin<AdminAffiliateListResponse>(
      `/admin/affiliates?q=${encodeURIComponent(demo.affiliate.email)}&program_id=${demo.program_id}`
    )
    const id = affiliates[0]?.id ?? ""
    await dashboard().open(`/affiliates/${id}?tab=performance&range=last_month&currency_code=eur`)
    await page.getByRole("heading", { name: "Performance" }).waitFor()
    await tile("Clicks").waitFor()
    await expectTiles(await lastMonth(id))
    await page.getByRole("combobox", { name: "Figure" }).click()
    await page.getByRole("option", { name: "Commission", exact: true }).click()
    const table = page.getByRole("table", { name: "Commission over time" })
    await table.waitFor({ state: "attached" })
    const cents = (text: string) => Math.round(Number(text.replace(/[^\d.-]/g, "")) * 100)
    const cells = await table.locator("td").allTextContents()
    expect(cells.reduce((sum, text) => sum + cents(text), 0)).toBe(cents(await figure("Commission")))
  })

  it("chooses another range and another currency, and the page's address keeps them", async () => {
    const { page } = stage()
    await page.getByRole("combobox", { name: "Range" }).click()
    await page.getByRole("option", { name: "Last 90 days" }).click()
    await page.waitForURL(/range=90_days/)
    await page.reload()
    await tile("Clicks").waitFor()
    expect(await page.getByRole("combobox", { name: "Range" }).textContent()).toBe("Last 90 days")
    await page.getByRole("combobox", { name: "Range" }).click()
    await page.getByRole("option", { name: "Own range" }).click()
    await page.waitForURL(/range=own&.*from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d|from=.*range=own/)
    await tile("Clicks").waitFor()
  })

  it("sees what is to be done, and goes there", async () => {
    const { admin, page } = stage()
    await dashboard().open("/affiliates")
    const { affiliate_tasks: tasks } = await admin<AdminAffiliateTasksResponse>("/admin/affiliate-tasks")
    const section = dashboard().section("To do")
    await section.getByRole("link").nth(1).waitFor()
    const { next_period } = tasks
    if (!next_period) throw new Error("No month is open")
    const link = section.getByRole("link", { name: next_period.program_name })
    for (const { amount, currency_code } of next_period.totals) {
      expect(await link.textContent()).toContain(money(amount, currency_code))
    }
    await link.click()
    await page.waitForURL(new RegExp(`/affiliates/periods/${next_period.period}`))
  })

  it.each([1280, 768, 390])("has room at a width of %s", async (width) => {
    const { page } = stage()
    await page.setViewportSize({ width, height: 900 })
    await dashboard().open("/affiliates?range=90_days")
    await tile("Clicks").waitFor()
    await page.getByRole("heading", { name: "Top pages" }).waitFor()
    const { scrollWidth, clientWidth } = await page.evaluate<Record<"scrollWidth" | "clientWidth", number>>(
      "({ scrollWidth, clientWidth } = document.documentElement, { scrollWidth, clientWidth })"
    )
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth)
    await page.setViewportSize({ width: 1280, height: 900 })
  })

  it("a section that cannot be loaded says so, and loads when it is tried again", async () => {
    const { page } = stage()
    const path = "**/admin/affiliate-tasks*"
    await page.route(path, (route) => route.fulfill({ status: 200, contentType: "application/json", body: "this is no JSON" }))
    await dashboard().open("/affiliates")
    const section = dashboard().section("To do")
    await section.getByRole("button", { name: "Try again" }).waitFor({ timeout: 30_000 })
    await page.unroute(path)
    await section.getByRole("button", { name: "Try again" }).click()
    await section.getByRole("button", { name: "Try again" }).waitFor({ state: "hidden" })
  })
}
