import { readFileSync } from "node:fs"
import type { Locator } from "playwright-core"

import type { AdminAffiliatePayoutListResponse, AdminAffiliatePayoutMethodListResponse } from "../../src/types"
import { type Affiliate, affiliateWithMoney } from "./affiliate"
import { DashboardPage } from "./dashboard-page"
import { type Client, customerOf } from "./http"
import type { Stage } from "./money-story"

const IBAN = "DE89370400440532013000"

/** How a merchant sets up payouts and the agreement, pays, and downloads the documents. Called inside a `describe` whose page is logged in. */
export function tellPayoutStory(stage: () => Stage): void {
  const dashboard = (): DashboardPage => new DashboardPage(stage().page, stage().demo.url)
  const dialog = (): Locator => stage().page.getByRole("dialog")
  let pia: Affiliate
  let theo: Affiliate

  /** Presses what saves a file. @returns its name and text */
  async function saved(press: () => Promise<void>): Promise<{ name: string; text: string }> {
    const [download] = await Promise.all([stage().page.waitForEvent("download"), press()])
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "latin1") }
  }

  const payoutsOf = async (admin: Client, { id }: Affiliate) =>
    (await admin<AdminAffiliatePayoutListResponse>(`/admin/affiliate-payouts?affiliate_id=${id}`)).affiliate_payouts

  it("shows a method whose provider was removed, so that the program can leave it", async () => {
    const { demo, admin, page } = stage()
    const program = `/admin/affiliate-programs/${demo.program_id}`
    const known = /\/admin\/affiliate-payout-methods(\?|$)/
    await page.route(known, async (route) => {
      const response = await route.fetch()
      const { affiliate_payout_methods } = (await response.json()) as AdminAffiliatePayoutMethodListResponse
      await route.fulfill({
        response,
        json: { affiliate_payout_methods: affiliate_payout_methods.filter(({ id }) => id !== "store_credit") },
      })
    })
    await dashboard().open(`/affiliates/programs/${demo.program_id}/edit`)
    await page.getByText("Does not work in this store now").waitFor()
    const gone = page.getByRole("checkbox", { name: "Store credit" })
    await gone.click()
    expect([await gone.isChecked(), await gone.isDisabled()]).toEqual([false, true])
    await dashboard().save()
    await dashboard().toast("The program was saved.")
    await page.unroute(known)
    expect((await admin<{ affiliate_program: object }>(program)).affiliate_program).toMatchObject({
      payout_methods: ["transfer", "paypal"],
    })
    await admin(program, { payout_methods: ["transfer", "paypal", "store_credit"] })
  })

  it("allows affiliates to choose Wise beside what they may choose already", async () => {
    const { demo, admin, page } = stage()
    await dashboard().open(`/affiliates/programs/${demo.program_id}/edit`)
    const wise = page.getByRole("checkbox", { name: "Wise" })
    await wise.waitFor()
    if (!(await wise.isChecked())) await wise.click()
    expect(await page.getByRole("checkbox", { name: "Bank transfer" }).isDisabled()).toBe(true)
    await dashboard().save()
    await dashboard().toast("The program was saved.")
    const { affiliate_program } = await admin<{ affiliate_program: object }>(`/admin/affiliate-programs/${demo.program_id}`)
    expect(affiliate_program).toMatchObject({ payout_method: "transfer", payout_methods: ["transfer", "paypal", "store_credit", "wise"] })
  })

  it("writes an agreement, and reads it as affiliates do", async () => {
    const { demo, page, unique } = stage()
    await dashboard().open(`/affiliates/programs/${demo.program_id}/agreement`)
    const text = `# Terms of ${unique}\n\n- Be **kind**.\n\n<img src=x onerror="window.agreed=1">`
    await dashboard().fill({ Text: text })
    await dashboard().save()
    await dashboard().toast("The program was saved.")

    const row = dashboard()
      .section("Agreement")
      .getByRole("row", { name: /Current/ })
    await row.getByRole("button").click()
    await page.getByRole("menuitem", { name: "Read" }).click()
    await dialog()
      .getByRole("heading", { name: `Terms of ${unique}` })
      .waitFor()
    await dialog().getByText("onerror").waitFor()
    expect(await page.evaluate(() => "agreed" in globalThis)).toBe(false)

    await dashboard().open(`/affiliates/programs/${demo.program_id}`)
    await row.getByRole("link", { name: "0" }).click()
    await page.getByText("Who accepted which version, and who withdrew.").waitFor()
    await page.getByText("No results").waitFor()
  })

  it("sees who accepted it, and where an affiliate stands", async () => {
    const { demo, page } = stage()
    const affiliate = await customerOf(demo, demo.affiliate)
    const { affiliates } = await affiliate<{ affiliates: { id: string; program: { id: string } }[] }>("/store/affiliates/me")
    const own = `/store/affiliates/me/${affiliates.find(({ program }) => program.id === demo.program_id)?.id ?? ""}/agreement`
    const { agreement } = await affiliate<{ agreement: { version: number } }>(own)
    await affiliate(own, { version: agreement.version })

    await dashboard().open(`/affiliates/programs/${demo.program_id}`)
    await dashboard()
      .section("Agreement")
      .getByRole("row", { name: /Current/ })
      .getByRole("link", { name: "1" })
      .click()
    const acceptance = dialog().getByRole("row", { name: new RegExp(`${demo.affiliate.email}.* ${agreement.version} .*Accepted`) })
    await acceptance.getByRole("link").click()
    await page.getByRole("tab", { name: "Settings" }).click()
    await dashboard().section("Agreement").getByText("Accepted", { exact: true }).first().waitFor()
    await page.getByRole("heading", { name: "Anna Lindqvist" }).waitFor()
  })

  it("says what stands on statements and what affiliates are told", async () => {
    const { demo, admin, page } = stage()
    await dashboard().open(`/affiliates/programs/${demo.program_id}/statements`)
    await dashboard().fill({ Issuer: "Demo Shop GmbH", "Issuer's address": "Lindenstraße 1\n10969 Berlin" })
    await dashboard().fill({ "Number prefix": "AFF 1" })
    await dashboard().save()
    expect(await dashboard().errorOf("Number prefix")).toContain("letters, digits, / - and _")
    await dashboard().fill({ "Number prefix": "AFF-" })
    await dashboard().save()
    await dashboard().toast("The program was saved.")

    await dashboard().open(`/affiliates/programs/${demo.program_id}/notifications`)
    await page.getByRole("switch", { name: "Month closed" }).click()
    await dashboard().fill({ "Template: Welcome": "hello-affiliate" })
    await dashboard().save()
    await dashboard().section("Notifications").getByText("hello-affiliate").waitFor()
    const { affiliate_program } = await admin<{ affiliate_program: object }>(`/admin/affiliate-programs/${demo.program_id}`)
    expect(affiliate_program).toMatchObject({
      notifications: { month_closed: { template: "affiliate-month-closed" }, affiliate_welcome: { template: "hello-affiliate" } },
      statement_settings: { issuer_name: "Demo Shop GmbH", issuer_address: "Lindenstraße 1\n10969 Berlin", number_prefix: "AFF-" },
    })
  })

  it("notes where an affiliate's money goes; what is wrong is told beside its field", async () => {
    const { admin, page } = stage()
    pia = await affiliateWithMoney(stage(), "Pia")
    theo = await affiliateWithMoney(stage(), "Theo")
    await dashboard().open(`/affiliates/${pia.id}/payout-method?tab=settings`)
    await dashboard().fill({ "Account holder": "Pia Payee", IBAN: "DE00 1234" })
    await dashboard().save()
    expect(await dashboard().errorOf("IBAN")).toContain("must be an IBAN")
    await dashboard().fill({ IBAN })
    await dashboard().save()
    await dashboard().section("Payout method").getByText("DE** **** **** 3000").waitFor()
    expect(await page.getByText(IBAN).count()).toBe(0)

    await dashboard().open(`/affiliates/${theo.id}/payout-method?tab=settings`)
    await dashboard().select("Method", "PayPal")
    await dashboard().fill({ "E-mail": "theo@example.com" })
    await dashboard().save()
    await dashboard().section("Payout method").getByText("PayPal").waitFor()
    const { payout_method } = await admin<{ payout_method: object }>(`/admin/affiliates/${theo.id}/payout-method`)
    expect(payout_method).toMatchObject({ method: "paypal", has_details: true })
  })

  it("sees before who is paid how, and again when something has changed meanwhile", async () => {
    const { admin, page } = stage()
    await dashboard().open("/affiliates/payouts/create")
    await dashboard().choose("Program", "Demo shop affiliates")
    await dialog().getByText("Bank transfer · DE** **** **** 3000").waitFor()
    const nils = await affiliateWithMoney(stage(), "Nils")
    await dialog().getByRole("button", { name: "Create payouts" }).click()
    await dialog().getByText("Something has changed").waitFor()
    expect(await payoutsOf(admin, pia)).toEqual([])

    await dialog().getByText(nils.name).waitFor()
    await dialog().getByRole("button", { name: "Create payouts" }).click()
    await dashboard().toast("created.")
    const made = await Promise.all([pia, theo].map((affiliate) => payoutsOf(admin, affiliate)))
    expect(made.flat().map(({ method, status }) => ({ method, status }))).toEqual([
      { method: "transfer", status: "processing" },
      { method: "paypal", status: "processing" },
    ])
    await page.getByRole("row", { name: /Pia Payee/ }).waitFor()
  })

  it("takes the bank's file of one affiliate", async () => {
    const { page } = stage()
    await dashboard().open(`/affiliates/payouts?q=${await codeOf(pia)}`)
    await page.getByRole("row", { name: /Pia Payee/ }).waitFor()
    const { name, text } = await saved(() => fileMenu("Bank transfers (CSV)"))
    expect(name).toMatch(/^payouts-bank.*\.csv$/)
    expect(text).toContain(IBAN)
    const list = await saved(() => fileMenu("List (CSV)"))
    expect(list.text).not.toContain(IBAN)

    // Nobody in this list is paid by Wise, which the API says and the page shows.
    await fileMenu("Wise file")
    await dashboard().toast("none of these payouts is on its way by wise")
  })

  it("marks two as paid, after seeing what they come to", async () => {
    const { admin, page } = stage()
    await dashboard().open("/affiliates/payouts")
    for (const { name } of [pia, theo]) {
      await page
        .getByRole("row", { name: new RegExp(name) })
        .first()
        .getByRole("checkbox")
        .click()
    }
    await page.getByRole("button", { name: /Mark as paid/ }).click()
    await dialog().getByText("2 payouts").waitFor()
    await dialog().getByText("€60.00").waitFor()
    await dashboard().fill({ "Reference (optional)": "Batch 7" })
    await dialog().getByRole("button", { name: "Mark as paid" }).click()
    await dashboard().toast("2 payouts are paid.")
    const ended = await Promise.all([pia, theo].map((affiliate) => payoutsOf(admin, affiliate)))
    expect(ended.flat().map(({ status, reference }) => ({ status, reference }))).toEqual([
      { status: "paid", reference: "Batch 7" },
      { status: "paid", reference: "Batch 7" },
    ])
  })

  it("notes an affiliate's billing details, and takes the statement of a closed month", async () => {
    const { demo, admin, page, month } = stage()
    const { affiliates } = await admin<{ affiliates: { id: string }[] }>(`/admin/affiliates?q=${demo.affiliate.email}`)
    await dashboard().open(`/affiliates/${affiliates[0]?.id ?? ""}/billing-details?tab=settings`)
    await dashboard().fill({ Company: "Lindqvist Design AB", Address: "Storgatan 1\n111 23 Stockholm", "Tax id": "SE556677889901" })
    await dashboard().choose("Country", "Sweden")
    await dashboard().save()
    await dashboard().section("Billing details").getByText("Sweden").waitFor()
    await page.getByRole("tab", { name: "Payouts and statements" }).click()

    const ofMonth = dashboard()
      .section("Statements")
      .getByRole("row", { name: new RegExp(`${shortMonth(month(1))}.*€`) })
      .first()
    await ofMonth.getByRole("button").click()
    const { name, text } = await saved(() => page.getByRole("menuitem", { name: "Download PDF" }).click())
    expect(name).toMatch(/\.pdf$/)
    expect(text.slice(0, 5)).toBe("%PDF-")
    await ofMonth.getByText(/^[A-Z]+-\d+$/).waitFor()
  })

  async function fileMenu(item: string): Promise<void> {
    const { page } = stage()
    // The dashboard's menu of a table has no name; it stands before the table's button.
    await page.getByRole("link", { name: "Create payouts" }).locator("xpath=preceding::button[1]").click()
    await page.getByRole("menuitem", { name: item, exact: true }).click()
  }

  const codeOf = async ({ id }: Affiliate) =>
    (await stage().admin<{ affiliate: { code: string } }>(`/admin/affiliates/${id}`)).affiliate.code
}

const shortMonth = (period: string): string =>
  new Intl.DateTimeFormat("en-US", { year: "numeric", month: "short", timeZone: "UTC" }).format(new Date(`${period}-01T00:00:00Z`))
