import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { closePeriodsWorkflow } from "../../src/workflows/periods"
import { affiliateModule, createAffiliate, createProgram, createReferral } from "../helpers/affiliate"
import { createOrder } from "../helpers/many-orders"
import { moveOrder, sql } from "../helpers/sql"
import { STORE } from "../helpers/store"

jest.setTimeout(240_000)

const EAST = "Pacific/Kiritimati"
const WEST = "Pacific/Niue"
const HOUR = 3_600_000
/** Every five hours around the ends of April in both zones, which are 25 hours apart. */
const TIMES = Array.from({ length: 16 }, (_, n) => new Date(Date.parse("2016-04-29T20:00:00Z") + n * 5 * HOUR))

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ getContainer }) => {
    it.each([
      [EAST, WEST, "before April ends in the east", "2016-04-30T09:30:00Z"],
      [EAST, WEST, "after April was closed in the east, while it runs on in the west", "2016-04-30T12:30:00Z"],
      [WEST, EAST, "when April has ended in the east and not in the west", "2016-04-30T20:30:00Z"],
      [WEST, EAST, "after April was closed in the west", "2016-05-01T13:30:00Z"],
    ])("from %s to %s, %s: every order counts once, in the month that was its own or the first open one", async (from, to, _, moved) => {
      const container = getContainer()
      const affiliate = affiliateModule(container)
      const program_id = await createProgram(container, { timezone: from, created_at: new Date("2016-04-02") })
      const anna = await createAffiliate(container, program_id)
      await createReferral(container, { id: anna.id, program_id }, "shopper@example.com")
      const close = (now: Date) => closePeriodsWorkflow(container).run({ input: { now, closed_by: "test" } })

      /** Where a closed month would run on, the change is refused until it has ended there. */
      const move = (now: Date) =>
        affiliate.programs.update(program_id, { timezone: to }, now).then(
          () => to,
          () => from
        )
      // The hourly job runs right after every order; the zone changes once in between.
      let timezone = from
      for (const [n, at] of TIMES.entries()) {
        if (timezone === from && at > new Date(moved)) timezone = await move(at)
        const order = await createOrder(container, { unit_price: 10 * 2 ** n })
        await moveOrder(container, order, at)
        await affiliate.orders.record([order], at)
        await close(new Date(at.getTime() + HOUR))
      }
      expect(timezone).toBe(to)
      await close(new Date("2016-06-02"))

      const months = await sql<{ period: string; status: string; closed_at: Date; ends_at: Date; orders: number; amount: string }>(
        container,
        `SELECT m.period, m.status, m.closed_at, m.ends_at, l.order_count AS orders, l.amount::text AS amount
         FROM affiliate_period m JOIN affiliate_period_line l ON l.period_id = m.id ORDER BY m.period`
      )
      expect(months.map(({ period, status }) => [period, status])).toEqual([
        ["2016-04", "closed"],
        ["2016-05", "closed"],
      ])
      expect(months.filter(({ closed_at, ends_at }) => closed_at < ends_at)).toEqual([])
      expect(months.reduce((sum, { orders: count }) => sum + count, 0)).toBe(TIMES.length)
      expect(months.reduce((sum, { amount }) => sum + BigInt(amount.replace(".", "")), 0n)).toBe((2n ** BigInt(TIMES.length) - 1n) * 100n)

      const counted = await sql<{ period: string; orders: number }>(
        container,
        `SELECT period, count(*)::int AS orders FROM affiliate_commission GROUP BY period ORDER BY period`
      )
      expect(counted).toEqual(months.map(({ period, orders: count }) => ({ period, orders: count })))
    })
  },
})
