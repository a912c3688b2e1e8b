import BigNumber from "bignumber.js"
import type { Browser, Page } from "playwright-core"

import { addPeriods, periodAt } from "../../src/domain/periods/period"
import type { AdminAffiliateReferralListResponse } from "../../src/types"
import { tellAccessStory } from "./access-story"
import { DashboardPage } from "./dashboard-page"
import { type Demo, isFree, startDemo } from "./demo"
import { tellDocumentsStory } from "./documents-story"
import { eventually } from "./eventually"
import { adminOf, type Client, customerOf, registerCustomer, strangerOf } from "./http"
import { type Explanation, itemsAfterDiscount, orderByToken } from "./order"
import { tellListsStory } from "./lists-story"
import { tellMoneyStory } from "./money-story"
import { tellOverviewStory } from "./overview-story"
import { tellPagesStory } from "./pages-story"
import { tellPayRunStory } from "./pay-run-story"
import { tellPayoutStory } from "./payout-story"
import { tellPortalStory } from "./portal-story"
import { tellPeopleStory } from "./people-story"
import { openChromium, openPage } from "./page"
import { tellProgramPortalStory } from "./program-portal-story"
import { tellRulesCostStory } from "./rules-cost-story"
import { tellRulesStory } from "./rules-story"
import { tellTiersStory } from "./tiers-story"
import { ShopPage } from "./shop-page"
import { tellShopStory } from "./shop-story"

jest.setTimeout(120_000)

let demo: Demo
let browser: Browser
let admin: Client
const ends: (() => Promise<unknown>)[] = []

beforeAll(async () => {
  demo = await startDemo()
  ends.push(demo.stop)
  admin = await adminOf(demo)
  browser = await openChromium()
  ends.push(() => browser.close())
}, 9 * 60_000)

afterAll(async () => {
  for (const end of ends.reverse()) await end()
})

/** A name or address of its own in every run, so that a running demo can be asked again. */
const unique = Date.now().toString(36)
/** The program lives in Berlin, where a month ends an hour or two before UTC's. */
const month = (back: number): string => addPeriods(periodAt(new Date(), "Europe/Berlin"), -back)

describe("a visitor of an affiliate", () => {
  const nora = { first_name: "Nora", last_name: "Newcomer", email: `nora-${unique}@example.com`, password: "a-long-password" }
  let page: Page
  let problems: string[]
  let shop: ShopPage
  let order: { id: string; number: string }
  let pendingBefore: BigNumber

  beforeAll(async () => {
    ;({ page, problems } = await openPage(browser))
    shop = new ShopPage(page)
    pendingBefore = await pending()
  })
  afterAll(() => page.context().close())
  afterEach(() => expect(problems.splice(0)).toEqual([]))

  /** What the affiliate sees on hold, in euro. */
  async function pending(): Promise<BigNumber> {
    const affiliate = await customerOf(demo, demo.affiliate)
    const { affiliates } = await affiliate<{ affiliates: Enrolment[] }>("/store/affiliates/me")
    const own = affiliates.find(({ promo_code }) => promo_code === demo.promo_code)
    return new BigNumber(own?.balances.find(({ currency_code }) => currency_code === "eur")?.pending ?? 0)
  }

  it("follows the link and registers", async () => {
    await shop.open(demo.affiliate_link)
    expect(
      await eventually(
        () => shop.story(),
        (text) => text.includes("remembered")
      )
    ).toContain("a visit by an affiliate's link is remembered")
    await shop.register(nora)
  })

  it("types the promo code in lower case and sees the discount", async () => {
    await shop.addToCart("Stoneware Mug")
    expect(await shop.total("Discount")).toBeNull()
    expect(await shop.typeCode(` ${demo.promo_code.toLowerCase()} `)).toBe(`${demo.promo_code} takes off 5 %.`)
    expect(await shop.total("Discount")).toMatch(/^−€\d+\.\d\d$/)
  })

  it("checks out and gets an order number", async () => {
    order = await shop.checkOut()
    expect(order.number).toMatch(/^#\d+$/)
  })

  it("earns the affiliate exactly ten percent of the items after the discount", async () => {
    const explain = () => admin<Explanation>(`/admin/orders/${order.id}/affiliate`)
    const { outcome, reason, source, affiliate, commissions } = await eventually(explain, (answer) => answer.commissions.length > 0)
    expect({ outcome, reason, source }).toEqual({ outcome: "attributed", reason: "promo_code", source: "promo_code" })
    expect(demo.affiliate_link).toContain(`=${affiliate?.code ?? "nobody"}`)

    const worth = await itemsAfterDiscount(admin, order.id)
    const earned = worth.times("0.1").decimalPlaces(2, BigNumber.ROUND_HALF_UP)
    expect(commissions).toEqual([
      expect.objectContaining({ kind: "order", currency_code: "eur", expense_amount: worth.toFixed(2), amount: earned.toFixed(2) }),
    ])
    expect((await pending()).minus(pendingBefore).toFixed(2)).toBe(earned.toFixed(2))
  })

  it("gets no second discount, and reads why", async () => {
    await shop.addToCart("Oak Serving Board")
    const said = await shop.typeCode(demo.promo_code)
    expect(said).toContain("valid for a customer's first order only")
    expect(await shop.total("Discount")).toBeNull()
  })
})

interface Enrolment {
  id: string
  promo_code: string | null
  balances: { currency_code: string; pending: string }[]
}

describe("a merchant in the dashboard", () => {
  const program = `Winter friends ${unique}`
  let programId: string
  let page: Page
  let problems: string[]
  let dashboard: DashboardPage

  beforeAll(async () => {
    ;({ page, problems } = await openPage(browser))
    dashboard = new DashboardPage(page, demo.url)
    await dashboard.logIn(demo.admin)
  })
  afterAll(() => page.context().close())
  afterEach(() => expect(problems.splice(0)).toEqual([]))

  const groupId = async (name: string) =>
    (await admin<{ customer_groups: { id: string }[] }>(`/admin/customer-groups?name=${name}`)).customer_groups[0]?.id ?? ""

  it("creates a program; what is refused is told beside its field", async () => {
    await page.getByRole("link", { name: "Affiliates" }).click()
    await page.getByRole("link", { name: "Programs" }).click()
    await page.getByRole("link", { name: "Create program" }).click()
    await dashboard.fill({ Name: program, "Site URL": "https://winter.example.com/shop", "Promo code template": "WINTER" })
    await dashboard.save()
    expect(await dashboard.errorOf("Promo code template")).toContain("at least one of @ID@, @HANDLE@ and @RANDOM@")

    // The page lets this one pass, the API does not.
    await dashboard.fill({ "Promo code template": "WINTER-@ID@", "Commission (percent)": "7.123456" })
    await dashboard.save()
    await eventually(
      () => dashboard.errorOf("Commission (percent)"),
      (text) => text.includes("four decimals")
    )
    expect(await dashboard.errorOf("Commission (percent)")).toContain("at most four decimals")

    await dashboard.fill({ "Commission (percent)": "7.125", "Discount for the shopper (percent)": "2.5", "Hold period (days)": "21" })
    await dashboard.fill({ "Attribution window (days)": "30", "Referral period (months)": "12" })
    await page.getByRole("checkbox", { name: "Wise" }).click()
    await page.getByRole("switch", { name: "Pay out automatically after the close" }).click()
    await dashboard.select("An order counts", "When the payment is captured")
    await dashboard.select("Several links", "The first link counts")
    await page.getByRole("radio", { name: "Only members of some groups" }).click()
    await dashboard.save()
    expect(await dashboard.errorOf("Customer groups that may join")).toBe("Choose at least one group, or let everybody join.")
    await dashboard.choose("Customer groups that may join", "Resellers")
    await dashboard.choose("Customer groups without reward", "Staff")
    await dashboard.choose("Sales channels", "Online shop")
    await dashboard.choose("Time zone", "Asia/Tokyo")
    await page.getByRole("switch", { name: "Include shipping" }).click()
    await page.getByRole("switch", { name: "Approve each affiliate" }).click()
    await page.getByRole("button", { name: "Add a minimum" }).click()
    await dashboard.choose("Currency", "EUR")
    await dashboard.fill({ Amount: "49.90" })
    await dashboard.save()
    await dashboard.toast(`Program ${program} was created.`)
    await page.waitForURL(/\/affiliates\/programs\/affprog_/)
    programId = page.url().split("/programs/")[1] ?? ""
  })

  it("finds every setting as it was saved", async () => {
    await dashboard.open(`/affiliates/programs/${programId}/edit`)
    const expected = {
      ...{ Name: program, "Site URL": "https://winter.example.com/shop", "Promo code template": "WINTER-@ID@" },
      ...{ "Commission (percent)": "7.125", "Discount for the shopper (percent)": "2.5", "Hold period (days)": "21" },
      ...{ "Attribution window (days)": "30", "Referral period (months)": "12" },
      ...{ Amount: "49.90", "Link parameter": "ref" },
    }
    await dashboard.field("Name").waitFor()
    const shown = await Promise.all(Object.keys(expected).map(async (label) => [label, await dashboard.field(label).inputValue()]))
    expect(Object.fromEntries(shown)).toEqual(expected)
    const form = page.getByRole("dialog")
    for (const text of [
      "When the payment is captured",
      "The first link counts",
      "Resellers",
      "Staff",
      "Online shop",
      "Asia/Tokyo",
      "EUR Euro",
      "Bank transfer",
    ]) {
      await form.getByText(text, { exact: true }).filter({ visible: true }).first().waitFor()
    }
    const isOn = async (name: string) => [name, await page.getByRole("switch", { name }).isChecked()]
    const switches = await Promise.all(["Include tax", "Include shipping", "Enroll automatically", "Approve each affiliate"].map(isOn))
    expect(Object.fromEntries(switches)).toEqual({
      ...{ "Include tax": false, "Include shipping": true, "Enroll automatically": false, "Approve each affiliate": true },
    })
    await dashboard.fill({ "Hold period (days)": "7" })
    await dashboard.save()
    await dashboard.toast("The program was saved.")
    const { affiliate_program } = await admin<{ affiliate_program: object }>(`/admin/affiliate-programs/${programId}`)
    expect(affiliate_program).toMatchObject({
      ...{ hold_period_days: 7, commission_percent: "7.125", timezone: "Asia/Tokyo", sales_channel_ids: [demo.sales_channel_id] },
      ...{ eligible_customer_group_ids: [await groupId("Resellers")], forbidden_customer_group_ids: [await groupId("Staff")] },
      ...{ commission_basis: "captured", attribution_model: "first_click", payout_minimums: { eur: "49.90" } },
      ...{ payout_method: "transfer", payout_methods: ["transfer", "wise"], automatic_payouts: true },
    })
  })

  it("says which customer was referred by whom, and why", async () => {
    const { id } = await registerCustomer(demo, { first_name: "Rita", last_name: "Referred", email: `rita-${unique}@example.com` })
    await dashboard.open(`/customers/${id}`)
    const section = dashboard.section("Referred by")
    await section.getByText("Nobody. No affiliate referred this customer.").waitFor()
    await section.getByRole("button").click()
    await page.getByRole("menuitem", { name: "Set referrer" }).click()
    await dashboard.choose("Affiliate", "Anna")
    await dashboard.fill({ Reason: "She told us on the phone" })
    await page.getByRole("button", { name: "Set referrer" }).click()
    await section.getByRole("link", { name: /^Anna Lindqvist \(\w+\)$/ }).waitFor()
    await section.getByText("Reason: She told us on the phone").waitFor()
  })

  it("shuts a customer group out of the reward", async () => {
    const group = await groupId("Resellers")
    await dashboard.open(`/customer-groups/${group}`)
    const noReward = dashboard
      .section("Affiliate programs")
      .locator("div.px-6", { hasText: program })
      .getByRole("switch", { name: "No reward" })
    expect(await noReward.isChecked()).toBe(false)
    await noReward.click()
    await page.getByRole("button", { name: "Continue" }).click()
    await dashboard.toast("The program was saved.")
    await page.reload()
    await noReward.waitFor()
    expect(await noReward.isChecked()).toBe(true)
    const { affiliate_program } = await admin<{ affiliate_program: { forbidden_customer_group_ids: string[] } }>(
      `/admin/affiliate-programs/${programId}`
    )
    expect(affiliate_program.forbidden_customer_group_ids).toContain(group)
  })

  it("closes a month that has ended, and no other", async () => {
    await dashboard.open(`/affiliates/periods/${month(0)}?program_id=${demo.program_id}`)
    expect(await page.getByRole("button", { name: "Close month" }).isDisabled()).toBe(true)
    await dashboard.open(`/affiliates/periods/${month(1)}?program_id=${demo.program_id}`)
    await page.getByText("Closed", { exact: true }).waitFor()
    expect(await page.getByRole("button", { name: "Close month" }).count()).toBe(0)

    // A program has no month from before it began.
    await admin(`/admin/affiliate-programs/${programId}`, { starts_at: `${month(1)}-02T00:00:00Z` })
    await dashboard.open(`/affiliates/periods/${month(1)}?program_id=${programId}`)
    await page.getByRole("button", { name: "Close month" }).click()
    await page.getByText("There is nothing to credit in this month.").waitFor()
    await page.getByRole("alertdialog").getByRole("button", { name: "Close month" }).click()
    await page.getByText("Closed", { exact: true }).waitFor()
  })

  it("meets hostile names and addresses as text", async () => {
    const hostile = (name: string) => `<img src=x onerror="window.${name}=1">`
    const villain = { first_name: hostile("first"), last_name: hostile("last"), email: `villain-${unique}@example.com` }
    const { id: customer_id } = await registerCustomer(demo, villain)
    const { affiliate } = await admin<{ affiliate: { id: string; link: string } }>("/admin/affiliates", {
      program_id: demo.program_id,
      customer_id,
    })
    const store = strangerOf(demo)
    const referrer = `https://evil.example/${hostile("referrer")}`
    const { click } = await store<{ click: { token: string } }>("/store/affiliate-clicks", { url: affiliate.link, referrer })
    const victim = { ...villain, email: `victim-${unique}@example.com` }
    const orderId = await orderByToken(demo, victim, click.token)
    await eventually(
      () => admin<Explanation>(`/admin/orders/${orderId}/affiliate`),
      ({ outcome }) => outcome === "attributed"
    )

    const { affiliate_referrals } = await admin<AdminAffiliateReferralListResponse>(`/admin/affiliate-referrals?q=${victim.email}`)
    const pages = [`/affiliates/list?q=villain-${unique}`, `/affiliates/${affiliate.id}`, `/customers/${customer_id}`]
    pages.push(`/customers/${affiliate_referrals[0]?.customer_id ?? ""}`, `/orders/${orderId}`)
    pages.push(`/affiliates/periods/${month(0)}?program_id=${demo.program_id}`)
    for (const path of pages) {
      await dashboard.open(path)
      await page.getByText(hostile("first")).first().waitFor()
      await page.waitForLoadState("networkidle")
      const run = await page.evaluate(() => ["first", "last", "referrer"].filter((name) => name in globalThis))
      expect({ path, run }).toEqual({ path, run: [] })
    }
  })
})

tellDocumentsStory(() => ({ demo, admin }))

describe("a merchant and the affiliates' money", () => {
  let page: Page
  let problems: string[]

  beforeAll(async () => {
    ;({ page, problems } = await openPage(browser))
    await new DashboardPage(page, demo.url).logIn(demo.admin)
  })
  afterAll(() => page.context().close())
  afterEach(() => expect(problems.splice(0)).toEqual([]))

  tellOverviewStory(() => ({ demo, admin, page, unique, month }))
  tellMoneyStory(() => ({ demo, admin, page, unique, month }))
  tellListsStory(() => ({ demo, admin, page }))
  tellPayoutStory(() => ({ demo, admin, page, unique, month }))
  tellPagesStory(() => ({ demo, admin, page }))
  tellPayRunStory(() => ({ demo, admin, page, unique, month }))
})

describe("a shop on one site and its backend on another", () => tellShopStory(() => ({ demo, admin, unique })))

describe("an affiliate in the portal", () => {
  tellPortalStory(() => ({ demo, admin, browser, unique }))
  describe("of a program with a look of its own", () => tellProgramPortalStory(() => ({ demo, admin, browser, unique })))
})

describe("a merchant and the affiliates", () => {
  let page: Page
  let problems: string[]

  beforeAll(async () => {
    ;({ page, problems } = await openPage(browser))
    await new DashboardPage(page, demo.url).logIn(demo.admin)
  })
  afterAll(() => page.context().close())
  afterEach(() => expect(problems.splice(0)).toEqual([]))

  tellPeopleStory(() => ({ demo, admin, page, unique, month }))
  tellRulesStory(() => ({ demo, admin, page, unique, month }))
  tellTiersStory(() => ({ demo, admin, page, unique, month }))
  tellRulesCostStory(() => ({ demo, admin, page, unique, month }))
  tellAccessStory(() => ({ demo, admin, page }))
})

it("ends with Ctrl-C and gives its port back", async () => {
  if (process.env.RUNNING_DEMO) return
  expect(await isFree(demo.port)).toBe(false)
  expect(await demo.stop()).toBe(0)
  expect(await isFree(demo.port)).toBe(true)
})
