import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { affiliateModule, createAffiliate, createReferral, type TestAffiliate } from "../../helpers/affiliate"
import { createAdmin, type Admin } from "../../helpers/http"
import { createOrder } from "../../helpers/many-orders"
import { postProgram } from "../../helpers/programs"
import { countStatements, moveOrder, sql } from "../../helpers/sql"
import { STORE } from "../../helpers/store"

/** Months count back from now, so that the close, which has no clock but the server's, finds them ended. */
const month = (ago: number): string => {
  const now = new Date()
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - ago, 1)).toISOString().slice(0, 7)
}

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    describe("a month beside the one before it", () => {
      let admin: Admin
      let programId: string
      let staffGroup: string
      let anna: TestAffiliate
      let otto: TestAffiliate
      let berta: TestAffiliate

      beforeEach(async () => {
        const container = getContainer()
        admin = await createAdmin(api, container)
        staffGroup = (await container.resolve(Modules.CUSTOMER).createCustomerGroups({ name: "Staff" })).id
        programId = (await postProgram(admin, { forbidden_customer_group_ids: [staffGroup] })).id
        await sql(container, `UPDATE affiliate_program SET created_at = '2020-01-01'`)
        const enroll = async (email: string) => {
          const affiliate = await createAffiliate(container, programId)
          await createReferral(container, { id: affiliate.id, program_id: programId }, email, new Date("2020-01-01"))
          return affiliate
        }
        anna = await enroll("a@example.com")
        otto = await enroll("o@example.com")
        berta = await enroll("b@example.com")
      })

      const orderIn = async (period: string, email: string, unit_price: number, currency_code = "eur") => {
        const id = await createOrder(getContainer(), { email, unit_price, currency_code })
        await moveOrder(getContainer(), id, new Date(`${period}-10T12:00:00Z`))
        await affiliateModule(getContainer()).orders.record([id], new Date())
        return id
      }
      const forbid = ({ customer_id }: TestAffiliate) =>
        getContainer().resolve(Modules.CUSTOMER).addCustomerToGroup({ customer_id, customer_group_id: staffGroup })
      const detail = async (period: string) =>
        (await admin.get(`/admin/affiliate-periods/${period}?program_id=${programId}`)).data.affiliate_period
      const close = (period: string) => admin.post(`/admin/affiliate-periods/${period}/close`, { program_id: programId })

      const compared = async (period: string) => {
        const { lines, absent, comparison } = await detail(period)
        const figures = (row: Record<string, string>) =>
          [
            row.currency_code,
            row.outcome,
            row.expense_amount,
            row.amount,
            row.previous_expense_amount,
            row.previous_amount,
            row.difference,
          ].join(" ")
        const of = (rows: Record<string, string>[], { code }: TestAffiliate) =>
          rows.filter(({ affiliate_code }) => affiliate_code === code).map(figures)
        return {
          anna: of(lines, anna),
          berta: of(lines, berta),
          gone: of(absent, otto),
          absent: absent.length,
          sums: comparison.map(figures),
        }
      }

      it("compares by affiliate and currency, open with open, open with closed and closed with closed", async () => {
        await orderIn(month(2), "a@example.com", 100.05)
        await orderIn(month(2), "o@example.com", 33)
        await orderIn(month(2), "o@example.com", 5000, "jpy")
        await orderIn(month(2), "b@example.com", 20)
        await forbid(berta)
        await orderIn(month(1), "a@example.com", 70)
        await orderIn(month(1), "a@example.com", 900, "jpy")
        await orderIn(month(1), "b@example.com", 50)

        const expected = {
          anna: ["eur credited 70.00 7.00 100.05 10.01 -3.01", "jpy credited 900 90 0 0 90"],
          berta: ["eur withheld 50.00 5.00 20.00 2.00 3.00"],
          gone: ["eur    33.00 3.30 -3.30", "jpy    5000 500 -500"],
          absent: 2,
          sums: ["eur  120.00 12.00 153.05 15.31 -3.31", "jpy  900 90 5000 500 -410"],
        }
        expect(await compared(month(1))).toEqual(expected)
        await close(month(2))
        expect(await compared(month(1))).toEqual(expected)
        await close(month(1))
        expect(await compared(month(1))).toEqual(expected)
        expect(await compared(month(0))).toEqual({
          anna: [],
          berta: [],
          gone: [],
          absent: 3,
          sums: ["eur  0.00 0.00 120.00 12.00 -12.00", "jpy  0 0 900 90 -90"],
        })
      })

      it("stands nobody beside a month that came to nothing", async () => {
        const id = await orderIn(month(2), "o@example.com", 33)
        const at = new Date(`${month(2)}-20T12:00:00Z`)
        await sql(getContainer(), `UPDATE "order" SET status = 'canceled', canceled_at = ?, updated_at = ? WHERE id = ?`, [at, at, id])
        await affiliateModule(getContainer()).orders.record([id], new Date())
        expect((await detail(month(2))).lines).toMatchObject([{ amount: "0.00", commission_count: 2 }])
        expect(await compared(month(1))).toEqual({ anna: [], berta: [], gone: [], absent: 0, sums: [] })
      })

      it("compares the line that was judged in the month, not the one that corrects a closed month", async () => {
        const first = await orderIn(month(2), "a@example.com", 100)
        await close(month(2))
        await forbid(anna)
        await orderIn(month(1), "a@example.com", 30)
        const at = new Date(`${month(1)}-20T12:00:00Z`)
        await sql(getContainer(), `UPDATE "order" SET status = 'canceled', canceled_at = ?, updated_at = ? WHERE id = ?`, [at, at, first])
        await affiliateModule(getContainer()).orders.record([first], new Date())
        const expected = {
          anna: ["eur credited -100.00 -10.00 0.00 0.00 -10.00", "eur withheld 30.00 3.00 100.00 10.00 -7.00"],
          sums: ["eur  -70.00 -7.00 100.00 10.00 -17.00"],
        }
        expect(await compared(month(1))).toMatchObject(expected)
        await close(month(1))
        expect(await compared(month(1))).toMatchObject(expected)
      })

      it("answers a page of its rows, or those of some affiliates, beside the sums of all", async () => {
        for (const email of ["a@example.com", "b@example.com"]) await orderIn(month(1), email, 10)
        await orderIn(month(1), "b@example.com", 900, "jpy")
        for (const currency_code of ["eur", "jpy"]) await orderIn(month(2), "o@example.com", 3000, currency_code)
        const of = async (query: string) =>
          (await admin.get(`/admin/affiliate-periods/${month(1)}?program_id=${programId}${query}`)).data.affiliate_period
        const { lines, absent, totals, comparison } = await of("")
        expect([lines.length, absent.length, totals[0].affiliate_count]).toEqual([3, 2, 2])
        const page = async (query: string) => {
          const found = await of(query)
          expect([found.totals, found.comparison]).toEqual([totals, comparison])
          return [found.lines, found.line_count, found.absent, found.absent_count]
        }
        for (const offset of [0, 1, 2, 3])
          for (const limit of [1, 2, 100])
            expect(await page(`&limit=${limit}&offset=${offset}`)).toEqual([
              lines.slice(offset, offset + limit),
              3,
              absent.slice(offset, offset + limit),
              2,
            ])
        const own = lines.filter(({ affiliate_id }: { affiliate_id: string }) => affiliate_id === berta.id)
        expect(await page(`&affiliate_id=${berta.id}`)).toEqual([own, own.length, [], 0])
        expect(await page(`&affiliate_id=${otto.id}&limit=1`)).toEqual([[], 0, absent.slice(0, 1), 2])
      })

      it("says when it last reconciled, and costs as many statements for many affiliates as for none", async () => {
        const cost = () => countStatements(getContainer(), () => detail(month(1)))
        await orderIn(month(2), "o@example.com", 33)
        expect((await detail(month(1))).reconciled_at).toBeNull()
        const few = await cost()
        await sql(
          getContainer(),
          `INSERT INTO affiliate_reconciliation (id, began_at, order_count, commission_count)
           VALUES ('affrec_1', '2026-01-01T10:00:00Z', 0, 0), ('affrec_2', '2026-01-01T11:00:00Z', 0, 0)`
        )
        for (const email of ["a@example.com", "b@example.com"]) await orderIn(month(1), email, 10)
        expect((await detail(month(1))).reconciled_at).toBe("2026-01-01T11:00:00.000Z")
        expect(await cost()).toBe(few)
      })
    })
  },
})
