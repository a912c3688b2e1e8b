import { readFileSync } from "node:fs"
import type { Browser, BrowserContextOptions, Download, Page } from "playwright-core"

import type { Demo } from "./demo"
import { eventually } from "./eventually"
import type { Client } from "./http"
import { openOtherSite } from "./other-site"
import { openPage } from "./page"
import { PortalPage } from "./portal-page"

export interface PortalStage {
  demo: Demo
  admin: Client
  browser: Browser
  unique: string
}

/** What is measured of an element; these tests know no page's types. */
type Box = { clientHeight: number; scrollHeight: number }

const PAGES = ["overview", "links", "clicks", "referrals", "commissions", "payouts", "statements", "account"]

/** From the sign-up page to the money: what an affiliate does in the portal, on a phone and on a screen, in light and dark, in two languages. */
export function tellPortalStory(stage: () => PortalStage): void {
  const ida = () => ({ first_name: "Ida", last_name: "Newcomer", email: `ida-${stage().unique}@example.com`, password: "a-long-password" })
  const handle = () => `critics-${stage().unique}`
  let page: Page
  let problems: string[]
  let portal: PortalPage
  let affiliateId: string

  async function open(width: number, visitor: BrowserContextOptions = {}): Promise<void> {
    ;({ page, problems } = await openPage(stage().browser, width, visitor))
    portal = new PortalPage(page, stage().demo.url)
  }
  afterEach(() => expect(problems.splice(0)).toEqual([]))

  /** The page as it is, on a phone in English and on a dark screen in German, and back. */
  async function look(name: string): Promise<void> {
    for (const [width, colorScheme, language] of [
      [1280, "dark", "de"],
      [390, "light", "en"],
    ] as const) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme })
      await page.locator(".bar-actions select").selectOption(language)
      await portal.loaded()
      expect([width, await portal.findings()]).toEqual([width, []])
      await portal.picture(`${name}-${width}-${colorScheme}-${language}`)
    }
  }

  /** Presses what saves a file. */
  async function saved(press: () => Promise<void>): Promise<{ name: string; content: Buffer }> {
    const [download] = await Promise.all<[Promise<Download>, Promise<void>]>([page.waitForEvent("download"), press()])
    return { name: download.suggestedFilename(), content: readFileSync(await download.path()) }
  }

  describe("that is new", () => {
    beforeAll(async () => {
      const { demo, admin } = stage()
      await open(390)
      await admin("/admin/affiliate-programs", {
        ...{ name: "Coffee critics", handle: handle(), site_url: `${demo.url}/shop`, commission_percent: 12.5, timezone: "Europe/Berlin" },
        ...{ promo_code_template: "CRITIC-@ID@", customer_discount_percent: 5, requires_approval: true, hold_period_days: 14 },
        ...{ agreement_text: '# Terms\n\nBe **fair**.\n\n<img src=x onerror="window.agreed=1">', agreement_required: true },
        ...{ application_questions: ["Where do you write?", "How many readers do you have?"], payout_minimums: { eur: "20" } },
        commission_tiers: { tiers: [{ currency_code: "eur", threshold: "1000", raise_percent: "20" }] },
      })
    })
    afterAll(() => page.context().close())

    it("reads the terms of a program before it has an account", async () => {
      await portal.open(`/join/${handle()}`)
      await page.getByRole("heading", { level: 1, name: "Join Coffee critics" }).waitFor()
      await portal.sees("12.5% of what they spend, without tax and shipping")
      await portal.sees("5% off their first order, with your promo code")
      await look("join-stranger")
    })

    it("registers, and is told what stops it", async () => {
      await portal.register(ida())
      await page.getByRole("heading", { name: "Your application" }).waitFor()
      expect(await page.evaluate(() => "agreed" in globalThis)).toBe(false)
      await look("join-form")
      await portal.press("Send the application")
      expect(page.url()).toContain("/join/")
    })

    it("applies and waits", async () => {
      await portal.fill({ "Where do you write?": "On critics.example", "How many readers do you have?": "A thousand" })
      await page.getByRole("checkbox").click()
      await portal.press("Send the application")
      await portal.sees("Your application is with the shop")
      expect(await page.getByRole("navigation").getByRole("link").allTextContents()).toEqual(["Your details"])
      await look("waiting")
    })

    it("is told that it was not accepted, and why", async () => {
      const { admin } = stage()
      const { affiliates } = await admin<{ affiliates: { id: string }[] }>(`/admin/affiliates?q=${ida().email}`)
      affiliateId = affiliates[0]?.id ?? ""
      await admin(`/admin/affiliates/${affiliateId}`, { status: "rejected", reason: "Not about coffee" })
      await page.reload()
      await portal.sees("Your application was not accepted")
      await portal.sees("The shop says: Not about coffee")
      await look("rejected")
    })

    it("is approved after all, and shares its link and code", async () => {
      const { admin, demo } = stage()
      const approved = await admin<{ affiliate: { code: string } }>(`/admin/affiliates/${affiliateId}`, { status: "active" })
      const { code } = approved.affiliate
      await page.reload()
      await portal.tab("links")
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"])
      await portal.press("Copy: Your link")
      expect(await page.evaluate("navigator.clipboard.readText()")).toBe(`${demo.url}/shop?ref=${code}`)
      await portal.sees(/^CRITIC-\d+$/)

      await portal.fill({ Page: "https://elsewhere.example/" })
      await portal.sees(/so clicks on it would not count/)
      await portal.fill({ Page: `${demo.url}/shop/mugs?color=blue`, "Tag (optional)": "news-may" })
      const built = page.getByLabel("Your link to this page", { exact: true })
      expect(await built.textContent()).toBe(`${demo.url}/shop/mugs?color=blue&ref=${code}&sub=news-may`)

      const svg = await saved(() => portal.press("SVG"))
      expect([svg.name, svg.content.toString().slice(0, 4)]).toEqual([`qr-${code}.svg`, "<svg"])
      const png = await saved(() => portal.press("PNG"))
      expect([png.name, png.content.subarray(1, 4).toString()]).toEqual([`qr-${code}.png`, "PNG"])
      expect(await portal.findings()).toEqual([])
    })

    it("says where its money goes; what is wrong is told beside its field", async () => {
      await portal.tab("payouts")
      await portal.fill({ "Account holder": "Ida Newcomer", IBAN: "DE00 1234" })
      await portal.press("Save")
      await page.locator('[aria-invalid="true"]').waitFor()
      await portal.sees(/Must be an IBAN/)
      await portal.fill({ IBAN: "DE89 3704 0044 0532 0130 00" })
      await portal.press("Save")
      await portal.sees("Bank transfer, DE** **** **** 3000")
      expect(await page.getByText("0532").count()).toBe(0)
    })

    it("says who it is, and is so on the next visit", async () => {
      await portal.tab("account")
      await portal.fill({ Company: "Critics GmbH" })
      await page.getByLabel("Country", { exact: true }).selectOption({ label: "Germany" })
      await page.getByLabel("Billing details").getByRole("button", { name: "Save" }).click()
      await portal.sees("Saved.")
      await page.reload()
      await portal.loaded()
      expect(await page.getByLabel("Company", { exact: true }).inputValue()).toBe("Critics GmbH")
      expect(page.url()).toMatch(/#\/account$/)
    })

    it("sees a bonus, and why it is not paid yet", async () => {
      const adjustment = { amount: "12.30", currency_code: "eur", reason: "A kind review" }
      await stage().admin(`/admin/affiliates/${affiliateId}/adjustments`, adjustment)
      await page.reload()
      await portal.tab("overview")
      await portal.sees("The balance is below the smallest payout.")
      await portal.sees("Paid out from €20.00.")
      await portal.sees("€0.00 of €1,000.00 this month")
      await portal.sees("Then all commissions of the month are 20% higher.")
    })

    it("is told of a suspension and why", async () => {
      await stage().admin(`/admin/affiliates/${affiliateId}`, { status: "suspended", reason: "Bids on our <b>name</b>" })
      await page.reload()
      await portal.sees("Your account is suspended")
      await portal.sees("The shop says: Bids on our <b>name</b>")
      await look("suspended")
    })

    it("chooses a new password by the shop's e-mail, and logs in with it", async () => {
      const { email } = ida()
      await portal.press("Log out")
      await portal.fill({ "E-mail": email, Password: "not-this-one" })
      await portal.press("Log in")
      await portal.sees("E-mail or password is wrong.")
      await portal.press("Forgotten your password?")
      await portal.fill({ "E-mail": email })
      await portal.press("Send the link")
      await portal.sees(/If there is an account with this e-mail/)

      interface Notifications {
        notifications: { to: string; template: string; data: { link?: string } }[]
      }
      const linkOf = async () => {
        const { notifications } = await stage().admin<Notifications>(
          "/admin/notifications?limit=50&order=-created_at&fields=to,template,data"
        )
        return notifications.find(({ to, template }) => to === email && template === "password-reset")?.data.link
      }
      const link = await eventually(linkOf, (found) => found !== undefined)
      await page.goto(link ?? "about:blank")
      await portal.fill({ "New password": "an-even-longer-password" })
      expect(page.url()).not.toContain("token")
      await portal.press("Save")
      await portal.sees("Your password has been changed.")
      await portal.press("Log in")
      await portal.logIn({ email, password: "an-even-longer-password" })
      await portal.sees("Your account is suspended")
    })
  })

  describe("that has been one for months", () => {
    describe.each([
      [390, "light", "en-GB"],
      [390, "dark", "de-DE"],
      [1280, "light", "de-DE"],
      [1280, "dark", "en-GB"],
      [390, "light", "de-DE"],
      [390, "dark", "en-GB"],
      [1280, "light", "en-GB"],
      [1280, "dark", "de-DE"],
    ] as const)("at %i pixels, %s, in %s", (width, colorScheme, locale) => {
      afterEach(() => page.context().close())

      it("finds its way through every page", async () => {
        await open(width, { colorScheme, locale })
        await portal.open()
        expect(await portal.findings()).toEqual([])
        await portal.picture(`log-in-${width}-${colorScheme}-${locale}`)
        const [email, password] = [page.locator('[name="email"]'), page.locator('[name="password"]')]
        await email.fill(stage().demo.affiliate.email)
        await password.fill(stage().demo.affiliate.password)
        await password.press("Enter")
        expect(await page.locator("html").getAttribute("lang")).toBe(locale.slice(0, 2))
        for (const name of PAGES) {
          await portal.tab(name)
          expect([name, await portal.findings()]).toEqual([name, []])
          await portal.picture(`${name}-${width}-${colorScheme}-${locale}`)
        }
      })
    })

    it("walks by keyboard alone, and finds the page it left", async () => {
      await open(1280)
      await portal.open()
      await portal.logIn(stage().demo.affiliate)
      await portal.loaded()
      const links = page.getByRole("navigation").getByRole("link")
      await links.first().focus()
      await page.keyboard.press("Tab")
      await page.keyboard.press("Enter")
      await page.waitForURL(/#\/links$/)
      // A screen reader goes on from the new page's heading.
      expect(await page.evaluate("document.activeElement?.tagName")).toBe("H1")
      await page.goBack()
      expect(await links.first().getAttribute("aria-current")).toBe("page")
      await page.context().close()
    })

    it("reads in words what became of its orders, and takes the statement once it agrees", async () => {
      await open(1280)
      await portal.open()
      // Anna joined with the first version of the agreement, and never came back to the second.
      await portal.logIn(stage().demo.affiliate)
      await portal.tab("commissions")
      await portal.sees(/^Order \d+ · Ordered on /)
      // A demo that has been through this before.
      await portal.tab("account")
      const withdraw = page.getByRole("button", { name: "Withdraw my agreement" })
      if ((await withdraw.count()) > 0) {
        await withdraw.click()
        await portal.sees("You have withdrawn your agreement.")
      }
      await portal.tab("statements")
      const pdf = page.getByRole("button", { name: /^PDF of / }).first()
      await pdf.click()
      await portal.sees("Please accept the agreement first.")
      await page.getByRole("alert").getByRole("link", { name: "Read and accept" }).click()
      await portal.press("Accept the agreement")
      await portal.sees("You have accepted the agreement.")
      await portal.tab("statements")
      const { name, content } = await saved(() => pdf.click())
      expect([name, content.subarray(0, 5).toString()]).toEqual([expect.stringMatching(/\.pdf$/), "%PDF-"])
      const csv = await saved(() =>
        page
          .getByRole("button", { name: /^CSV of / })
          .first()
          .click()
      )
      expect(csv.name).toMatch(/\.csv$/)
      await page.context().close()
    })
  })

  describe("in the page of another site", () => {
    let close: () => Promise<void>
    afterEach(async () => {
      await close()
      await page.context().close()
    })

    const words = {
      de: { email: "E-Mail", password: "Passwort", logIn: "Anmelden", order: /^Bestellung \d+ · / },
      en: { email: "E-mail", password: "Password", logIn: "Log in", order: /^Order \d+ · / },
    }
    it.each([
      [390, "light", "de"],
      [390, "dark", "en"],
      [1280, "dark", "de"],
      [1280, "light", "en"],
    ] as const)(
      "is embedded by one script tag, works without cookies, and is as tall as it is (%i, %s, %s)",
      async (width, colorScheme, language) => {
        const { demo } = stage()
        const { email, password, logIn, order } = words[language]
        const script = `<script src="${demo.url}/affiliate/portal/embed.js" data-language="${language}" async></script>`
        const other = await openOtherSite(`<!doctype html><html lang="${language}"><title>Blog</title><h1>Blog</h1>${script}</html>`)
        close = other.close
        await open(width, { colorScheme })
        await page.goto(other.url)
        const frame = page.frameLocator("iframe")
        await frame.getByLabel(email, { exact: true }).fill(demo.affiliate.email)
        await frame.getByLabel(password, { exact: true }).fill(demo.affiliate.password)
        await frame.getByRole("button", { name: logIn, exact: true }).click()
        const embedded = new PortalPage(page, demo.url, frame)
        await embedded.tab("commissions")
        await embedded.sees(order)
        const heights = async () => ({
          frame: await page.locator("iframe").evaluate((element) => (element as unknown as Box).clientHeight),
          page: await frame.locator("html").evaluate((element) => (element as unknown as Box).scrollHeight),
        })
        const same = await eventually(heights, (found) => found.frame === found.page)
        expect(same.frame).toBe(same.page)
        expect(await page.context().cookies()).toEqual([])
        expect(page.url()).toBe(`${other.url}/`)
        await embedded.picture(`embedded-${width}-${colorScheme}-${language}`)
      }
    )
  })
}
