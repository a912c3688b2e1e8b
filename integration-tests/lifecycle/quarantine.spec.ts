import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { closePeriodsWorkflow, reconcileOrdersWorkflow } from "../../src/workflows"
import { affiliateModule, createAffiliate, createProgram, createReferral } from "../helpers/affiliate"
import { createOrder, insertManyOrders } from "../helpers/many-orders"
import { moveOrder, sql } from "../helpers/sql"
import { STORE } from "../helpers/store"

jest.setTimeout(180_000)

const APRIL = new Date("2016-04-15T12:00:00Z")
const MAY = new Date("2016-05-01T00:30:00Z")

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ getContainer }) => {
    const run = <T>(statement: string, values: unknown[] = []) => sql<T>(getContainer(), statement, values)

    const setUp = async () => {
      const program_id = await createProgram(getContainer())
      const anna = await createAffiliate(getContainer(), program_id)
      await createReferral(getContainer(), { id: anna.id, program_id }, "good@example.com")
      await createReferral(getContainer(), { id: anna.id, program_id }, "shopper@example.com")
      await insertManyOrders(getContainer(), "good", 40, APRIL)
      return { program_id, anna }
    }

    const orderInApril = async (email = "shopper@example.com", customer_id?: string): Promise<string> => {
      const id = await createOrder(getContainer(), { email, customer_id })
      await moveOrder(getContainer(), id, APRIL)
      return id
    }

    const close = (now = MAY) => closePeriodsWorkflow(getContainer()).run({ input: { now, closed_by: "test", period: "2016-04" } })
    const lines = () =>
      run(`SELECT affiliate_id, amount::text, order_count, outcome, reason FROM affiliate_period_line ORDER BY order_count`)
    const standing = () => run(`SELECT order_id, error, attempts FROM affiliate_quarantined_order WHERE resolved_at IS NULL ORDER BY error`)

    it("closes the month without the orders that cannot be recorded, and names them", async () => {
      const { program_id, anna } = await setUp()
      const gone = await createAffiliate(getContainer(), program_id)
      await createReferral(getContainer(), { id: gone.id, program_id }, "lost@example.com")
      const noCurrency = await orderInApril()
      await run(`UPDATE "order" SET currency_code = 'zzz' WHERE id = ?`, [noCurrency])
      const noNumber = await orderInApril()
      await run(`UPDATE order_line_item SET unit_price = 'NaN' WHERE id IN (SELECT item_id FROM order_item WHERE order_id = ?)`, [noNumber])
      const nobody = await orderInApril("lost@example.com")
      await run(
        `INSERT INTO affiliate_attribution (id, order_id, outcome, reason, program_id, affiliate_id, rate_percent, commission_basis,
                                            include_tax, include_shipping, evidence, placed_at)
         VALUES ('affattr_lost', ?, 'attributed', 'existing_referral', ?, ?, 10, 'placed', false, false, '[]', ?)`,
        [nobody, program_id, gone.id, APRIL]
      )
      await run(`DELETE FROM affiliate WHERE id = ?`, [gone.id])

      await close()
      expect(await lines()).toEqual([{ affiliate_id: anna.id, amount: "400.00", order_count: 40, outcome: "credited", reason: null }])
      expect(await standing()).toEqual([
        { order_id: noCurrency, error: "'zzz' is no currency of this store", attempts: 1 },
        { order_id: nobody, error: `affiliate ${gone.id} does not exist`, attempts: 1 },
        { order_id: noNumber, error: expect.stringContaining("CK_affiliate_commission"), attempts: 1 },
      ])
    })

    it("does not hold back the shopper's later orders, tries again every time, and lets go when it works", async () => {
      await setUp()
      const { id: customer_id } = await getContainer().resolve(Modules.CUSTOMER).createCustomers({ email: "shopper@example.com" })
      const bad = await orderInApril("shopper@example.com", customer_id)
      await run(`UPDATE "order" SET currency_code = 'zzz' WHERE id = ?`, [bad])
      const later = await orderInApril("shopper@example.com", customer_id)
      await run(`UPDATE "order" SET created_at = created_at + interval '1 day' WHERE id = ?`, [later])
      const affiliate = affiliateModule(getContainer())

      expect(await affiliate.orders.record([later], MAY)).toMatchObject({ commission_count: 1, quarantined: [{ order_id: bad }] })
      const reconcile = async () => (await reconcileOrdersWorkflow(getContainer()).run({ input: { now: new Date() } })).result
      expect(await reconcile()).toMatchObject({ quarantined_count: 1, commission_count: 40 })
      expect(await standing()).toMatchObject([{ order_id: bad, attempts: 2 }])

      await run(`UPDATE "order" SET currency_code = 'eur' WHERE id = ?`, [bad])
      expect(await reconcile()).toMatchObject({ quarantined_count: 0, commission_count: 1 })
      expect(await standing()).toEqual([])
    })

    it("puts nobody apart for a column that is not there yet, and says what is missing", async () => {
      await setUp()
      await run(`ALTER TABLE affiliate_commission RENAME COLUMN cause_id TO cause_id_of_tomorrow`)
      await expect(affiliateModule(getContainer()).orders.record(["bulk_good_0000001", "bulk_good_0000002"], MAY)).rejects.toThrow(
        "cause_id"
      )
      expect(await standing()).toEqual([])
      await run(`ALTER TABLE affiliate_commission RENAME COLUMN cause_id_of_tomorrow TO cause_id`)
      expect(await affiliateModule(getContainer()).orders.record(["bulk_good_0000001"], MAY)).toMatchObject({ commission_count: 1 })
    })

    it("puts an order apart that lacks what its decision needs, although Medusa tells that without PostgreSQL's code", async () => {
      await setUp()
      const bad = await orderInApril()
      await run(`ALTER TABLE "order" ALTER COLUMN created_at DROP NOT NULL`)
      await run(`UPDATE "order" SET created_at = NULL WHERE id = ?`, [bad])
      await close()
      expect(await standing()).toMatchObject([{ order_id: bad, error: expect.stringContaining('null value in column "placed_at"') }])
      expect(await lines()).toMatchObject([{ amount: "400.00", order_count: 40 }])
    })

    it("withholds what a deleted affiliate earned, and never deletes one who earned", async () => {
      const { anna } = await setUp()
      const reconcile = () => reconcileOrdersWorkflow(getContainer()).run({ input: { now: new Date(), full: true } })
      await reconcile()
      await expect(run(`DELETE FROM affiliate WHERE id = ?`, [anna.id])).rejects.toThrow("suspend the affiliate instead")
      await affiliateModule(getContainer()).softDeleteAffiliates([anna.id])
      await close()
      expect(await lines()).toEqual([
        { affiliate_id: anna.id, amount: "400.00", order_count: 40, outcome: "withheld", reason: "affiliate_deleted" },
      ])
      expect(await run(`SELECT 1 FROM affiliate_ledger_entry`)).toEqual([])
    })
  },
})
