import { readFileSync } from "node:fs"
import type { Locator } from "playwright-core"

import type { AdminAffiliatePayoutListResponse } from "../../src/types"
import { affiliateWithMoney, type Affiliate } from "./affiliate"
import { DashboardPage } from "./dashboard-page"
import { type Client, registerCustomer } from "./http"
import type { Stage } from "./money-story"

/** How a merchant pays a round of payouts from one page. Called inside a `describe` whose page is logged in. */
export function tellPayRunStory(stage: () => Stage): void {
  const dashboard = (): DashboardPage => new DashboardPage(stage().page, stage().demo.url)
  const dialog = (): Locator => stage().page.getByRole("dialog")
  const program = (): string => `Run ${stage().unique}`
  let programId: string
  let rosa: Affiliate
  let rob: Affiliate

  async function join(admin: Client, first_name: string): Promise<Affiliate> {
    const { demo, unique } = stage()
    const customer = { first_name, last_name: "Runner", email: `${first_name.toLowerCase()}-${unique}@example.com` }
    const { id: customer_id } = await registerCustomer(demo, customer)
    const { affiliate } = await admin<{ affiliate: { id: string } }>("/admin/affiliates", { program_id: programId, customer_id })
    await admin(`/admin/affiliates/${affiliate.id}/adjustments`, { amount: "12.50", currency_code: "eur", reason: "A poster" })
    return { id: affiliate.id, name: `${first_name} Runner` }
  }

  const payoutsOf = async (admin: Client, { id }: Affiliate) =>
    (await admin<AdminAffiliatePayoutListResponse>(`/admin/affiliate-payouts?affiliate_id=${id}`)).affiliate_payouts

  async function saved(press: () => Promise<void>): Promise<{ name: string; text: string }> {
    const [download] = await Promise.all([stage().page.waitForEvent("download"), press()])
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "latin1") }
  }

  /** Takes an item of the menu on a month's page. */
  async function menu(item: string): Promise<void> {
    const { page } = stage()
    await page.getByRole("button", { name: "What if…" }).locator("xpath=preceding::button[1]").click()
    await page.getByRole("menuitem", { name: item, exact: true }).click()
  }

  it("sees who lacks details before paying, fills them in right there, and pays both", async () => {
    const { admin, page } = stage()
    const { affiliate_program } = await admin<{ affiliate_program: { id: string } }>("/admin/affiliate-programs", {
      ...{
        name: program(),
        site_url: "https://run.example.com",
        commission_percent: 10,
        payout_method: "paypal",
        timezone: "Pacific/Auckland",
      },
    })
    programId = affiliate_program.id
    rosa = await join(admin, "Rosa")
    rob = await join(admin, "Rob")
    await admin(`/admin/affiliates/${rob.id}/payout-method`, { method: "paypal", details: { email: "rob@example.com" } })

    await dashboard().open(`/affiliates/payouts/create?program_id=${programId}`)
    await dialog().getByText("PayPal: no payout details given.").waitFor()
    await dialog().getByRole("link", { name: "Add details" }).click()
    await dashboard().fill({ "E-mail": "rosa@example.com" })
    await dashboard().save()
    await dialog().getByText("Create 2 payouts, €25.00.").waitFor()
    await dialog().getByRole("button", { name: "Create payouts" }).click()
    await page.waitForURL(/\/affiliates\/payouts\/runs\/affrun_/)
    await page.getByRole("heading", { name: new RegExp(`^Pay run \\d+, ${program()}$`) }).waitFor()
  })

  it("downloads the file of the run, and marks exactly its payouts as paid", async () => {
    const { admin, page } = stage()
    const files = dashboard().section("Files")
    await files.getByText("2 payouts, €25.00").waitFor()
    const { name, text } = await saved(() => files.getByRole("button", { name: "Download" }).click())
    expect(name).toMatch(/^payouts-paypal-.*\.csv$/)
    expect(text.trim().split("\r\n")).toHaveLength(2)
    await files.getByText("2 of them stood in a file before.").waitFor()
    await files.getByRole("button", { name: "Mark these 2 payouts as paid" }).click()
    await dialog().getByText("2 payouts", { exact: true }).waitFor()
    await dialog().getByText("€25.00").waitFor()
    await dashboard().fill({ "Reference (optional)": `PayPal mass payment of the whole month ${stage().unique}` })
    await dialog().getByRole("button", { name: "Mark as paid" }).click()
    await dashboard().toast("2 payouts are paid.")
    await files.waitFor({ state: "detached" })
    const ended = await Promise.all([rosa, rob].map((affiliate) => payoutsOf(admin, affiliate)))
    expect(ended.flat().map(({ status }) => status)).toEqual(["paid", "paid"])

    await page.getByRole("row", { name: /Rosa Runner/ }).click()
    await dialog().getByText(`PayPal mass payment of the whole month ${stage().unique}`).waitFor()
    await dialog().getByText("ro**@example.com", { exact: false }).or(dialog().getByText("Goes to")).first().waitFor()
  })

  it("finds a payout by its reference and by a name", async () => {
    const { page, unique } = stage()
    for (const q of [`whole month ${unique}`, "rosa runner"]) {
      await dashboard().open(`/affiliates/payouts?q=${encodeURIComponent(q)}`)
      await page.getByRole("row", { name: /Rosa Runner/ }).waitFor()
    }
  })

  it("suspends an affiliate, reads what becomes of the money, and pays it all the same", async () => {
    const { admin, page } = stage()
    const sue = await affiliateWithMoney(stage(), "Sue")
    await admin(`/admin/affiliates/${sue.id}`, { status: "suspended", reason: "Spam" })
    await dashboard().open(`/affiliates/${sue.id}?tab=payouts`)
    await page.getByRole("link", { name: "Pay out" }).click()
    await dialog().getByText("Create 1 payout, €30.00.").waitFor()
    await dialog().getByRole("button", { name: "Create payouts" }).click()
    await page.waitForURL(/\/affiliates\/payouts\/runs\/affrun_/)
    expect((await payoutsOf(admin, sue)).map(({ amount, status }) => [amount, status])).toEqual([["30.00", "processing"]])
  })

  it("opens a month without a program and chooses one; what cannot be closed says why", async () => {
    const { demo, page, month } = stage()
    await dashboard().open(`/affiliates/periods/${month(1)}`)
    await page.getByRole("link", { name: "Demo shop affiliates" }).click()
    await page.waitForURL(new RegExp(`program_id=${demo.program_id}`))
    await dashboard().open(`/affiliates/periods/2020-01?program_id=${programId}`)
    const close = page.getByRole("button", { name: "Close month" })
    expect(await close.isDisabled()).toBe(true)
    await close.hover({ force: true })
    await page
      .getByText(/^The program had not begun\. Its first month is /)
      .first()
      .waitFor()
  })

  it("takes the statements of a closed month as one file, and as one list", async () => {
    const { demo, month } = stage()
    await dashboard().open(`/affiliates/periods/${month(1)}?program_id=${demo.program_id}`)
    const zip = await saved(() => menu("All statements (ZIP)"))
    expect([zip.name, zip.text.slice(0, 2)]).toEqual([`statements-${month(1)}.zip`, "PK"])
    const csv = await saved(() => menu("For the accountant (CSV)"))
    expect(csv.text).toContain("number,period,affiliate_code")
    expect(csv.text.trim().split("\r\n").length).toBeGreaterThan(2)
  })

  it("mails the statements of a closed month, each once", async () => {
    const { demo, admin, page, month } = stage()
    const mails = async () => {
      const { notifications } = await admin<{ notifications: { template: string }[] }>(
        "/admin/notifications?limit=500&order=-created_at&fields=template"
      )
      return notifications.filter(({ template }) => template === "affiliate-statement-sent").length
    }
    const before = await mails()
    await dashboard().open(`/affiliates/periods/${month(1)}?program_id=${demo.program_id}`)
    await menu("Send by e-mail")
    const said = page.getByText(/^\d+ statements? (?:was|were) sent\.$/)
    await said.or(page.getByText("All statements of this month were sent before.")).first().waitFor()
    const sent = (await said.count()) > 0 ? Number.parseInt((await said.first().textContent()) ?? "", 10) : 0
    expect(await mails()).toBe(before + sent)
    await page.reload()
    await menu("Send by e-mail")
    await page
      .getByText("All statements of this month were sent before.")
      .or(page.getByText(/^\d+ statements? (?:was|were) left out/))
      .first()
      .waitFor()
    expect(await mails()).toBe(before + sent)
  })
}
