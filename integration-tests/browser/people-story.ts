import { readFileSync } from "node:fs"
import type { Locator } from "playwright-core"

import { type Affiliate, affiliateWithMoney } from "./affiliate"
import { DashboardPage } from "./dashboard-page"
import { customerOf, registerCustomer } from "./http"
import type { Stage } from "./money-story"

/** How a merchant finds, takes in, invites and knows the affiliates. Called inside a `describe` whose page is logged in. */
export function tellPeopleStory(stage: () => Stage): void {
  const dashboard = (): DashboardPage => new DashboardPage(stage().page, stage().demo.url)
  const dialog = (): Locator => stage().page.getByRole("dialog")
  const row = (name: string): Locator => stage().page.getByRole("row").filter({ hasText: name })
  const statusOf = async ({ id }: Affiliate): Promise<string> =>
    (await stage().admin<{ affiliate: { status: string } }>(`/admin/affiliates/${id}`)).affiliate.status
  let romy: Affiliate
  let sven: Affiliate

  beforeAll(async () => {
    romy = await affiliateWithMoney(stage(), "Romy")
    sven = await affiliateWithMoney(stage(), "Sven")
  })

  it("lists affiliates by name with their figures, and sorts by each", async () => {
    const { page } = stage()
    await dashboard().open("/affiliates/list?order=-available")
    await row("Romy Payee").first().waitFor()
    const headers = await page.locator("thead th").allTextContents()
    expect(headers.map((header) => header.trim()).filter((header) => header && !["Program", "Groups"].includes(header))).toEqual([
      ...["Name", "Status", "Clicks", "Orders", "Sales", "Commission", "Available"],
    ])
    for (const name of ["clicks", "orders", "expense_amount", "commission_amount", "available", "name"]) {
      const [response] = await Promise.all([
        page.waitForResponse((answer) => answer.url().includes("/admin/affiliates?") && answer.url().includes(`order=-${name}`)),
        dashboard().open(`/affiliates/list?order=-${name}`),
      ])
      const { affiliates } = (await response.json()) as { affiliates: { figures: Record<string, string | number> }[] }
      if (name === "name") continue
      const values = affiliates.map(({ figures }) => Number(figures[name]))
      expect(values).toEqual([...values].sort((a, b) => b - a))
    }
  })

  it("suspends several at once, and names those for whom it was not possible", async () => {
    const { page, unique } = stage()
    await dashboard().open(`/affiliates/list?q=${unique}`)
    for (const name of ["Romy Payee", "Sven Payee"]) await row(name).getByRole("checkbox").click()
    await page.getByRole("button", { name: "Suspend" }).click()
    await dialog().getByRole("textbox").fill("Holidays")
    await dialog().getByRole("button", { name: "Suspend" }).click()
    await dashboard().toast("2 affiliates were changed.")
    expect([await statusOf(romy), await statusOf(sven)]).toEqual(["suspended", "suspended"])

    for (const name of ["Romy Payee", "Sven Payee"]) await row(name).getByRole("checkbox").click()
    await page.getByRole("button", { name: "Reject" }).click()
    await dialog().getByRole("textbox").fill("No")
    await dialog().getByRole("button", { name: "Reject" }).click()
    await page.getByText("Not possible for somebody who is: Suspended.").first().waitFor()
    await dialog().getByRole("button", { name: "Close" }).last().click()

    for (const name of ["Romy Payee", "Sven Payee"]) await row(name).getByRole("checkbox").click()
    await page.getByRole("button", { name: "Approve" }).click()
    await dialog().getByRole("button", { name: "Approve" }).click()
    await dashboard().toast("2 affiliates were changed.")
    expect([await statusOf(romy), await statusOf(sven)]).toEqual(["active", "active"])
  })

  it("says when somebody is an affiliate already, and opens their page", async () => {
    const { demo, page } = stage()
    const { affiliate_program } = await stage().admin<{ affiliate_program: { name: string } }>(
      `/admin/affiliate-programs/${demo.program_id}`
    )
    await dashboard().open("/affiliates/list/create")
    await dashboard().choose("Customer", "Romy Payee", dialog())
    await dashboard().choose("Program", affiliate_program.name, dialog())
    await dialog().getByRole("button", { name: "Add affiliate" }).click()
    await dashboard().toast(`Romy Payee is an affiliate of ${affiliate_program.name} already.`)
    await page.waitForURL(`**/affiliates/${romy.id}`)
  })

  it("reads what an applicant wrote, and approves them", async () => {
    const { demo, admin, page, unique } = stage()
    const program = `/admin/affiliate-programs/${demo.program_id}`
    await admin(program, { requires_approval: true, application_questions: ["Where do you post?"] })
    const login = await registerCustomer(demo, { first_name: "Tara", last_name: unique, email: `tara-${unique}@example.com` })
    const tara = await customerOf(demo, login)
    const { affiliate } = await tara<{ affiliate: { id: string } }>("/store/affiliates/me", {
      program_id: demo.program_id,
      application: [{ question: "Where do you post?", answer: "On <b>my</b> blog" }],
    })
    await admin(program, { requires_approval: false, application_questions: [] })

    await dashboard().open("/affiliates/applications")
    const card = page.getByRole("article").filter({ hasText: `Tara ${unique}` })
    await card.getByText("On <b>my</b> blog").waitFor()
    await card.getByRole("button", { name: "Approve" }).click()
    await dialog().getByRole("button", { name: "Approve" }).click()
    await dashboard().toast(`Tara ${unique} was approved.`)
    await card.waitFor({ state: "detached" })
    expect(await statusOf({ id: affiliate.id, name: "Tara" })).toBe("active")
  })

  it("invites people, one of them wrongly typed, and sees who has accepted", async () => {
    const { demo, admin, page, unique } = stage()
    const email = `uma-${unique}@example.com`
    await dashboard().open("/affiliates/invitations/invite")
    const { affiliate_program } = await admin<{ affiliate_program: { name: string } }>(`/admin/affiliate-programs/${demo.program_id}`)
    const chosen = dialog().getByRole("combobox", { name: "Program" })
    if (!(await chosen.inputValue())) await dashboard().choose("Program", affiliate_program.name, dialog())
    await dashboard().fill({ "E-mails": `${email}, 12.5, We love your blog\nnobody` })
    await dialog().getByRole("button", { name: "Invite", exact: true }).click()
    await dashboard().toast("1 person was invited.")
    await dialog().getByText("This is no e-mail address.").waitFor()
    const url = await dialog().locator("code").first().textContent()
    await dialog().getByRole("button", { name: "Close" }).last().click()

    const login = await registerCustomer(demo, { first_name: "Uma", last_name: unique, email })
    const uma = await customerOf(demo, login)
    const token = new URL(url ?? "").searchParams.get("invitation")
    const { affiliate } = await uma<{ affiliate: { status: string; commission_percent: string } }>("/store/affiliates/invitations/accept", {
      token,
    })
    expect(affiliate).toMatchObject({ status: "active", commission_percent: "12.5" })
    await dashboard().open(`/affiliates/invitations?q=${email}`)
    await row(email).getByText("Accepted").waitFor()
    await row(email).getByRole("link", { name: email }).click()
    await page.getByRole("heading", { name: `Uma ${unique}` }).waitFor()
  })

  it("keeps notes, builds a link to a page, and saves a QR code", async () => {
    const { page, unique } = stage()
    await dashboard().open(`/affiliates/${romy.id}`)
    await page.getByRole("textbox", { name: "New note" }).fill(`Met at the fair ${unique}`)
    await page.getByRole("button", { name: "Add note" }).click()
    await page.getByText(`Met at the fair ${unique}`).waitFor()

    const builder = page.getByLabel("Link to another page")
    const site = (await builder.getAttribute("placeholder")) ?? ""
    await builder.fill("https://elsewhere.example.org/")
    await page.getByText(`This is no page of ${site}.`).waitFor()
    await builder.fill(`${site.replace(/\/$/, "")}/mugs?size=2`)
    await page.getByText(/\/mugs\?size=2&\w+=/).waitFor()
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save as SVG" }).click()])
    expect(readFileSync(await download.path(), "utf8")).toMatch(/^<svg .*<path d="M/)
    const [png] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save as PNG" }).click()])
    expect(
      readFileSync(await png.path())
        .subarray(1, 4)
        .toString()
    ).toBe("PNG")

    for (const tab of ["Payouts and statements", "Referrals", "Settings"]) await page.getByRole("tab", { name: tab }).click()
    await page.getByRole("heading", { name: "Rates and status" }).waitFor()
    await page.getByText("Suspended").first().waitFor()
  })

  it("looks at an e-mail, and sends it to oneself", async () => {
    const { demo, page } = stage()
    await dashboard().open(`/affiliates/programs/${demo.program_id}`)
    await page.getByText("only writes them into the server's log").first().waitFor()
    // The first ones have got templates of their own in another story.
    await page.getByRole("button", { name: "Preview" }).last().click()
    const mail = dialog().frameLocator("iframe")
    await mail.getByRole("heading").first().waitFor()
    await dialog().getByRole("button", { name: "Send to me" }).click()
    await dashboard().toast(`The e-mail was sent to ${demo.admin.email}.`)
  })
}
