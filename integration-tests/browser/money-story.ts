import type { Page } from "playwright-core"

import { INVARIANT_IDS } from "../../src/domain/doctor/invariants"
import type { AdminAffiliatePayoutListResponse } from "../../src/types"
import { affiliateWithMoney } from "./affiliate"
import { DashboardPage } from "./dashboard-page"
import type { Demo } from "./demo"
import { eventually } from "./eventually"
import { type Client, strangerOf } from "./http"
import { type Explanation, orderByToken } from "./order"

export interface Stage {
  demo: Demo
  admin: Client
  page: Page
  /** Makes names and addresses of this run its own. */
  unique: string
  /** `YYYY-MM`, so many months back. */
  month: (back: number) => string
}

/** What a merchant does with affiliates' money, in the dashboard. Called inside a `describe` whose page is logged in. */
export function tellMoneyStory(stage: () => Stage): void {
  const dashboard = (): DashboardPage => new DashboardPage(stage().page, stage().demo.url)

  it("gives an order to another affiliate, and sees what was taken back and earned", async () => {
    const { demo, admin, page, unique } = stage()
    const { click } = await strangerOf(demo)<{ click: { token: string } }>("/store/affiliate-clicks", { url: demo.affiliate_link })
    const shopper = { first_name: "Gina", last_name: "Given", email: `gina-${unique}@example.com` }
    const orderId = await orderByToken(demo, shopper, click.token)
    const explain = () => admin<Explanation>(`/admin/orders/${orderId}/affiliate`)
    await eventually(explain, ({ outcome }) => outcome === "attributed")

    await dashboard().open(`/orders/${orderId}`)
    const section = dashboard().section("Affiliate")
    await section.getByRole("button").first().click()
    await page.getByRole("menuitem", { name: "Give to another affiliate…" }).click()
    await dashboard().choose("Affiliate", "Chloé")
    await dashboard().fill({ Reason: "She served her in the shop" })
    await page.getByRole("button", { name: "Give the order" }).click()
    await dashboard().toast("The order was reassigned.")
    await section.getByText("She served her in the shop").first().waitFor()

    const { reason, commissions } = await explain()
    expect(reason).toBe("manual")
    const [earned, ...moved] = commissions
    expect(moved.map(({ kind }) => kind)).toEqual(["reassign", "reassign"])
    expect(moved.map(({ amount }) => amount)).toEqual([`-${earned?.amount}`, earned?.amount])
  })

  it("asks what last month would have paid at another rate, and nothing is changed by asking", async () => {
    const { demo, page, month } = stage()
    await dashboard().open(`/affiliates/periods/${month(1)}?program_id=${demo.program_id}`)
    await page.getByRole("button", { name: "What if…" }).click()
    await dashboard().fill({ "Commission (percent)": "20" })
    await page.getByRole("button", { name: "Calculate" }).click()
    await page.getByText("Recalculated", { exact: true }).first().waitFor()
    await page.getByRole("dialog").getByText("Anna Lindqvist", { exact: false }).first().waitFor()
    await page.getByRole("button", { name: "Close", exact: true }).last().click()
  })

  it("pays affiliates out, settles one payout and takes another back", async () => {
    const { demo, admin, page } = stage()
    for (const name of ["Mona", "Milo"]) await affiliateWithMoney(stage(), name)
    await dashboard().open("/affiliates/payouts")
    await page.getByRole("link", { name: "Create payouts" }).click()
    await dashboard().choose("Program", "Demo shop affiliates")
    await page
      .getByText(/Create \d+ payouts?, /)
      .first()
      .waitFor()
    await page.getByRole("dialog").getByRole("button", { name: "Create payouts" }).click()
    await dashboard().toast("created.")

    const processing = () =>
      admin<AdminAffiliatePayoutListResponse>(`/admin/affiliate-payouts?program_id=${demo.program_id}&status=processing&limit=100`)
    const { affiliate_payouts: payouts } = await processing()
    expect(payouts.length).toBeGreaterThan(1)
    await page.getByText("To pay", { exact: true }).first().waitFor()

    await page
      .getByRole("row", { name: /To pay/ })
      .first()
      .getByRole("button")
      .click()
    await page.getByRole("menuitem", { name: "Mark as paid" }).click()
    await dashboard().fill({ "Reference (optional)": "SEPA 17" })
    await page.getByRole("dialog").getByRole("button", { name: "Mark as paid" }).click()
    await dashboard().toast("is paid.")

    await page
      .getByRole("row", { name: /To pay/ })
      .first()
      .getByRole("button")
      .click()
    await page.getByRole("menuitem", { name: "Mark as failed" }).click()
    await dashboard().fill({ Reason: "The account was closed" })
    await page.getByRole("dialog").getByRole("button", { name: "Mark as failed" }).click()
    await dashboard().toast("has failed.")
    expect((await processing()).affiliate_payouts).toHaveLength(payouts.length - 2)
  })

  it("proves that all is well", async () => {
    const { page } = stage()
    await dashboard().open("/affiliates/health")
    await page.getByText("All is well.").waitFor()
    expect(await page.getByText("OK", { exact: true }).count()).toBe(3)
    for (let area = 0; area < 3; area++)
      await page
        .getByRole("button", { name: /Show \d+ rules/ })
        .first()
        .click()
    await page.getByText("No order is in quarantine.").waitFor()
    expect(await page.getByText("OK", { exact: true }).count()).toBe(3 + INVARIANT_IDS.length)
  })
}
