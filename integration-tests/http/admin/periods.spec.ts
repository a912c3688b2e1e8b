import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { affiliateModule, createAffiliate, createReferral } from "../../helpers/affiliate"
import { caller, createAdmin, type Admin } from "../../helpers/http"
import { createOrders } from "../../helpers/many-orders"
import { postProgram } from "../../helpers/programs"
import { moveOrder, sql } from "../../helpers/sql"
import { STORE } from "../../helpers/store"

/** Months count back from now, so that the close, which has no clock but the server's, finds them ended. */
const month = (ago: number): string => {
  const now = new Date()
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - ago, 1)).toISOString().slice(0, 7)
}

const none = (zero: string) => ({ previous_expense_amount: zero, previous_amount: zero })

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    describe("commissions and periods", () => {
      let admin: Admin
      let programId: string
      let anna: { id: string; code: string }
      let staff: { id: string; code: string }
      let orders: string[]

      beforeEach(async () => {
        const container = getContainer()
        admin = await createAdmin(api, container)
        const groups = container.resolve(Modules.CUSTOMER)
        const forbidden = await groups.createCustomerGroups({ name: "Staff" })
        programId = (await postProgram(admin, { forbidden_customer_group_ids: [forbidden.id], hold_period_days: 14 })).id
        await sql(container, `UPDATE affiliate_program SET created_at = '2020-01-01'`)
        const first = await createAffiliate(container, programId)
        const second = await createAffiliate(container, programId)
        await groups.addCustomerToGroup({ customer_id: second.customer_id, customer_group_id: forbidden.id })
        anna = first
        staff = second
        await createReferral(container, { id: anna.id, program_id: programId }, "a@example.com", new Date("2020-01-01"))
        await createReferral(container, { id: staff.id, program_id: programId }, "s@example.com", new Date("2020-01-01"))

        orders = []
        for (const wish of [
          { email: "a@example.com", unit_price: 10.01 },
          { email: "a@example.com", unit_price: 20 },
          { email: "a@example.com", unit_price: 999, currency_code: "jpy" },
          { email: "s@example.com", unit_price: 50 },
          { email: "a@example.com", unit_price: 70 },
        ]) {
          orders.push(...(await createOrders(container, [wish])))
        }
        const last = new Date(`${month(1)}-10T12:00:00Z`)
        for (const id of orders.slice(0, 4)) await moveOrder(container, id, last)
        await affiliateModule(container).orders.record(orders, new Date())
      })

      const lastMonth = () => admin.get(`/admin/affiliate-periods/${month(1)}?program_id=${programId}`)
      const close = (period: string, body: object = {}) => admin.post(`/admin/affiliate-periods/${period}/close`, body)

      it("previews a month figure by figure, and the close writes just that", async () => {
        const preview = (await lastMonth()).data.affiliate_period
        expect(preview).toEqual({
          id: expect.stringMatching(/^affper_/),
          program_id: programId,
          program_name: "Friends",
          period: month(1),
          status: "open",
          starts_at: `${month(1)}-01T00:00:00.000Z`,
          ends_at: `${month(0)}-01T00:00:00.000Z`,
          closed_at: null,
          closed_by: null,
          close_refusal: null,
          reconciled_at: null,
          lines: expect.arrayContaining([
            {
              affiliate_id: anna.id,
              affiliate_code: anna.code,
              currency_code: "eur",
              expense_amount: "30.01",
              amount: "3.00",
              commission_count: 2,
              order_count: 2,
              outcome: "credited",
              reason: null,
              available_at: `${month(0)}-15T00:00:00.000Z`,
              previous_expense_amount: "0.00",
              previous_amount: "0.00",
              difference: "3.00",
            },
            expect.objectContaining({ affiliate_id: anna.id, currency_code: "jpy", expense_amount: "999", amount: "100" }),
            expect.objectContaining({
              affiliate_id: staff.id,
              currency_code: "eur",
              amount: "5.00",
              outcome: "withheld",
              reason: "forbidden_customer_group",
            }),
          ]),
          line_count: 3,
          absent: [],
          absent_count: 0,
          period_commissions: [],
          period_commission_count: 0,
          comparison: [
            {
              currency_code: "eur",
              expense_amount: "80.01",
              amount: "8.00",
              previous_expense_amount: "0.00",
              previous_amount: "0.00",
              difference: "8.00",
            },
            { ...none("0"), currency_code: "jpy", expense_amount: "999", amount: "100", difference: "100" },
          ],
          totals: [
            {
              currency_code: "eur",
              amount: "3.00",
              withheld_amount: "5.00",
              expense_amount: "80.01",
              affiliate_count: 2,
              order_count: 3,
            },
            {
              currency_code: "jpy",
              amount: "100",
              withheld_amount: "0",
              expense_amount: "999",
              affiliate_count: 1,
              order_count: 1,
            },
          ],
        })

        expect(await close(month(1), { program_id: programId })).toMatchObject({
          status: 200,
          data: { affiliate_periods: [{ program_id: programId, period: month(1), closed: true }] },
        })
        expect((await lastMonth()).data.affiliate_period).toEqual({
          ...preview,
          status: "closed",
          closed_at: expect.any(String),
          closed_by: admin.id,
          reconciled_at: expect.any(String),
        })

        const entries = (await admin.get("/admin/affiliate-ledger")).data
        expect(entries.count).toBe(2)
        expect(await close(month(1))).toMatchObject({ status: 200, data: { affiliate_periods: [{ period: month(1), closed: false }] } })
        expect((await admin.get("/admin/affiliate-ledger")).data).toEqual(entries)
      })

      it("takes any day of a month for it, and refuses what has not ended or is no month", async () => {
        expect((await close(`${month(1)}-17`)).data.affiliate_periods).toMatchObject([{ period: month(1), closed: true }])
        for (const period of [month(0), "2999-01", "2016-13", "april", "2016"]) {
          expect(await close(period)).toMatchObject({ status: 400, data: { message: expect.stringContaining("period") } })
        }
        expect((await admin.get("/admin/affiliate-periods/april")).status).toBe(400)
        expect((await close(month(1), { program_id: "affprog_x" })).status).toBe(404)
        expect((await admin.get(`/admin/affiliate-periods/${month(1)}?program_id=affprog_x`)).status).toBe(404)
        expect((await caller(api).post(`/admin/affiliate-periods/${month(1)}/close`)).status).toBe(401)
      })

      it("asks which program is meant once there are several", async () => {
        expect((await admin.get(`/admin/affiliate-periods/${month(1)}`)).status).toBe(200)
        await postProgram(admin, { name: "Press" })
        expect(await admin.get(`/admin/affiliate-periods/${month(1)}`)).toMatchObject({
          status: 400,
          data: { message: expect.stringContaining("program_id") },
        })
      })

      it("lists months newest first with their totals, every program's current one included", async () => {
        const press = await postProgram(admin, { name: "Press" })
        await close(month(1), { program_id: programId })
        const { data } = await admin.get("/admin/affiliate-periods")
        expect(data.count).toBe(3)
        const current = data.affiliate_periods.filter(({ period }: { period: string }) => period === month(0))
        expect(current).toEqual(
          expect.arrayContaining([
            expect.objectContaining({ id: null, program_id: press.id, program_name: "Press", status: "open", totals: [] }),
            expect.objectContaining({
              program_id: programId,
              status: "open",
              totals: [expect.objectContaining({ currency_code: "eur", amount: "7.00", withheld_amount: "0.00", order_count: 1 })],
            }),
          ])
        )
        expect(data.affiliate_periods[2]).toMatchObject({
          program_id: programId,
          period: month(1),
          status: "closed",
          totals: (await lastMonth()).data.affiliate_period.totals,
        })
        expect((await admin.get("/admin/affiliate-periods?status=closed")).data.count).toBe(1)
        expect((await admin.get(`/admin/affiliate-periods?program_id=${press.id}`)).data.count).toBe(1)
        expect((await admin.get("/admin/affiliate-periods?limit=1&offset=2")).data.affiliate_periods).toMatchObject([{ period: month(1) }])
      })

      it("lists commissions with the status their month gives them", async () => {
        await close(month(1))
        const { data } = await admin.get("/admin/affiliate-commissions")
        expect(data.count).toBe(5)
        expect(data.affiliate_commissions[0]).toEqual({
          id: expect.stringMatching(/^affcom_/),
          order_id: orders[4],
          order_display_id: expect.any(Number),
          affiliate_id: anna.id,
          affiliate_code: anna.code,
          program_id: programId,
          kind: "order",
          expense_amount: "70.00",
          rate_percent: "10",
          amount: "7.00",
          currency_code: "eur",
          period: month(0),
          corrects_period: null,
          occurred_at: expect.any(String),
          status: "pending",
          withheld_reason: null,
        })

        const found = async (query: string) => {
          const answer = await admin.get(`/admin/affiliate-commissions?order=occurred_at&${query}`)
          return answer.data.affiliate_commissions.map(({ order_id }: { order_id: string }) => order_id).sort()
        }
        expect(await found("status=pending")).toEqual([orders[4]])
        expect(await found("status=withheld")).toEqual([orders[3]])
        expect(await found("status=credited&currency_code=eur")).toEqual([orders[0], orders[1]].sort())
        expect(await found(`affiliate_id=${staff.id}`)).toEqual([orders[3]])
        expect(await found(`order_id=${orders[2]}`)).toEqual([orders[2]])
        expect(await found(`period=${month(0)}`)).toEqual([orders[4]])
        expect(await found("kind=cancel")).toEqual([])
        expect(await found(`q=${staff.code.toUpperCase()}`)).toEqual([orders[3]])
        expect(await found(`q=${data.affiliate_commissions[0].order_display_id}&kind=order`)).toContain(orders[4])
        expect(await found("program_id=affprog_x")).toEqual([])
        expect((await admin.get("/admin/affiliate-commissions?status=paid")).status).toBe(400)
      })

      it("explains an order that earned, one that did not, a draft and an unknown one", async () => {
        expect((await admin.get(`/admin/orders/${orders[0]}/affiliate`)).data).toMatchObject({
          outcome: "attributed",
          reason: "existing_referral",
          program_id: programId,
          affiliate: { id: anna.id, code: anna.code, number: expect.any(Number) },
          rate_percent: "10",
          evidence: [
            {
              type: "referral",
              affiliate_code: anna.code,
              occurred_at: expect.stringMatching(/^2020-01-01T00:00:00/),
              verdict: "chosen",
              reason: null,
            },
          ],
          commissions: [{ kind: "order", amount: "1.00", expense_amount: "10.01", order_id: orders[0] }],
        })

        const [stranger, unknown] = await createOrders(getContainer(), [{ email: "x@example.com" }, { email: "y@example.com" }])
        await affiliateModule(getContainer()).orders.record([stranger!], new Date())
        const none = { outcome: "none", affiliate: null, program_id: null, evidence: [], commissions: [] }
        expect((await admin.get(`/admin/orders/${stranger}/affiliate`)).data).toMatchObject({ ...none, reason: "no_evidence" })
        expect((await admin.get(`/admin/orders/${unknown}/affiliate`)).data).toMatchObject({ ...none, reason: "not_recorded_yet" })
        await sql(getContainer(), `UPDATE "order" SET is_draft_order = true, status = 'draft' WHERE id = ?`, [unknown])
        expect((await admin.get(`/admin/orders/${unknown}/affiliate`)).data).toMatchObject({ ...none, reason: "draft_order" })
        expect((await admin.get("/admin/orders/order_x/affiliate")).status).toBe(404)
        expect((await caller(api).get(`/admin/orders/${unknown}/affiliate`)).status).toBe(401)
      })

      it("counts by month, program, affiliate and currency", async () => {
        const statistics = async (query: string) => {
          const { data } = await admin.get(`/admin/affiliate-statistics?interval=month&from=${month(1)}-01&${query}`)
          return data.affiliate_statistics.map(
            (bucket: { orders: number; currencies: { currency_code: string; commission_amount: string }[] }) => [
              bucket.orders,
              ...bucket.currencies.map((figures) => `${figures.commission_amount} ${figures.currency_code}`),
            ]
          )
        }
        expect(await statistics("")).toEqual([
          [4, "8.00 eur", "100 jpy"],
          [1, "7.00 eur", "0 jpy"],
        ])
        expect(await statistics(`affiliate_id=${staff.id}`)).toEqual([
          [1, "5.00 eur"],
          [0, "0.00 eur"],
        ])
        expect(await statistics("currency_code=JPY")).toEqual([
          [1, "100 jpy"],
          [0, "0 jpy"],
        ])
        expect(await statistics("program_id=affprog_x")).toEqual([[0], [0]])
        expect((await admin.get("/admin/affiliate-statistics")).data).toMatchObject({ interval: "day", timezone: "UTC" })
        expect((await admin.get("/admin/affiliate-statistics")).data.affiliate_statistics).toHaveLength(30)
        expect((await caller(api).get("/admin/affiliate-statistics")).status).toBe(401)
      })
    })
  },
})
