import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { instantsOf } from "../../../src/domain/statistics/range"
import { totalsOf } from "../../../src/domain/statistics/figures"
import type { AdminAffiliateCommission, AdminAffiliateReferral, AdminAffiliateStatisticsOverview } from "../../../src/types"
import { affiliateModule, createAffiliate, createProgram, createReferral } from "../../helpers/affiliate"
import { caller, createAdmin, type Admin } from "../../helpers/http"
import { writeLedgerStory, type LedgerStory } from "../../helpers/ledger-story"
import { createOrder } from "../../helpers/many-orders"
import { moveOrder, sql, statementsOf } from "../../helpers/sql"
import { STORE } from "../../helpers/store"

jest.setTimeout(120_000)

const BERLIN = "Europe/Berlin"
const RANGES: [from: string, to: string][] = [
  ["2016-04-01", "2016-04-30"],
  ["2016-05-01", "2016-05-31"],
  ["2016-04-16", "2016-04-16"],
  ["2016-04-10", "2016-06-15"],
  ["2015-01-01", "2015-01-31"],
]

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    let admin: Admin
    let story: LedgerStory
    /** A program whose days are cut in another zone, so that its clicks have no totals that fit. */
    let tokyo: { id: string; affiliate: string }

    beforeEach(async () => {
      admin = await createAdmin(api, getContainer())
      story = await writeLedgerStory(getContainer())
      const program_id = await createProgram(getContainer(), { timezone: "Asia/Tokyo" })
      const { id } = await createAffiliate(getContainer(), program_id)
      tokyo = { id: program_id, affiliate: id }
      await createReferral(getContainer(), { id, program_id }, "tokyo@example.com", new Date("2016-04-30T20:00:00Z"))
      await createReferral(
        getContainer(),
        { id: story.anna, program_id: story.program_id },
        "late@example.com",
        new Date("2016-04-30T22:00:00Z")
      )
      const order = await createOrder(getContainer(), { email: "tokyo@example.com", currency_code: "usd", unit_price: 33.33 })
      await moveOrder(getContainer(), order, new Date("2016-04-30T21:59:59Z"))
      await affiliateModule(getContainer()).orders.record([order], new Date("2016-06-15T12:00:00Z"))

      // Around midnight in Berlin, and one at noon.
      const times = ["2016-04-15T22:00:00Z", "2016-04-16T12:00:00Z", "2016-04-16T21:59:59Z", "2016-04-30T21:59:59Z", "2016-04-30T22:00:00Z"]
      for (const [own, program, at] of [
        ...times.map((time) => [story.anna, story.program_id, time]),
        ...times.map((time) => [id, program_id, time]),
      ]) {
        await sql(
          getContainer(),
          `INSERT INTO affiliate_click (id, program_id, affiliate_id, landing_url, referrer, occurred_at)
           VALUES (affiliate_new_id('affclk'), ?, ?, 'https://shop.example.com/' || ?, CASE WHEN ? = ? THEN 'https://blog.example.net/' END, ?)`,
          [program!, own!, own!, own!, story.anna, at!]
        )
      }
    })

    const overviewOf = async (query: string): Promise<AdminAffiliateStatisticsOverview> =>
      (await admin.get(`/admin/affiliate-statistics/overview?${query}`)).data.overview

    /** All rows of a list between two instants. */
    async function rowsOf<Row>(route: string, time: string, [from, to]: [string, string], zone: string, filters: string): Promise<Row[]> {
      const { starts_at, ends_at } = instantsOf({ from, to }, zone)
      const { data } = await admin.get(`/admin/${route}?${time}[gte]=${starts_at}&${time}[lt]=${ends_at}&limit=100&${filters}`)
      const found = data[route.replaceAll("-", "_")] as Row[]
      expect(data.count).toBe(found.length)
      return found
    }

    async function expectedTotals(range: [string, string], zone: string, program_id?: string) {
      const filters = program_id ? `program_id=${program_id}` : ""
      const commissions = await rowsOf<AdminAffiliateCommission>("affiliate-commissions", "occurred_at", range, zone, filters)
      const referrals = await rowsOf<AdminAffiliateReferral>("affiliate-referrals", "started_at", range, zone, filters)
      const { starts_at, ends_at } = instantsOf({ from: range[0], to: range[1] }, zone)
      const [clicks] = await sql<{ count: number }>(
        getContainer(),
        `SELECT count(*)::int AS count FROM affiliate_click WHERE occurred_at >= ? AND occurred_at < ? AND (program_id = ? OR ?::text IS NULL)`,
        [starts_at, ends_at, program_id ?? null, program_id ?? null]
      )
      return totalsOf([
        { clicks: clicks!.count, referrals: referrals.length, orders: 0, currencies: [] },
        ...commissions.map(({ kind, currency_code, expense_amount, amount }) => {
          const orders = Number(kind === "order")
          return { clicks: 0, referrals: 0, orders, currencies: [{ currency_code, orders, expense_amount, commission_amount: amount }] }
        }),
      ])
    }

    it("every figure is the sum of the rows in the lists, of all programs and of each", async () => {
      const seen = []
      for (const [from, to] of RANGES) {
        for (const [program_id, zone] of [
          [undefined, BERLIN],
          [story.program_id, BERLIN],
          [tokyo.id, "Asia/Tokyo"],
        ] as const) {
          const query = `from=${from}&to=${to}${program_id ? `&program_id=${program_id}` : ""}`
          const { totals } = await overviewOf(query)
          expect({ query, ...totals }).toEqual({ query, ...(await expectedTotals([from, to], zone, program_id)) })
          seen.push([
            totals.clicks,
            totals.referrals,
            totals.orders,
            ...totals.currencies.map((own) => `${own.commission_amount} ${own.currency_code}`),
          ])
        }
      }
      expect(seen).toEqual([
        [8, 1, 3, "10.00 eur", "123 jpy", "3.33 usd"],
        [4, 0, 2, "10.00 eur", "123 jpy"],
        [3, 0, 0],
        [2, 1, 1, "-5.00 eur"],
        [1, 1, 1, "-5.00 eur"],
        [2, 1, 1, "3.33 usd"],
        [6, 0, 1, "123 jpy"],
        [3, 0, 1, "123 jpy"],
        [2, 0, 0],
        [10, 2, 5, "7.00 eur", "123 jpy", "3.33 usd"],
        [5, 1, 4, "7.00 eur", "123 jpy"],
        [5, 1, 1, "3.33 usd"],
        [0, 0, 0],
        [0, 0, 0],
        [0, 0, 0],
      ])
    })

    it("the series adds up to the totals, by day, week and month, and its ends are cut off", async () => {
      const query = "from=2016-04-16&to=2016-05-20"
      const { totals } = await overviewOf(query)
      for (const [interval, count] of [
        ["day", 35],
        ["week", 6],
        ["month", 2],
      ] as const) {
        const { series } = await overviewOf(`${query}&interval=${interval}`)
        expect(series).toHaveLength(count)
        expect([series[0]?.starts_at, series.at(-1)?.ends_at]).toEqual(["2016-04-15T22:00:00.000Z", "2016-05-20T22:00:00.000Z"])
        expect(series.slice(1).map(({ starts_at }) => starts_at)).toEqual(series.slice(0, -1).map(({ ends_at }) => ends_at))
        expect(totalsOf(series)).toEqual(totals)
      }
    })

    it("the range before has its own totals, and one currency is asked for by its code", async () => {
      const may = await overviewOf("from=2016-05-01&to=2016-05-31&before_from=2016-04-01&before_to=2016-04-30&currency_code=EUR")
      const april = await overviewOf("from=2016-04-01&to=2016-04-30&currency_code=eur")
      expect(may.before).toEqual(april.totals)
      expect(april.before).toBeNull()
      expect(april.totals).toEqual({
        ...{ clicks: 8, referrals: 1, orders: 1 },
        currencies: [{ currency_code: "eur", orders: 1, expense_amount: "100.00", commission_amount: "10.00", cost_percent: "10.00" }],
      })
    })

    it("the best affiliates, pages and referrers, with the same clicks", async () => {
      const { tops } = (await admin.get("/admin/affiliate-statistics/tops?from=2016-04-16&to=2016-05-31&currency_code=eur")).data
      const figures = (of: { affiliate: { id: string }; clicks: number; orders: number; commission_amount: string }[]) =>
        of.map(({ affiliate, clicks, orders, commission_amount }) => [affiliate.id, clicks, orders, commission_amount])
      expect(figures(tops.affiliates)).toEqual([
        [tokyo.affiliate, 5, 0, "0.00"],
        [story.anna, 5, 1, "-5.00"],
      ])
      expect(tops.pages.map(({ address, clicks }: { address: string; clicks: number }) => [address, clicks])).toEqual(
        [story.anna, tokyo.affiliate].sort().map((id) => [`https://shop.example.com/${id}`, 5])
      )
      expect(tops.referrers).toEqual([{ address: "https://blog.example.net/", clicks: 5 }])
      const one = (await admin.get("/admin/affiliate-statistics/tops?from=2016-04-01&to=2016-04-30&limit=1")).data.tops
      expect([one.affiliates.length, one.pages.length, one.affiliates[0].currency_code]).toEqual([1, 1, null])
    })

    it("all figures stay as they are when clicks are dropped", async () => {
      const figures = async () => {
        const of = []
        for (const query of [
          `program_id=${story.program_id}`,
          `program_id=${tokyo.id}`,
          `affiliate_id=${tokyo.affiliate}`,
          `affiliate_id=${story.anna}`,
        ]) {
          of.push((await admin.get(`/admin/affiliate-statistics?from=2016-04-10&to=2016-06-15&${query}`)).data.affiliate_statistics)
        }
        const all = "from=2016-04-10&to=2016-06-15"
        const { pages, referrers, affiliates } = (await admin.get(`/admin/affiliate-statistics/tops?${all}&currency_code=eur`)).data.tops
        const list = await admin.get("/admin/affiliates?order=-clicks&from=2016-04-10T00:00:00Z&to=2016-06-15T00:00:00Z&currency_code=eur")
        return {
          ...{
            of,
            pages,
            referrers,
            affiliates,
            totals: (await overviewOf(all)).totals,
            setup: (await admin.get("/admin/affiliate-setup")).data,
          },
          list: list.data.affiliates.map(({ id, figures: own }: { id: string; figures: object }) => [id, own]),
        }
      }
      await affiliateModule(getContainer()).clicks.openMonths()
      const before = await figures()
      expect(before.totals.clicks).toBe(10)
      for (const month of ["2016-04-01", "2016-05-01"]) await sql(getContainer(), `SELECT affiliate_drop_clicks(?)`, [month])
      expect(await sql(getContainer(), `SELECT count(*)::int AS kept FROM affiliate_click`)).toEqual([{ kept: 0 }])
      expect(await figures()).toEqual(before)
    })

    it("what waits for the merchant has the figures of the lists that it leads to", async () => {
      const tasks = async (query = "") => (await admin.get(`/admin/affiliate-tasks${query}`)).data.affiliate_tasks
      const before = await tasks()
      const { data: open } = await admin.get("/admin/affiliate-periods?status=open&order=period&limit=1")
      expect(before.next_period).toEqual(open.affiliate_periods[0])
      expect(before.failed_payouts).toEqual({ count: 1, totals: [{ currency_code: "jpy", amount: "123" }] })
      const failed = await admin.get("/admin/affiliate-payouts?status=failed&is_last=true")
      expect(failed.data.affiliate_payouts.map(({ id }: { id: string }) => id)).toEqual([story.failed])

      const { data: preview } = await admin.get(`/admin/affiliate-payouts/preview?program_id=${story.program_id}`)
      const missing = preview.skipped.filter(({ reason }: { reason: string }) => reason === "no_payout_details")
      expect([before.payable.count, before.missing_details.count]).toEqual([preview.affiliate_payouts.length, missing.length])

      await createAffiliate(getContainer(), story.program_id, { status: "pending" })
      await affiliateModule(getContainer()).payouts.create({ program_id: story.program_id, created_by: "user_1" })
      const after = await tasks(`?program_id=${story.program_id}`)
      const { data: processing } = await admin.get("/admin/affiliate-payouts?status=processing")
      expect([after.applications, after.payouts_to_pay.count, after.payable.count]).toEqual([1, processing.count, 0])
      expect(processing.count).toBeGreaterThan(0)
      expect(await tasks(`?program_id=${tokyo.id}`)).toMatchObject({
        ...{ applications: 0, quarantined_orders: 0 },
        payouts_to_pay: { count: 0, totals: [] },
      })
    })

    it("says when the hourly job has stopped, which records what events missed and closes months", async () => {
      const { statistics } = affiliateModule(getContainer())
      const counted = async (now: string) => {
        const { last_run_at, is_run_late } = await statistics.countTasks(undefined, new Date(now))
        return [last_run_at?.toISOString() ?? null, is_run_late]
      }
      await sql(getContainer(), `DELETE FROM affiliate_reconciliation`)
      await sql(getContainer(), `UPDATE affiliate_program SET created_at = '2016-05-01T08:00:00Z'`)
      expect(await counted("2016-05-01T11:00:00Z")).toEqual([null, false])
      expect(await counted("2016-05-01T11:00:01Z")).toEqual([null, true])
      await sql(
        getContainer(),
        `INSERT INTO affiliate_reconciliation (id, began_at, order_count, commission_count)
         VALUES ('affrec_1', '2016-05-01T09:07:00Z', 0, 0), ('affrec_2', '2016-05-01T10:07:00Z', 0, 0)`
      )
      expect(await counted("2016-05-01T13:07:00Z")).toEqual(["2016-05-01T10:07:00.000Z", false])
      expect(await counted("2016-05-01T13:07:01Z")).toEqual(["2016-05-01T10:07:00.000Z", true])
      const { data } = await admin.get("/admin/affiliate-tasks")
      expect(data.affiliate_tasks).toMatchObject({ last_run_at: "2016-05-01T10:07:00.000Z", is_run_late: true })
    })

    it("the setup ticks itself", async () => {
      const setup = async () => (await admin.get("/admin/affiliate-setup")).data.affiliate_setup
      const done = { has_program: true, has_click: true, has_affiliate: true, has_commission: true }
      expect(await setup()).toEqual({ ...done, has_agreement: false, has_issuer: false })
      await admin.post(`/admin/affiliate-programs/${story.program_id}`, {
        ...{ agreement_text: "Be fair.", statement_settings: { issuer_name: "Lamps Ltd." } },
      })
      expect(await setup()).toEqual({ ...done, has_agreement: true, has_issuer: true })
    })

    it("refuses what is no range, and strangers", async () => {
      for (const path of ["affiliate-statistics/overview", "affiliate-statistics/tops", "affiliate-tasks", "affiliate-setup"]) {
        expect((await caller(api).get(`/admin/${path}`)).status).toBe(401)
      }
      for (const [query, message] of [
        ["from=yesterday", /^from/],
        ["from=2016-05-01&to=2016-04-01", /^from/],
        ["from=2016-05-01&to=2016-05-02&before_from=x&before_to=2016-04-02", /^from/],
        ["interval=hour", /^interval/],
      ] as const) {
        const { status, data } = await admin.get(`/admin/affiliate-statistics/overview?${query}`)
        expect([query, status, data.message]).toEqual([query, 400, expect.stringMatching(message)])
      }
      expect((await admin.get("/admin/affiliate-statistics/tops?limit=0")).status).toBe(400)
    })

    it("asks the database as often for much as for little", async () => {
      const statements = (path: string) => statementsOf(getContainer(), () => admin.get(path))
      const [month, decade] = [
        await statements("/admin/affiliate-statistics/overview?from=2016-04-16&to=2016-04-16"),
        await statements("/admin/affiliate-statistics/overview?from=2007-01-01&to=2016-12-31&interval=month"),
      ]
      expect(decade.length).toBe(month.length)
      const ours = (found: string[]) => found.filter((statement) => statement.includes("affiliate_"))
      expect(ours(month)).toHaveLength(2)
      expect(ours(await statements("/admin/affiliate-statistics/tops?from=2016-04-16&to=2016-04-16"))).toHaveLength(4)
    })
  },
})
