import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { UNDECIDED } from "../../src/modules/affiliate/attribution/undecided-orders"
import { rows, type Sql } from "../../src/modules/affiliate/database/connection"
import { ORDERS_WORTH_PAGE } from "../../src/modules/affiliate/doctor/invariants/orders-worth"
import { affiliateModule, createAffiliate, createProgram, type TestAffiliate } from "../helpers/affiliate"
import { insertManyOrders } from "../helpers/many-orders"
import { largeTablesReadWhole, rowsRead } from "../helpers/plans"
import { sql } from "../helpers/sql"
import { STORE } from "../helpers/store"

jest.setTimeout(240_000)

const NOW = new Date("2016-04-20T12:00:00Z")
const ORDERS = 10_000
/** Of which so many were not recorded yet. */
const NEW = 100

const orderId = (n: number): string => `bulk_many_${String(n).padStart(7, "0")}`
const customerId = (n: number): string => `cus_${orderId(n)}`
const email = (n: number): string => `${orderId(n)}@example.com`

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ getContainer }) => {
    const run = (statement: string, values: unknown[] = []) => sql(getContainer(), statement, values)
    const readWhole = (work: () => Promise<unknown>): Promise<string[]> => largeTablesReadWhole(getContainer(), work)

    /** As many customers as orders of 100.00 EUR, each with a cart, a payment, a referral to Anna and, but for the new ones, 10.00 EUR of commission. */
    const setUp = async (): Promise<{ program_id: string; anna: TestAffiliate }> => {
      const program_id = await createProgram(getContainer(), { created_at: new Date("2016-04-01") })
      const anna = await createAffiliate(getContainer(), program_id)
      await insertManyOrders(getContainer(), "many", ORDERS, new Date("2016-04-15T12:00:00Z"))
      await run(`UPDATE "order" SET customer_id = 'cus_' || id, email = id || '@example.com'`)
      await run(`INSERT INTO customer (id, email, has_account) SELECT customer_id, email, false FROM "order"`)
      await run(`INSERT INTO order_cart (id, order_id, cart_id) SELECT 'link_' || id, id, 'cart_' || id FROM "order"`)
      await run(`INSERT INTO order_transaction (id, order_id, amount, raw_amount, currency_code, version, created_at)
                 SELECT 'ordtrx_' || id, id, 100, '{"value":"100","precision":20}', currency_code, 1, created_at FROM "order"`)
      await run(
        `INSERT INTO affiliate_referral (id, program_id, affiliate_id, customer_id, email, source, started_at)
         SELECT 'affref_' || o.id, a.program_id, a.id, o.customer_id, o.email, 'link', a.created_at FROM "order" o CROSS JOIN affiliate a`
      )
      await run(`UPDATE affiliate_referral SET started_at = '2016-04-02'`)
      await run(
        `INSERT INTO affiliate_attribution (id, order_id, email, customer_id, outcome, reason, evidence, placed_at, program_id, affiliate_id,
                                            rate_percent, commission_basis, include_tax, include_shipping)
         SELECT 'affattr_' || o.id, o.id, o.email, o.customer_id, 'attributed', 'referral', '[]', o.created_at, a.program_id, a.id, 10, 'placed',
                false, false
         FROM "order" o CROSS JOIN affiliate a WHERE o.id > ?`,
        [orderId(NEW)]
      )
      await run(
        `INSERT INTO affiliate_period (id, program_id, period, starts_at, ends_at) VALUES ('affper_1', ?, '2016-04', '2016-04-01', '2016-05-01')`,
        [program_id]
      )
      await run(`INSERT INTO affiliate_commission (id, order_id, sequence, attribution_id, affiliate_id, program_id, kind, expense_amount,
                                                   rate_percent, amount, currency_code, period, order_version, occurred_at)
                 SELECT 'affcom_' || t.order_id, t.order_id, 1, t.id, t.affiliate_id, t.program_id, 'order', 100, 10, 10.00, 'eur', '2016-04', 1,
                        t.placed_at FROM affiliate_attribution t`)
      return { program_id, anna }
    }

    it("recording orders, naming a referrer and looking for a first order go through indexes only", async () => {
      const { program_id } = await setUp()
      const bert = await createAffiliate(getContainer(), program_id)
      const affiliate = affiliateModule(getContainer())
      const author = { reason: "test", created_by: "user_1", now: NOW }
      const orders = [1, 2, 3].map(orderId)
      expect({
        recording: await readWhole(() => affiliate.orders.record(orders, NOW)),
        "recording again": await readWhole(() => affiliate.orders.record(orders, NOW)),
        "a referrer": await readWhole(() =>
          affiliate.referrals.setReferrer({ customer_id: customerId(7000), affiliate_id: bert.id, ...author })
        ),
        "a first order": await readWhole(() =>
          affiliate.attribution.isFirstOrder("cart_1", { customer_id: customerId(7001), email: email(7002) })
        ),
      }).toEqual({ recording: [], "recording again": [], "a referrer": [], "a first order": [] })
      expect(
        await run(
          `SELECT order_id, kind, amount::text FROM affiliate_commission WHERE id NOT LIKE 'affcom\\_bulk%' ORDER BY order_id, sequence`
        )
      ).toEqual([
        ...orders.map((order_id) => ({ order_id, kind: "order", amount: "10.00" })),
        ...["-10.00", "10.00"].map((amount) => ({ order_id: orderId(7000), kind: "reassign", amount })),
      ])
    })

    it("undecided orders are found decision by decision, while PostgreSQL knows nothing of the table yet", async () => {
      await run(`ALTER TABLE affiliate_attribution SET (autovacuum_enabled = false)`)
      await setUp()
      const knex = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION) as unknown as Sql
      const ids = Array.from({ length: NEW }, (_, n) => orderId(n + 1))
      expect(await rowsRead(knex, "affiliate_attribution", UNDECIDED, { ids })).toBe(0)
    })

    it("the doctor looks what is wrong up through indexes only", async () => {
      await setUp()
      await run(`UPDATE order_item SET quantity = 2 WHERE order_id BETWEEN ? AND ?`, [orderId(5001), orderId(5200)])
      const knex = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION) as unknown as Sql
      const page = { after: orderId(5000), size: 200, limit: 100, now: NOW }
      const found: { exception_count: number }[] = []
      const examine = async () => found.push(...(await rows<{ exception_count: number }>(knex, ORDERS_WORTH_PAGE, page)))
      expect(await readWhole(examine)).toEqual([])
      expect(found).toMatchObject([{ exception_count: 200, order_count: 200 }])
    })
  },
})
