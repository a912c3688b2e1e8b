import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { PERIOD_TOTALS_KEPT } from "../../src/modules/affiliate/doctor/invariants/period-totals"
import { QUARTER_HOUR_TOTALS_KEPT } from "../../src/modules/affiliate/doctor/invariants/quarter-hour-totals"
import { affiliateModule, createAffiliate, createProgram, createReferral } from "../helpers/affiliate"
import { insertManyOrders } from "../helpers/many-orders"
import { sql } from "../helpers/sql"
import { STORE } from "../helpers/store"

jest.setTimeout(180_000)

const NOW = new Date("2016-05-01T00:10:00Z")
const ORDERS = 60

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ getContainer }) => {
    const sums = (of: string) =>
      sql<{ period: string; orders: number; amount: string }>(
        getContainer(),
        `SELECT period, sum(orders)::int AS orders, sum(amount)::text AS amount FROM (${of}) rows GROUP BY period ORDER BY period`
      )

    it("a month that is closed while its affiliate's orders are recorded one by one has exactly what was recorded in it", async () => {
      const container = getContainer()
      const program_id = await createProgram(container, { created_at: new Date("2016-03-01") })
      const anna = await createAffiliate(container, program_id)
      await createReferral(container, { id: anna.id, program_id }, "many@example.com")
      await insertManyOrders(container, "many", ORDERS, new Date("2016-04-15T12:00:00Z"))
      const { orders, periods } = affiliateModule(container)
      const ids = (await sql<{ id: string }>(container, `SELECT id FROM "order" ORDER BY id`)).map(({ id }) => id)
      const [first, ...others] = ids
      await orders.record([first!], NOW)

      const recording = others.map(async (id, n) => {
        if (n % 20 === 10) await periods.mergeTotals()
        await orders.record([id], NOW)
      })
      const closing = periods.close({ program_id, period: "2016-04", closed_by: "test", now: NOW })
      await Promise.all([...recording, closing])

      expect(await closing).toBe(true)
      const recorded = await sums(`SELECT period, 1 AS orders, amount FROM affiliate_commission`)
      expect(recorded.reduce((sum, { orders: count }) => sum + count, 0)).toBe(ORDERS)
      expect(recorded.every(({ orders: count, amount }) => amount === `${count * 10}.00`)).toBe(true)
      const written = await sums(
        `SELECT period.period, line.order_count AS orders, line.amount
         FROM affiliate_period_line line JOIN affiliate_period period ON period.id = line.period_id`
      )
      expect(written).toEqual(recorded.filter(({ period }) => period === "2016-04"))
      for (const merge of [false, true]) {
        if (merge) await periods.mergeTotals()
        expect(await sums(`SELECT period, order_count AS orders, amount FROM affiliate_period_total`)).toEqual(recorded)
        expect(await sql(container, PERIOD_TOTALS_KEPT)).toEqual([])
        expect(await sql(container, QUARTER_HOUR_TOTALS_KEPT)).toEqual([])
      }
      expect(await sql(container, `SELECT count(*)::int AS rows FROM affiliate_period_total`)).toEqual([{ rows: recorded.length }])
      expect(
        await sql(
          container,
          `SELECT sum(commission_count)::int AS orders, count(*)::int AS rows FROM affiliate_quarter_hour_total
                                   WHERE currency_code IS NOT NULL`
        )
      ).toEqual([{ orders: ORDERS, rows: 1 }])
    })
  },
})
