import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { affiliateModule, createAffiliate, createReferral, type TestAffiliate } from "../../helpers/affiliate"
import { caller, createAdmin, type Admin } from "../../helpers/http"
import { createOrder, insertManyOrders } from "../../helpers/many-orders"
import { postProgram } from "../../helpers/programs"
import { moveOrder, sql, statementsOf } from "../../helpers/sql"
import { STORE } from "../../helpers/store"

jest.setTimeout(240_000)

/** Months count back from now, so that the close, which has no clock but the server's, finds them ended. */
const month = (ago: number): string => {
  const now = new Date()
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - ago, 1)).toISOString().slice(0, 7)
}

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    describe("what a month would have paid", () => {
      let admin: Admin
      let programId: string
      let staff: string
      let press: string
      let anna: TestAffiliate
      let otto: TestAffiliate

      beforeEach(async () => {
        const container = getContainer()
        admin = await createAdmin(api, container)
        const groups = await container.resolve(Modules.CUSTOMER).createCustomerGroups([{ name: "Staff" }, { name: "Press" }])
        ;[staff, press] = groups.map(({ id }) => id) as [string, string]
        programId = (await postProgram(admin, { forbidden_customer_group_ids: [staff] })).id
        await sql(container, `UPDATE affiliate_program SET created_at = '2020-01-01'`)
        const enroll = async (email: string, customer_group_id: string) => {
          const affiliate = await createAffiliate(container, programId)
          await createReferral(container, { id: affiliate.id, program_id: programId }, email, new Date("2020-01-01"))
          await container.resolve(Modules.CUSTOMER).addCustomerToGroup({ customer_id: affiliate.customer_id, customer_group_id })
          return affiliate
        }
        anna = await enroll("a@example.com", press)
        otto = await enroll("o@example.com", staff)
      })

      const orderIn = async (period: string, email: string, unit_price: number, currency_code = "eur") => {
        const id = await createOrder(getContainer(), { email, unit_price, currency_code })
        await moveOrder(getContainer(), id, new Date(`${period}-10T12:00:00Z`))
        await affiliateModule(getContainer()).orders.record([id], new Date())
        return id
      }
      const replay = (period: string, body: object = {}) => admin.post(`/admin/affiliate-periods/${period}/replay`, body)
      const close = (period: string) => admin.post(`/admin/affiliate-periods/${period}/close`, {})
      const outcomes = async (period: string, body: object = {}) => {
        const { lines } = (await replay(period, body)).data.affiliate_replay
        const told = (code: string) =>
          lines
            .filter((line: { affiliate_code: string }) => line.affiliate_code === code)
            .map((line: Record<string, string>) => `${line.actual_outcome} > ${line.outcome} ${line.replayed_amount}`)
        return [told(anna.code), told(otto.code)]
      }
      const cancel = async (id: string, at: Date) => {
        await sql(getContainer(), `UPDATE "order" SET status = 'canceled', canceled_at = ?, updated_at = ? WHERE id = ?`, [at, at, id])
        await affiliateModule(getContainer()).orders.record([id], new Date())
      }

      it("answers line by line and by currency, and writes nothing", async () => {
        await orderIn(month(1), "a@example.com", 100.05)
        await orderIn(month(1), "a@example.com", 999, "jpy")
        await orderIn(month(1), "o@example.com", 50)
        const everything = () =>
          sql(
            getContainer(),
            `SELECT (SELECT json_agg(p) FROM affiliate_period p) AS p, (SELECT json_agg(c) FROM affiliate_commission c) AS c`
          )
        const before = await everything()

        const { status, data } = await replay(`${month(1)}-17`, { commission_percent: 12, program_id: programId })
        expect(status).toBe(200)
        const line = {
          affiliate_id: anna.id,
          affiliate_code: anna.code,
          currency_code: "eur",
          actual_outcome: "credited",
          outcome: "credited",
          actual_expense_amount: "100.05",
          actual_amount: "10.01",
          replayed_expense_amount: "100.05",
          replayed_amount: "12.01",
          difference: "2.00",
          order_count: 1,
          inexact_order_count: 0,
        }
        expect(data).toEqual({
          affiliate_replay: {
            program_id: programId,
            period: month(1),
            status: "open",
            settings: {
              commission_percent: "12",
              commission_basis: null,
              include_tax: null,
              include_shipping: null,
              forbidden_customer_group_ids: null,
              rules: null,
            },
            lines: [
              line,
              expect.objectContaining({ currency_code: "jpy", actual_amount: "100", replayed_amount: "120", difference: "20" }),
              expect.objectContaining({ affiliate_id: otto.id, outcome: "withheld", actual_amount: "5.00", replayed_amount: "6.00" }),
            ].sort((a, b) => Number(JSON.stringify(a).includes(otto.id)) - Number(JSON.stringify(b).includes(otto.id))),
            totals: [
              {
                currency_code: "eur",
                actual_expense_amount: "150.05",
                actual_amount: "10.01",
                actual_withheld_amount: "5.00",
                replayed_expense_amount: "150.05",
                replayed_amount: "12.01",
                replayed_withheld_amount: "6.00",
                difference: "2.00",
              },
              expect.objectContaining({ currency_code: "jpy", actual_amount: "100", replayed_amount: "120", difference: "20" }),
            ],
          },
        })
        expect(await everything()).toEqual(before)
      })

      it("judges by other groups: none, another one, and in a closed month too", async () => {
        await orderIn(month(1), "a@example.com", 100)
        await orderIn(month(1), "o@example.com", 50)
        const expected = async () => {
          expect(await outcomes(month(1))).toEqual([["credited > credited 10.00"], ["withheld > withheld 5.00"]])
          expect(await outcomes(month(1), { forbidden_customer_group_ids: [] })).toEqual([
            ["credited > credited 10.00"],
            ["withheld > credited 5.00"],
          ])
          expect(await outcomes(month(1), { forbidden_customer_group_ids: [press] })).toEqual([
            ["credited > withheld 10.00"],
            ["withheld > credited 5.00"],
          ])
          expect(await outcomes(month(1), { forbidden_customer_group_ids: [staff, press], commission_percent: 20 })).toEqual([
            ["credited > withheld 20.00"],
            ["withheld > withheld 10.00"],
          ])
        }
        await expected()
        await close(month(1))
        // Who leaves the group afterwards was withheld all the same.
        await getContainer().resolve(Modules.CUSTOMER).removeCustomerFromGroup({ customer_id: otto.customer_id, customer_group_id: staff })
        expect(await outcomes(month(1))).toEqual([["credited > credited 10.00"], ["withheld > withheld 5.00"]])
        await getContainer().resolve(Modules.CUSTOMER).addCustomerToGroup({ customer_id: otto.customer_id, customer_group_id: staff })
        await expected()
      })

      it("goes on following what was decided in the month a row corrects", async () => {
        const credited = await orderIn(month(2), "a@example.com", 100)
        const withheld = await orderIn(month(2), "o@example.com", 50)
        await close(month(2))
        await orderIn(month(1), "a@example.com", 30)
        const at = new Date(`${month(1)}-20T12:00:00Z`)
        for (const id of [credited, withheld]) await cancel(id, at)
        const expected = async () => {
          expect(await outcomes(month(1))).toEqual([["credited > credited -7.00"], ["withheld > withheld -5.00"]])
          expect(await outcomes(month(1), { forbidden_customer_group_ids: [press] })).toEqual([
            ["credited > credited -10.00", "credited > withheld 3.00"],
            ["withheld > withheld -5.00"],
          ])
        }
        await expected()
        await close(month(1))
        await expected()
      })

      it("tells the two lines of a closed month apart: the one that was judged in it and the one that corrects", async () => {
        const credited = await orderIn(month(2), "a@example.com", 100)
        await close(month(2))
        await getContainer().resolve(Modules.CUSTOMER).addCustomerToGroup({ customer_id: anna.customer_id, customer_group_id: staff })
        await orderIn(month(1), "a@example.com", 30)
        await cancel(credited, new Date(`${month(1)}-20T12:00:00Z`))
        const expected = [["credited > credited -10.00", "withheld > withheld 3.00"], []]
        expect(await outcomes(month(1))).toEqual(expected)
        await close(month(1))
        expect(await outcomes(month(1))).toEqual(expected)
        expect(await outcomes(month(1), { forbidden_customer_group_ids: [] })).toEqual([
          ["credited > credited -10.00", "withheld > credited 3.00"],
          [],
        ])
      })

      it("withholds from whoever was deleted, whatever groups there are", async () => {
        await orderIn(month(1), "o@example.com", 50)
        await sql(getContainer(), `UPDATE affiliate SET deleted_at = now() WHERE id = ?`, [otto.id])
        expect(await outcomes(month(1), { forbidden_customer_group_ids: [] })).toEqual([[], ["withheld > withheld 5.00"]])
      })

      it("refuses what is no setting, naming it, and finds only what there is", async () => {
        for (const [body, field] of [
          [{ commission_percent: 101 }, "commission_percent"],
          [{ commission_basis: "paid" }, "commission_basis"],
          [{ include_tax: "maybe" }, "include_tax"],
          [{ forbidden_customer_group_ids: ["cusgroup_x"] }, "forbidden_customer_group_ids"],
        ] as const) {
          expect(await replay(month(1), body)).toMatchObject({ status: 400, data: { message: expect.stringContaining(field) } })
        }
        expect((await replay("april")).status).toBe(400)
        expect((await replay(month(1), { program_id: "affprog_x" })).status).toBe(404)
        expect((await caller(api).post(`/admin/affiliate-periods/${month(1)}/replay`)).status).toBe(401)
        expect((await replay("2999-01")).data.affiliate_replay).toMatchObject({ lines: [], totals: [] })
        await postProgram(admin, { name: "Press" })
        expect(await replay(month(1))).toMatchObject({ status: 400, data: { message: expect.stringContaining("program_id") } })
      })

      it("runs in a transaction that cannot write, in as many statements for 2,000 orders as for one", async () => {
        const sent = (period: string) =>
          statementsOf(getContainer(), () =>
            affiliateModule(getContainer()).periods.replay({ program_id: programId, period, commission_percent: 12, include_tax: true })
          )
        await orderIn(month(2), "a@example.com", 100)
        await createReferral(getContainer(), { id: anna.id, program_id: programId }, "many@example.com", new Date("2020-01-01"))
        await insertManyOrders(getContainer(), "many", 2000, new Date(`${month(1)}-10T12:00:00Z`))
        const ids = await sql<{ id: string }>(getContainer(), `SELECT id FROM "order" WHERE id LIKE 'bulk_%'`)
        await affiliateModule(getContainer()).orders.record(
          ids.map(({ id }) => id),
          new Date()
        )
        const many = await sent(month(1))
        expect(many).toContain("SET TRANSACTION READ ONLY")
        expect(many).toHaveLength((await sent(month(2))).length)
        expect(many.length).toBeLessThanOrEqual(6)
        expect((await replay(month(1), { commission_percent: 12 })).data.affiliate_replay.totals).toMatchObject([
          { actual_amount: "20000.00", replayed_amount: "24000.00" },
        ])
      })
    })
  },
})
