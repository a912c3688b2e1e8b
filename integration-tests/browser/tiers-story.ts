import type { Locator } from "playwright-core"

import type { AdminAffiliateProgramResponse, AdminOrderAffiliateResponse } from "../../src/types"
import { DashboardPage } from "./dashboard-page"
import { eventually } from "./eventually"
import { registerCustomer, strangerOf } from "./http"
import type { Stage } from "./money-story"
import { orderByToken } from "./order"

/** How a merchant pays more from a threshold on and for new customers, and no more than a limit. Called inside a `describe` whose page is logged in. */
export function tellTiersStory(stage: () => Stage): void {
  const dashboard = (): DashboardPage => new DashboardPage(stage().page, stage().demo.url)
  const tiers = (): Locator => stage().page.getByRole("group", { name: "Tiers", exact: true })
  const limits = (): Locator => stage().page.getByRole("group", { name: "Limit per affiliate and month" })
  const budget = (): Locator => stage().page.getByRole("group", { name: "Budget per month" })
  const welcome = (): Locator => stage().page.getByRole("group", { name: "Welcome bonus" })
  const bonuses = (): Locator => stage().page.getByRole("group", { name: "Bonus per new customer" })
  let programId: string

  beforeAll(async () => {
    const { admin, unique } = stage()
    const { affiliate_program } = await admin<AdminAffiliateProgramResponse>("/admin/affiliate-programs", {
      ...{ name: `Tiers ${unique}`, site_url: `https://tiers-${unique}.example.com`, commission_percent: 10, timezone: "Europe/Berlin" },
    })
    programId = affiliate_program.id
  })

  const program = async () =>
    (await stage().admin<AdminAffiliateProgramResponse>(`/admin/affiliate-programs/${programId}`)).affiliate_program

  it("adds a tier, a bonus and a limit in the program's form, and reads what is wrong and what becomes of the rate", async () => {
    const { page } = stage()
    await dashboard().open(`/affiliates/programs/${programId}/edit`)
    await tiers().getByRole("button", { name: "Add a tier" }).click()
    await tiers().getByLabel("From expenses of").fill("0")
    await tiers().getByLabel("Raise (percent)").fill("20")
    await tiers().getByText("Raises 10% to 12%.").waitFor()
    await dashboard().choose("Currency", "EUR", tiers())
    await dashboard().save()
    await tiers().getByText("must be an amount above 0").waitFor()
    await tiers().getByLabel("From expenses of").fill("5.00")
    await limits().getByRole("button", { name: "Add a limit" }).click()
    await dashboard().choose("Currency", "EUR", limits())
    await limits().getByLabel("Amount").fill("0.50")
    await budget().getByRole("button", { name: "Add a budget" }).click()
    await dashboard().choose("Currency", "EUR", budget())
    await budget().getByLabel("Amount").fill("100")
    await bonuses().getByRole("button", { name: "Add a bonus" }).click()
    await dashboard().choose("Currency", "EUR", bonuses())
    await bonuses().getByLabel("Amount").fill("0")
    await dashboard().save()
    await bonuses().getByText("Enter an amount other than 0.").waitFor()
    await bonuses().getByLabel("Amount").fill("1.25")
    await welcome().getByRole("button", { name: "Add a bonus" }).click()
    await dashboard().choose("Currency", "EUR", welcome())
    await welcome().getByLabel("Amount").fill("2")
    await dashboard().save()
    await page.getByText("From €5.00: +20%").waitFor()
    await page.getByText("In the month · The whole month").waitFor()
    const { commission_tiers, affiliate_month_limits, month_budgets, new_customer_bonuses, welcome_bonuses } = await program()
    expect({ commission_tiers, affiliate_month_limits, month_budgets, new_customer_bonuses, welcome_bonuses }).toEqual({
      commission_tiers: {
        ...{ measure: "expenses", span: "month", scope: "whole", after_refund: "recompute" },
        tiers: [{ currency_code: "eur", threshold: "5.00", raise_percent: "20" }],
      },
      affiliate_month_limits: { eur: "0.50" },
      month_budgets: { eur: "100.00" },
      new_customer_bonuses: { eur: "1.25" },
      welcome_bonuses: { eur: "2.00" },
    })
  })

  it("sees in the open month what they make of it", async () => {
    const { page, demo, admin, unique, month } = stage()
    const owner = { first_name: "Thea", last_name: "Tier", email: `thea-${unique}@example.com` }
    const { id: customer_id } = await registerCustomer(demo, owner)
    const { affiliate } = await admin<{ affiliate: { link: string } }>("/admin/affiliates", { program_id: programId, customer_id })
    const { click } = await strangerOf(demo)<{ click: { token: string } }>("/store/affiliate-clicks", { url: affiliate.link })
    const orderId = await orderByToken(demo, { first_name: "Bo", last_name: "Buyer", email: `bo-${unique}@example.com` }, click.token)
    await eventually(
      () => admin<AdminOrderAffiliateResponse>(`/admin/orders/${orderId}/affiliate`),
      ({ outcome }) => outcome === "attributed"
    )
    await dashboard().open(`/affiliates/periods/${month(0)}?program_id=${programId}`)
    const section = dashboard().section("Tiers, bonuses and limits")
    await section.getByText("Tier from €5.00").waitFor()
    await section.getByText("1 new customer, €1.25 each").waitFor()
    await section.getByText("Welcome bonus of €2.00").waitFor()
    await section.getByText("Limit of €0.50").waitFor()
    await section.getByText("Thea Tier").first().waitFor()
    await page.getByText("€0.50").first().waitFor()
  })
}
