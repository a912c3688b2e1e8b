import type { Page } from "playwright-core"

import { DashboardPage } from "./dashboard-page"
import { customerOf, registerCustomer } from "./http"
import { openPage } from "./page"
import { PortalPage } from "./portal-page"
import type { PortalStage } from "./portal-story"

const BANNER = "https://banners.example.test/sale.png"
const LOGO = `data:image/svg+xml;base64,${Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40"><circle cx="20" cy="20" r="18" fill="#7a1fa2"/><path d="M48 20h64" stroke="#111" stroke-width="8"/></svg>'
).toString("base64")}`
/** A picture of one pixel. */
const PIXEL = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64")

/** What a merchant makes of the portal, and what an affiliate does with it. */
export function tellProgramPortalStory(stage: () => PortalStage): void {
  const handle = () => `look-${stage().unique}`
  let page: Page
  let problems: string[]
  let portal: PortalPage
  let login: { email: string; password: string }
  let programId: string
  let affiliate: { id: string; code: string; link: string }

  const accent = () => page.evaluate<string>("getComputedStyle(document.documentElement).getPropertyValue('--portal-accent').trim()")
  const width = (image: string) => page.locator(image).evaluate((element) => (element as unknown as { naturalWidth: number }).naturalWidth)

  async function open(colorScheme: "light" | "dark" = "light", size = 390): Promise<void> {
    ;({ page, problems } = await openPage(stage().browser, size, { colorScheme }))
    await page.route(BANNER, (route) => route.fulfill({ contentType: "image/png", body: PIXEL }))
    portal = new PortalPage(page, stage().demo.url)
  }
  async function openAsAffiliate(tab: string): Promise<void> {
    await open()
    await portal.open()
    await portal.logIn(login)
    await portal.tab(tab)
  }

  beforeAll(async () => {
    const { admin, demo } = stage()
    const settings = { name: "Look at this", handle: handle(), site_url: `${demo.url}/shop`, commission_percent: 10 }
    const { affiliate_program } = await admin<{ affiliate_program: { id: string } }>("/admin/affiliate-programs", settings)
    programId = affiliate_program.id
    login = await registerCustomer(demo, { first_name: "Uma", last_name: "User", email: `uma-${stage().unique}@example.com` })
    const customer = await customerOf(demo, login)
    affiliate = (await customer<{ affiliate: typeof affiliate }>("/store/affiliates/me", { program_id: programId })).affiliate
  })
  afterEach(async () => {
    expect(problems.splice(0)).toEqual([])
    await page.context().close()
  })

  it("gets its logo and color in the program's form, which refuses what nobody could read", async () => {
    await open("light", 1280)
    const dashboard = new DashboardPage(page, stage().demo.url)
    await dashboard.logIn(stage().demo.admin)
    await dashboard.open(`/affiliates/programs/${programId}/edit`)
    await dashboard.fill({ Logo: LOGO, Color: "#ffcc00" })
    await dashboard.save()
    expect(await dashboard.errorOf("Color")).toContain("dark enough to be read")
    await dashboard.fill({ Color: "#7A1FA2" })
    await dashboard.save()
    await dashboard.section("Affiliates' portal").getByText("#7a1fa2").waitFor()
  })

  it("gets banners on the program's page; what is wrong is told beside its field", async () => {
    await open("light", 1280)
    const dashboard = new DashboardPage(page, stage().demo.url)
    await dashboard.logIn(stage().demo.admin)
    await dashboard.open(`/affiliates/programs/${programId}/creatives`)
    await page.getByRole("button", { name: "Add banner" }).click()
    await dashboard.fill({ Name: 'Sale "<b>now</b>"', "Address of the picture": BANNER })
    await dashboard.fill({
      "Page it leads to": "https://elsewhere.example/",
      "Width in pixels": "300",
      "Height in pixels": "250",
    })
    await dashboard.save()
    expect(await dashboard.errorOf("Page it leads to")).toContain("must be a page of the program's site")
    await dashboard.fill({ "Page it leads to": `${stage().demo.url}/shop/sale` })
    await dashboard.save()
    const section = dashboard.section("Affiliates' portal")
    await section.getByText('Sale "<b>now</b>"').waitFor()
    await section.getByText(`300 × 250 pixels · ${stage().demo.url}/shop/sale`).waitFor()
  })

  it.each([
    ["light", "#7a1fa2"],
    // Made lighter, because nobody could read it on black.
    ["dark", expect.not.stringMatching(/^(#7a1fa2|#7fcfae)$/)],
  ] as const)("looks like the program's from its sign-up page on, in %s", async (colorScheme, color) => {
    await open(colorScheme)
    await portal.open(`/join/${handle()}`)
    expect(await accent()).toEqual(color)
    expect(await width(".logo")).toBe(120)
    await portal.loaded()
    expect(await portal.findings()).toEqual([])
    await portal.picture(`branded-join-390-${colorScheme}`)
    await portal.press("Log in")
    await portal.logIn(login)
    await portal.tab("overview")
    expect(await accent()).toEqual(color)
    expect(await portal.findings()).toEqual([])
    await portal.picture(`branded-overview-390-${colorScheme}`)
  })

  it("gives each banner as HTML with the affiliate's own link", async () => {
    await openAsAffiliate("links")
    await page.locator(".banner img").scrollIntoViewIfNeeded()
    await page.waitForFunction("document.querySelector('.banner img').naturalWidth > 0")
    const link = `${stage().demo.url}/shop/sale?ref=${affiliate.code}`
    await portal.sees(
      `<a href="${link}" rel="sponsored"><img src="${BANNER}" alt="Sale &quot;&lt;b&gt;now&lt;/b&gt;&quot;" width="300" height="250"></a>`
    )
    await portal.loaded()
    expect(await portal.findings()).toEqual([])
    await portal.picture("banners-390")
  })

  it("counts clicks by day, page and tag, in the days that are asked for", async () => {
    const { demo } = stage()
    const visit = (page: string) =>
      fetch(`${demo.url}/affiliate/clicks`, {
        method: "POST",
        body: JSON.stringify({ url: `${demo.url}/shop${page}ref=${affiliate.code}` }),
      })
    for (const path of ["/mugs?", "/mugs?sub=news-may&", `/?sub=${encodeURIComponent("<img src=x onerror=alert(1)>")}&`]) {
      expect((await visit(path)).status).toBe(201)
    }
    await openAsAffiliate("clicks")
    await portal.sees("3 clicks")
    const rows = async () => (await page.getByRole("listitem").allTextContents()).map((text) => text.replace(/^.*\/shop/, "/shop"))
    const group = async (name: string) => {
      await portal.press(name)
      await portal.loaded()
    }
    await group("By page")
    expect(await rows()).toEqual(["/shop/mugs2 clicks", expect.stringMatching(/^\/shop\/?1 click$/)])
    await group("By tag")
    expect((await rows()).sort()).toEqual(["<img src=x onerror=alert(1)>1 click", "news-may1 click", "without a tag1 click"])
    expect(await portal.findings()).toEqual([])
    await page.getByLabel("Range", { exact: true }).selectOption({ label: "Last month" })
    await portal.sees("No clicks in this range.")
    await page.getByLabel("Range", { exact: true }).selectOption({ label: "Own range" })
    await page.getByLabel("To", { exact: true }).fill(new Date().toISOString().slice(0, 10))
    await portal.sees("news-may")
    expect(await portal.findings()).toEqual([])
    await portal.picture("clicks-by-tag-390")
  })

  it("lets an affiliate switch e-mails off, and remembers it", async () => {
    await openAsAffiliate("account")
    const month = page.getByRole("checkbox", { name: "A month is settled" })
    expect(await month.isChecked()).toBe(true)
    await month.uncheck()
    const card = page.getByRole("region", { name: "E-mails" })
    await card.getByRole("button", { name: "Save" }).click()
    await card.getByText("Saved.").waitFor()
    await page.reload()
    await portal.loaded()
    expect(await month.isChecked()).toBe(false)
    expect(await page.getByRole("checkbox", { name: "A payout is on its way" }).isChecked()).toBe(true)
    expect(await portal.findings()).toEqual([])
  })
}
