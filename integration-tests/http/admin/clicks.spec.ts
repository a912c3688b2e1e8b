import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { affiliateModule, createAffiliate, type TestAffiliate } from "../../helpers/affiliate"
import { createAdmin, type Admin } from "../../helpers/http"
import { createShop, type Shop } from "../../helpers/shop"
import { sql } from "../../helpers/sql"
import { STORE } from "../../helpers/store"
import { buy, createCart, register, shopperOf } from "../capture/checkout"
import { createProgramWithAffiliate } from "../capture/support"

jest.setTimeout(240_000)

const SITE = "https://shop.example.com"
/** Hostile, and with what lists and files could take for something else. */
const CAMPAIGN = "=1+1,<b>%;"

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    let admin: Admin
    let shop: Shop
    let anna: TestAffiliate
    let bert: TestAffiliate
    let program_id: string

    beforeAll(async () => {
      shop = await createShop(getContainer())
      ;({ affiliate: anna, program_id } = await createProgramWithAffiliate(getContainer(), { timezone: "Asia/Tokyo" }))
      bert = await createAffiliate(getContainer(), program_id)
    })
    beforeEach(async () => {
      admin = await createAdmin(api, getContainer())
      affiliateModule(getContainer()).clicks.forgetPrograms()
    })

    const click = async ({ code }: TestAffiliate, page: string, more: { sub?: string; referrer?: string; at?: string } = {}) => {
      const address = new URL(page, SITE)
      address.searchParams.set("ref", code)
      if (more.sub !== undefined) address.searchParams.set("sub", more.sub)
      const at = more.at ? new Date(more.at) : new Date()
      const captured = await affiliateModule(getContainer()).clicks.capture({ page: address.href, referrer: more.referrer }, at)
      if ("ignored" in captured) throw new Error(captured.ignored)
      return captured.token
    }
    const list = async (query = "") => (await admin.get(`/admin/affiliate-clicks?${query}`)).data
    const groups = async (query: string) => (await admin.get(`/admin/affiliate-clicks/groups?${query}`)).data
    const pages = async (query: string) => (await list(query)).affiliate_clicks.map(({ page }: { page: string }) => page.replace(SITE, ""))
    const orderWith = async (token: string, email: string): Promise<string> => {
      const guest = shopperOf(api, shop)
      const cart = await createCart(guest, shop, {}, { "x-affiliate-token": token })
      const order = await buy(guest, shop, cart.id, email)
      await affiliateModule(getContainer()).orders.record([order], new Date())
      return order
    }

    it("tells what became of each click, and why nothing did", async () => {
      await click(anna, "/left")
      const inCart = await click(anna, "/cart")
      await createCart(shopperOf(api, shop), shop, {}, { "x-affiliate-token": inCart })
      await register(api, shop, "rita@example.com", { "x-affiliate-token": await click(anna, "/registered") })
      const order = await orderWith(await click(anna, "/ordered"), "olga@example.com")
      const refused = await orderWith(await click(bert, "/too-late"), "olga@example.com")

      const { affiliate_clicks, count } = await list()
      expect(count).toBe(5)
      const nothing = { outcome: "none", reason: null, order_id: null, currency_code: null, expense_amount: null, amount: null }
      const [{ display_id }] = (await sql(getContainer(), `SELECT display_id FROM "order" WHERE id = ?`, [order])) as [
        { display_id: number },
      ]
      expect(affiliate_clicks).toMatchObject([
        { page: `${SITE}/too-late`, affiliate_id: bert.id, affiliate_code: bert.code, ...nothing, reason: "not_first_order" },
        {
          ...{ page: `${SITE}/ordered`, affiliate_id: anna.id, program_id, outcome: "ordered", reason: null },
          ...{ order_id: order, order_display_id: display_id, currency_code: "eur", expense_amount: "100.00", amount: "10.00" },
        },
        { page: `${SITE}/registered`, ...nothing, outcome: "registered" },
        { page: `${SITE}/cart`, ...nothing, reason: "not_ordered" },
        { page: `${SITE}/left`, ...nothing },
      ])
      expect(refused).not.toBe(order)
      expect(await pages("outcome=ordered")).toEqual(["/ordered"])
      expect(await pages("outcome=registered")).toEqual(["/registered"])
      expect(await pages("outcome=none")).toEqual(["/too-late", "/cart", "/left"])
      expect(await pages("outcome=registered,ordered")).toEqual(["/ordered", "/registered"])
      expect((await groups("by=affiliate")).groups).toEqual([
        { value: anna.id, affiliate_code: anna.code, clicks: 4, referrals: 2, orders: 1 },
        { value: bert.id, affiliate_code: bert.code, clicks: 1, referrals: 0, orders: 0 },
      ])

      // Who registered orders for the first time: the click that brought them brought the order.
      const late = await orderWith(await click(bert, "/second"), "rita@example.com")
      expect((await list(`page=${SITE}/registered`)).affiliate_clicks).toMatchObject([
        { outcome: "ordered", order_id: late, amount: "10.00" },
      ])
    })

    it("finds clicks by what their links and pages say, hostile as it is", async () => {
      await click(anna, "/a,b", { sub: CAMPAIGN, referrer: "https://blog.example.net/x,y", at: "2016-04-15T10:00:00Z" })
      await click(anna, "/a", { sub: "two", at: "2016-04-15T16:00:00Z" })
      await click(bert, "/a", { at: "2016-04-16T10:00:00Z" })

      const whole = (name: string, ...values: string[]) =>
        values.map((value) => `${name}${values.length > 1 ? "[]" : ""}=${encodeURIComponent(value)}`).join("&")
      expect(await pages(whole("page", `${SITE}/a,b`))).toEqual(["/a,b"])
      expect(await pages(whole("page", `${SITE}/a,b`, `${SITE}/a`))).toEqual(["/a", "/a", "/a,b"])
      expect(await pages(whole("referrer", "https://blog.example.net/x,y"))).toEqual(["/a,b"])
      expect(await pages(whole("sub", CAMPAIGN, "two"))).toEqual(["/a", "/a,b"])
      expect(await pages(`affiliate_id=${bert.id}`)).toEqual(["/a"])
      expect(await pages("occurred_at[gte]=2016-04-15T16:00:00Z&occurred_at[lt]=2016-04-16T10:00:00Z")).toEqual(["/a"])
      expect(await pages(`q=${bert.code}`)).toEqual(["/a"])
      expect(await pages("q=blog.example")).toEqual(["/a,b"])

      // The program lives in Tokyo, where the second click of the 15th is one of the 16th.
      expect((await groups("by=day")).groups).toEqual([
        { value: "2016-04-16", affiliate_code: null, clicks: 2, referrals: 0, orders: 0 },
        { value: "2016-04-15", affiliate_code: null, clicks: 1, referrals: 0, orders: 0 },
      ])
      expect((await groups("by=sub")).groups.map(({ value }: { value: string }) => value)).toEqual([CAMPAIGN, "two", null])
      expect(await groups("by=page&limit=1&offset=1")).toEqual({
        groups: [{ value: `${SITE}/a,b`, affiliate_code: null, clicks: 1, referrals: 0, orders: 0 }],
        ...{ count: 2, limit: 1, offset: 1 },
      })
      expect(await groups(`by=referrer&affiliate_id=${bert.id}`)).toMatchObject({ groups: [{ value: null, clicks: 1 }], count: 1 })
      const { status, data } = await admin.get("/admin/affiliate-clicks/groups?by=ip")
      expect([status, data.message]).toEqual([400, "by: must be one of page, referrer, affiliate, sub, day"])
    })

    it("saves what the filters find, all of it, as a file without formulas", async () => {
      await click(anna, "/a", { sub: CAMPAIGN, at: "2016-04-15T10:00:00Z" })
      await sql(
        getContainer(),
        `INSERT INTO affiliate_click (id, program_id, affiliate_id, landing_url, occurred_at)
         SELECT 'affclk_' || n, ?, ?, ?, timestamptz '2016-05-01' + (n % 40) * interval '1 microsecond' FROM generate_series(1, 2345) n`,
        [program_id, anna.id, SITE]
      )
      const { status, data, headers } = await admin.get("/admin/affiliate-clicks/export")
      const lines = String(data).replace("\ufeff", "").trimEnd().split("\r\n")
      expect([status, headers["content-type"], lines.length]).toEqual([200, "text/csv; charset=utf-8", 2347])
      expect(lines[0]).toBe(
        "occurred_at,program,affiliate_code,page,referrer,utm_source,utm_medium,utm_campaign,sub,outcome,order_number,order_id"
      )
      expect(lines.at(-1)).toBe(`2016-04-15T10:00:00.000Z,Friends,${anna.code},${SITE}/a,,,,,"'=1+1,<b>%;",none,,`)
      const one = await admin.get(`/admin/affiliate-clicks/export?sub=${encodeURIComponent(CAMPAIGN)}`)
      expect(String(one.data).trimEnd().split("\r\n")).toHaveLength(2)
    })

    it("shows an affiliate their own clicks counted, and no visitor", async () => {
      const customer = await register(api, shop, "anna@example.com")
      await sql(getContainer(), `UPDATE affiliate SET customer_id = ? WHERE id = ?`, [customer.id, anna.id])
      await click(anna, "/a", { sub: "one", at: "2016-04-15T10:00:00Z" })
      await click(anna, "/b", { at: "2016-04-15T11:00:00Z" })
      await click(bert, "/b", { at: "2016-04-15T11:00:00Z" })
      const own = async (query = "") => (await customer.get(`/store/affiliates/me/${anna.id}/clicks?${query}`)).data
      expect(await own()).toEqual({
        clicks: [{ value: "2016-04-15", clicks: 2, referrals: 0, orders: 0 }],
        ...{ count: 1, limit: 20, offset: 0 },
      })
      expect((await own("by=page")).clicks).toMatchObject([
        { value: `${SITE}/a`, clicks: 1 },
        { value: `${SITE}/b`, clicks: 1 },
      ])
      expect((await own("by=sub&occurred_at[gte]=2016-04-15T10:30:00Z")).clicks).toMatchObject([{ value: null, clicks: 1 }])
      expect((await own("by=affiliate")).message).toBe("by: must be one of day, page, sub")
      expect((await customer.get(`/store/affiliates/me/${bert.id}/clicks`)).status).toBe(404)
    })

    it("counts what was not recorded by day and reason, and refuses a day that is none", async () => {
      const { clicks } = affiliateModule(getContainer())
      for (const page of ["", "x", "https://evil.example.org/"]) await clicks.capture({ page }, new Date("2016-04-15T23:59:00Z"))
      await clicks.capture({ page: "" }, new Date("2016-04-16T00:00:00Z"))
      const ignored = async (query = "") => (await admin.get(`/admin/affiliate-clicks/ignored?${query}`)).data
      expect(await ignored()).toEqual({
        ignored_clicks: [
          { day: "2016-04-16", reason: "no_page", count: 1 },
          { day: "2016-04-15", reason: "off_site", count: 1 },
          { day: "2016-04-15", reason: "no_page", count: 1 },
          { day: "2016-04-15", reason: "bad_page", count: 1 },
        ],
        ...{ count: 4, limit: 20, offset: 0 },
      })
      expect((await ignored("day[lte]=2016-04-15&reason=no_page,bad_page")).count).toBe(2)
      expect((await ignored("day=2016-02-30")).message).toBe("day: must be a day such as 2016-04-01")
    })
  },
})
