import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { closePeriodsWorkflow } from "../../src/workflows/periods"
import { affiliateModule, createAffiliate, createProgram, createReferral } from "../helpers/affiliate"
import { placeOrder } from "../helpers/place-order"
import { createShop } from "../helpers/shop"
import { sql } from "../helpers/sql"
import { STORE } from "../helpers/store"
import { eventually } from "./eventually"

jest.setTimeout(180_000)

// REDIS_URL switches the store's event bus, workflow engine and locks to Redis (medusa-config.js).
medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ getContainer }) => {
    it("records an order through an event on Redis and closes its month with the workflow engine on Redis", async () => {
      const container = getContainer()
      const program_id = await createProgram(container)
      const anna = await createAffiliate(container, program_id)
      await createReferral(container, { id: anna.id, program_id }, "shopper@example.com")
      const orderId = await placeOrder(container, await createShop(container))

      const recorded = await eventually(
        () => sql(container, `SELECT kind, amount::text, period FROM affiliate_commission WHERE order_id = ?`, [orderId]),
        30
      )
      const period = new Date().toISOString().slice(0, 7)
      expect(recorded).toEqual([{ kind: "order", amount: "10.00", period }])

      const nextMonth = new Date(Date.now() + 32 * 24 * 60 * 60 * 1000)
      const { result } = await closePeriodsWorkflow(container).run({ input: { closed_by: "test", now: nextMonth, period } })
      expect(result).toMatchObject([{ program_id, period, closed: true, status: "closed", closed_at: expect.any(String) }])
      expect((await affiliateModule(container).ledger.listBalances([anna.id], nextMonth)).get(anna.id)).toEqual([
        { currency_code: "eur", pending: "0.00", available: "10.00", processing: "0.00", paid: "0.00" },
      ])
    })
  },
})
