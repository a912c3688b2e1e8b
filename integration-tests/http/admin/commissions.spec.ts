import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { affiliateModule, createAffiliate, createProgram, createReferral } from "../../helpers/affiliate"
import { createAdmin, type Admin } from "../../helpers/http"
import { writeLedgerStory, type LedgerStory } from "../../helpers/ledger-story"
import { capture } from "../../helpers/order-life"
import { placeOrder } from "../../helpers/place-order"
import { createShop } from "../../helpers/shop"
import { sql } from "../../helpers/sql"
import { STORE } from "../../helpers/store"

jest.setTimeout(240_000)

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    let admin: Admin
    let story: LedgerStory

    beforeEach(async () => {
      admin = await createAdmin(api, getContainer())
      story = await writeLedgerStory(getContainer())
    })

    const totals = async (query = "") => (await admin.get(`/admin/affiliate-commissions/totals?${query}`)).data.totals
    const rows = async (query = "") => (await admin.get(`/admin/affiliate-commissions?${query}`)).data.affiliate_commissions
    const linesOf = async (path: string) =>
      String((await admin.get(path)).data)
        .replace("\ufeff", "")
        .trimEnd()
        .split("\r\n")

    it("adds up the whole filter, each currency on its own", async () => {
      expect(await totals()).toEqual([
        // 100 and its cancellation, 50 and 20.
        { currency_code: "eur", commission_count: 4, order_count: 3, expense_amount: "70.00", amount: "7.00" },
        { currency_code: "jpy", commission_count: 1, order_count: 1, expense_amount: "1234", amount: "123" },
      ])
      expect(await totals("currency_code=jpy")).toMatchObject([{ amount: "123" }])
      expect(await totals("kind=cancel")).toMatchObject([
        { commission_count: 1, order_count: 1, expense_amount: "-100.00", amount: "-10.00" },
      ])
      expect(await totals("occurred_at[gte]=2016-05-12&occurred_at[lt]=2016-06-01")).toMatchObject([{ amount: "5.00", order_count: 1 }])
      expect(await totals("status=pending")).toMatchObject([{ expense_amount: "20.00", amount: "2.00" }])
      expect(await totals("source=link")).toHaveLength(2)
      expect(await totals("source=manual")).toEqual([])
    })

    it("lists each order once by its first commission, also one that is captured in parts", async () => {
      const container = getContainer()
      const shop = await createShop(container)
      const program_id = await createProgram(container, { commission_basis: "captured" })
      const { id } = await createAffiliate(container, program_id)
      await createReferral(container, { id, program_id }, "shopper@example.com")
      const order = await placeOrder(container, shop, { items: [{ variant: "lamp", quantity: 3 }] })
      for (const amount of [100, 50, 25]) {
        await capture(container, order, amount)
        await affiliateModule(container).orders.record([order], new Date())
      }
      const own = `program_id=${program_id}`
      expect((await rows(`${own}&kind=order`)).map(({ order_id }: { order_id: string }) => order_id)).toEqual([order, order, order])
      expect(await rows(`${own}&first_of_order=true`)).toHaveLength(1)
      expect(await rows(`${own}&first_of_order=false`)).toHaveLength(2)
      expect(await totals(`${own}&first_of_order=true`)).toMatchObject([{ commission_count: 1, order_count: 1 }])
      const { data } = await admin.get(`/admin/affiliate-statistics/overview?${own}`)
      expect(data.overview.totals.orders).toBe(1)

      const { status, data: refusal } = await admin.get("/admin/affiliate-commissions?first_of_order=first")
      expect([status, refusal.message]).toEqual([400, expect.stringContaining("first_of_order")])
    })

    it("finds an order by its whole id and number, and an affiliate by a part of the code", async () => {
      await sql(getContainer(), `UPDATE affiliate SET code = 'annabell'`)
      const [{ display_id }] = (await sql(getContainer(), `SELECT display_id FROM "order" WHERE id = ?`, [story.june])) as [
        { display_id: number },
      ]
      const orders = async (q: string) => [
        ...new Set((await rows(`q=${encodeURIComponent(q)}`)).map((row: { order_id: string }) => row.order_id)),
      ]
      expect(await orders(String(display_id))).toEqual([story.june])
      expect(await orders(`#${display_id}`)).toEqual([story.june])
      expect(await orders(story.june)).toEqual([story.june])
      expect(await orders("nabe")).toHaveLength(4)
      expect(await orders("99999999999999999999")).toEqual([])
      expect(await orders("%")).toEqual([])
    })

    it("finds what was withheld, and what follows it, by its status", async () => {
      // Of two affiliates, one had May withheld; the cancellation in May of an order of April, which was credited, follows April.
      await sql(getContainer(), `ALTER TABLE affiliate_period_line DISABLE TRIGGER USER`)
      await sql(
        getContainer(),
        `UPDATE affiliate_period_line line SET outcome = 'withheld', reason = 'forbidden_customer_group', is_judged = true
         FROM affiliate_period period WHERE period.id = line.period_id AND period.period = '2016-05' AND line.currency_code = 'eur'`
      )
      await sql(getContainer(), `ALTER TABLE affiliate_period_line ENABLE TRIGGER USER`)
      const all: { id: string; status: string; withheld_reason: string | null }[] = await rows("limit=100")
      for (const { status, withheld_reason } of all) expect(withheld_reason).toBe(status === "withheld" ? "forbidden_customer_group" : null)
      for (const status of ["pending", "credited", "withheld"]) {
        const expected = all.filter((row) => row.status === status).map(({ id }) => id)
        expect(expected.length).toBeGreaterThan(0)
        expect([status, (await rows(`limit=100&status=${status}`)).map(({ id }: { id: string }) => id)]).toEqual([status, expected])
      }
    })

    it("saves what the filters find as a file", async () => {
      const lines = await linesOf("/admin/affiliate-commissions/export")
      expect(lines[0]).toBe(
        "occurred_at,order_number,order_id,program,affiliate_code,affiliate_name,kind,status,period,corrects_period,expense_amount,rate_percent,amount,currency_code"
      )
      expect(lines).toHaveLength(6)
      const ids = (await rows()).map(({ order_id }: { order_id: string }) => order_id)
      expect(lines.slice(1).map((line) => line.split(",")[2])).toEqual(ids)
      const [, canceled = ""] = await linesOf("/admin/affiliate-commissions/export?kind=cancel&decimal=comma")
      expect(canceled).toContain(";cancel;credited;2016-05;2016-04;-100,00;10;-10,00;EUR")
      const { status, data } = await admin.get("/admin/affiliate-commissions/export?limit=1")
      expect([status, data.message]).toEqual([400, expect.stringMatching(/^limit: is unknown, known are /)])
    })

    it("saves referrals as a file, without formulas", async () => {
      await createReferral(getContainer(), { id: story.anna, program_id: story.program_id }, "=b@example.com", new Date("2016-04-02"))
      const [header, first] = await linesOf("/admin/affiliate-referrals/export?started_at[gte]=2016-01-01")
      expect(header).toBe("started_at,program,affiliate_code,customer_email,customer_name,source,order_id,ended_at,reason")
      expect(first).toMatch(/^2016-04-02T00:00:00\.000Z,Friends,\w+,'=b@example\.com,,link,,,$/)
      expect(await linesOf("/admin/affiliate-referrals/export")).toHaveLength(3)
    })
  },
})
