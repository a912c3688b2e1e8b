import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core"

import type { AdminAffiliateCommissionListResponse, AdminAffiliateReferralListResponse } from "../../src/types"
import type { Demo } from "./demo"
import { eventually } from "./eventually"
import { type Client, registerCustomer } from "./http"
import type { Explanation } from "./order"
import { openOtherShop, type OtherShop, SHOP_IS_HERE } from "./other-shop"
import { chromiumOptions } from "./page"

interface ShopStage {
  demo: Demo
  admin: Client
  unique: string
}

interface Promoter {
  code: string
  link: string
  promo_code: string
}

/** A backend behind https offers its cookie to other sites as well; on the loopback Chromium believes this header's word. */
const HTTPS = { "x-forwarded-proto": "https" }

/** A shop on one site and its backend on another: what becomes of a visit, with third-party cookies off. */
export function tellShopStory(stage: () => ShopStage): void {
  let browser: Browser
  let context: BrowserContext
  let shop: OtherShop
  let programId: string
  let anna: Promoter
  let otto: Promoter
  /** Errors of the shop's page, and cookies of the backend that the browser kept or sent. */
  let problems: string[]
  const mail = (name: string) => `${name}-${stage().unique}@shoppers.example.com`
  const tag = (attributes = "", base = stage().demo.url) => `<script async ${attributes} src="${base}/affiliate/tracker.js"></script>`

  async function join(first_name: string): Promise<Promoter> {
    const { demo, admin, unique } = stage()
    const { id: customer_id } = await registerCustomer(demo, {
      first_name,
      last_name: "Promoter",
      email: `${first_name}-${unique}@example.com`,
    })
    return (await admin<{ affiliate: Promoter }>("/admin/affiliates", { program_id: programId, customer_id })).affiliate
  }

  beforeAll(async () => {
    const { demo, admin, unique } = stage()
    const { args, ...found } = chromiumOptions()
    browser = await chromium.launch({ ...found, args: [...args, SHOP_IS_HERE] })
    shop = await openOtherShop(demo)
    const { affiliate_program } = await admin<{ affiliate_program: { id: string } }>("/admin/affiliate-programs", {
      ...{ name: `Other shop ${unique}`, handle: `other-${unique}`, site_url: shop.url, commission_percent: 10 },
      promo_code_template: `OTHER-${unique}-@ID@`,
    })
    programId = affiliate_program.id
    anna = await join("anna")
    otto = await join("otto")
  })
  afterAll(async () => {
    await browser.close()
    await shop.close()
  })
  beforeEach(() => {
    problems = []
    shop.setTag(tag())
    shop.setOnServer(false)
  })
  afterEach(async () => {
    const kept = (await context.cookies()).filter(({ domain }) => domain === "localhost")
    await context.close()
    expect({ problems, kept }).toEqual({ problems: [], kept: [] })
  })

  async function openVisitor(options: BrowserContextOptions = {}): Promise<Page> {
    context = await browser.newContext(options)
    context.on("request", async (request) => {
      // A request that is still on its way when its page is closed has no headers to ask for.
      const { cookie } = await request.allHeaders().catch((error: unknown): { cookie?: string } => {
        if (String(error).includes("has been closed")) return {}
        throw error
      })
      if (cookie && request.url().startsWith(stage().demo.url)) problems.push(`${request.url()} was sent ${cookie}`)
    })
    return openTab(context)
  }
  async function openTab(visitor: BrowserContext): Promise<Page> {
    const page = await visitor.newPage()
    page.on("pageerror", (error) => problems.push(String(error)))
    return page
  }
  const token = (page: Page) => page.evaluate<string | null>("window.affiliate?.token?.() ?? null")
  const remembered = (page: Page) =>
    eventually(
      () => token(page),
      (found) => found !== null
    )
  const buy = (page: Page, name: string) => page.evaluate<string>(`shop.buy("${mail(name)}")`)
  const decisionOf = async (orderId: string) => {
    const explain = () => stage().admin<Explanation>(`/admin/orders/${orderId}/affiliate`)
    const { outcome, source, affiliate, commissions } = await eventually(explain, (answer) => answer.outcome === "attributed")
    return { outcome, source, code: affiliate?.code, commissions: commissions.length }
  }
  const earned = ({ code }: Promoter, source = "link") => ({ outcome: "attributed", source, code, commissions: 1 })

  it("a visitor follows a link, looks at several pages, registers and buys", async () => {
    const page = await openVisitor()
    await page.goto(anna.link)
    await remembered(page)
    for (const address of ["/lamps", "/lamps/tall", "/account"]) await page.goto(shop.url + address)
    const customerId = await page.evaluate<string>(`shop.register("${mail("nora")}")`)
    const { affiliate_referrals } = await stage().admin<AdminAffiliateReferralListResponse>(
      `/admin/affiliate-referrals?customer_id=${customerId}`
    )
    expect(affiliate_referrals).toMatchObject([{ source: "link", program_id: programId }])
    expect(await decisionOf(await buy(page, "nora"))).toEqual(earned(anna))
  })

  it("a visitor buys in another tab, long after the first is closed", async () => {
    const first = await openVisitor()
    await first.goto(anna.link)
    await remembered(first)
    const second = await openTab(context)
    await first.close()
    await second.goto(`${shop.url}/lamps`)
    expect(await decisionOf(await buy(second, "tim"))).toEqual(earned(anna))
  })

  it("the backend's cookie is offered, and refused as a third party's; with third-party cookies on it would be kept", async () => {
    const refused: string[] = []
    const visit = async (page: Page) => {
      const session = await page.context().newCDPSession(page)
      await session.send("Network.enable")
      session.on("Network.responseReceivedExtraInfo", ({ blockedCookies }) =>
        refused.push(
          ...blockedCookies.map(({ blockedReasons, cookieLine }) => `${cookieLine.split("=")[0] ?? ""}: ${blockedReasons.join()}`)
        )
      )
      const isCounted = page.waitForResponse(/\/affiliate\/counter\?/)
      // What a blocker does to the call leaves the image.
      await page.route("**/affiliate/clicks", (route) => route.abort())
      await page.goto(anna.link)
      expect((await isCounted).headers()["set-cookie"] ?? (await (await isCounted).allHeaders())["set-cookie"]).toMatch(
        /Secure; SameSite=None/
      )
    }
    await visit(await openVisitor({ extraHTTPHeaders: HTTPS }))
    expect(refused).toEqual([expect.stringMatching(/^affiliate_click: (UserPreferences|ThirdParty\w+)$/)])

    const profile = mkdtempSync(path.join(tmpdir(), "third-party-cookies-on-"))
    mkdirSync(path.join(profile, "Default"))
    writeFileSync(path.join(profile, "Default", "Preferences"), JSON.stringify({ profile: { cookie_controls_mode: 0 } }))
    const { args, ...found } = chromiumOptions()
    const open = await chromium.launchPersistentContext(profile, { ...found, args: [...args, SHOP_IS_HERE], extraHTTPHeaders: HTTPS })
    await visit(await open.newPage())
    const kept = await eventually(
      () => open.cookies(),
      (cookies) => cookies.length > 0
    )
    await open.close()
    rmSync(profile, { recursive: true, force: true })
    expect(kept).toMatchObject([{ name: "affiliate_click", domain: "localhost", sameSite: "None", secure: true, httpOnly: true }])
    expect(refused).toHaveLength(1)
  })

  it("a visitor who does not agree leaves no trace, and buys by code all the same", async () => {
    shop.setTag(tag("data-consent"))
    const page = await openVisitor()
    const sent: string[] = []
    page.on("request", (request) => void (/affiliate\/(clicks|counter)/.test(request.url()) && sent.push(request.url())))
    await page.goto(anna.link)
    await page.waitForFunction("window.affiliate?.token")
    await page.evaluate("window.affiliate.consent(false)")
    await page.goto(`${shop.url}/lamps`)
    await page.waitForFunction("window.affiliate?.token")
    await page.evaluate("shop.add()")
    await page.evaluate(`shop.code("${anna.promo_code.toLowerCase()}")`)
    await page.evaluate(`shop.checkOut("${mail("nils")}")`)
    const orderId = await page.evaluate<string>("shop.complete(shop.cart)")
    expect(sent).toEqual([])
    expect(await context.cookies()).toEqual([])
    expect(await page.evaluate("[document.cookie, localStorage.length, sessionStorage.length]")).toEqual(["", 0, 0])
    expect(await decisionOf(orderId)).toEqual(earned(anna, "promo_code"))
  })

  it("a visitor whose blocker knows the tracker is recorded by the shop's own server", async () => {
    shop.setOnServer(true)
    const page = await openVisitor()
    await page.route("**/affiliate/**", (route) => route.abort("blockedbyclient"))
    await page.goto(anna.link)
    expect(await context.cookies()).toMatchObject([{ name: "affiliate_click", domain: "shop.test", httpOnly: true, sameSite: "Lax" }])
    expect(await token(page)).toBeNull()
    await page.goto(`${shop.url}/lamps`)
    expect(await decisionOf(await buy(page, "bea"))).toEqual(earned(anna))
  })

  it("a visit while the backend is away is sent by the next page", async () => {
    const page = await openVisitor()
    const tracked = /\/affiliate\/(clicks|counter)/
    await page.route(tracked, (route) => route.abort("connectionrefused"))
    await page.goto(anna.link)
    await page.waitForFunction("window.affiliate?.token")
    expect(await token(page)).toBeNull()
    await page.unroute(tracked)
    await page.goto(`${shop.url}/lamps`)
    await remembered(page)
    expect(await decisionOf(await buy(page, "ada"))).toEqual(earned(anna))
  })

  const works = (page: Page) => page.evaluate("[document.title, typeof shop.buy]")

  it("the shop's page works without the backend", async () => {
    shop.setTag(tag("", "http://127.0.0.1:9"))
    const page = await openVisitor()
    await page.goto(anna.link)
    expect(await works(page)).toEqual(["Shop", "function"])
  })

  it("the shop's page works where the browser lets nobody store anything, and the page itself remembers", async () => {
    const page = await openVisitor()
    await page.addInitScript(`
      const denied = { get() { throw new DOMException("Access is denied", "SecurityError") }, set() { throw new DOMException("Access is denied", "SecurityError") } }
      Object.defineProperty(window, "localStorage", denied)
      Object.defineProperty(window, "sessionStorage", denied)
      Object.defineProperty(Document.prototype, "cookie", denied)`)
    await page.goto(anna.link)
    await remembered(page)
    expect(await decisionOf(await buy(page, "dora"))).toEqual(earned(anna))
  })

  it.each([["{"], ['{"url":'], ["null"], ['{"url":{}}'], ["[]"]])("the shop's page works with %j in its storage", async (broken) => {
    const page = await openVisitor()
    await page.addInitScript(`
      sessionStorage.setItem("affiliate_unsent", ${JSON.stringify(broken)})
      document.cookie = "affiliate_token=" + encodeURIComponent(${JSON.stringify(broken)})`)
    await page.goto(`${shop.url}/lamps`)
    await page.waitForFunction("window.affiliate?.token")
    await page.waitForLoadState("networkidle")
    expect(await works(page)).toEqual(["Shop", "function"])
    await page.goto(anna.link)
    await remembered(page)
  })

  it("two visitors behind one page cache have a click each", async () => {
    shop.pages.length = 0
    const one = await openVisitor()
    const visitor = context
    await one.goto(anna.link)
    await remembered(one)
    const two = await openVisitor()
    await two.goto(otto.link)
    await remembered(two)
    expect(new Set(shop.pages).size).toBe(1)
    expect(await token(one)).not.toBe(await token(two))
    expect(await decisionOf(await buy(one, "cleo"))).toEqual(earned(anna))
    expect(await decisionOf(await buy(two, "carl"))).toEqual(earned(otto))
    await visitor.close()
  })

  it("the back button and an order that is sent twice make one click and one commission", async () => {
    const page = await openVisitor()
    const clicks: string[] = []
    page.on("request", (request) => void (request.url().endsWith("/affiliate/clicks") && clicks.push(request.url())))
    await page.goto(anna.link)
    await remembered(page)
    await page.goto(`${shop.url}/lamps`)
    await page.goBack()
    await page.waitForFunction("window.affiliate?.token")
    await page.goForward()
    const cart = await page.evaluate<string>("shop.add()")
    await page.evaluate(`shop.checkOut("${mail("dirk")}")`)
    await page.evaluate(`Promise.allSettled([shop.complete("${cart}"), shop.complete("${cart}")])`)
    await page.reload()
    const orderId = await page.evaluate<string>(`shop.complete("${cart}")`)
    expect(clicks).toHaveLength(1)
    expect(await decisionOf(orderId)).toEqual(earned(anna))
    const { count } = await stage().admin<AdminAffiliateCommissionListResponse>(`/admin/affiliate-commissions?order_id=${orderId}`)
    expect(count).toBe(1)
  })

  it.each(["2001-01-01T00:00:00Z", "2061-01-01T00:00:00Z"])(
    "a visitor whose clock says %s is remembered for as long as everybody",
    async (now) => {
      const page = await openVisitor()
      await page.clock.setFixedTime(new Date(now))
      await page.goto(anna.link)
      await remembered(page)
      const [kept] = await context.cookies(shop.url)
      const days = ((kept?.expires ?? 0) - Date.now() / 1000) / 86_400
      expect(days).toBeGreaterThan(89.9)
      expect(days).toBeLessThan(90.1)
      await page.goto(`${shop.url}/lamps`)
      expect(await decisionOf(await buy(page, `clock-${now.slice(0, 4)}`))).toEqual(earned(anna))
    }
  )
}
