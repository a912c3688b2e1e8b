import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { reconcileOrdersWorkflow } from "../../src/workflows/period"
import { affiliateModule, createAffiliate, createProgram, createReferral } from "../helpers/affiliate"
import { createOrder, createOrders } from "../helpers/many-orders"
import { sql } from "../helpers/sql"
import { STORE } from "../helpers/store"

jest.setTimeout(180_000)

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ getContainer }) => {
    it("records 100 of 100 orders whose events were lost, and nothing the second time", async () => {
      const container = getContainer()
      const program_id = await createProgram(container)
      const anna = await createAffiliate(container, program_id)
      await createReferral(container, { id: anna.id, program_id }, "shopper@example.com")
      await createOrders(
        container,
        Array.from({ length: 100 }, () => ({}))
      )
      const reconcile = async () => (await reconcileOrdersWorkflow(container).run({ input: { now: new Date() } })).result

      expect(await reconcile()).toEqual({ order_count: 100, commission_count: 100, quarantined_count: 0 })
      expect(await reconcile()).toEqual({ order_count: 100, commission_count: 0, quarantined_count: 0 })
      expect(await affiliateModule(container).readBalances([anna.id], new Date())).toEqual(
        new Map([[anna.id, [{ currency_code: "eur", pending: "1000.00", available: "0.00", processing: "0.00", paid: "0.00" }]]])
      )
    })

    it("finds the cancellation of an order it recorded before, and only looks at what changed since", async () => {
      const container = getContainer()
      const program_id = await createProgram(container)
      const anna = await createAffiliate(container, program_id)
      await createReferral(container, { id: anna.id, program_id }, "shopper@example.com")
      await createOrder(container)
      const second = await createOrder(container, { unit_price: 33.333 })
      const reconcile = async (now: Date) => (await reconcileOrdersWorkflow(container).run({ input: { now } })).result
      await reconcile(new Date())
      await sql(container, `UPDATE "order" SET updated_at = now() - interval '3 hours'`)
      await sql(container, `UPDATE "order" SET status = 'canceled', canceled_at = now(), updated_at = now() WHERE id = ?`, [second])

      expect(await reconcile(new Date())).toEqual({ order_count: 1, commission_count: 1, quarantined_count: 0 })
      const rows = await sql(
        container,
        `SELECT kind, expense_amount::text, amount::text, sequence FROM affiliate_commission WHERE order_id = ? ORDER BY sequence`,
        [second]
      )
      expect(rows).toEqual([
        { kind: "order", expense_amount: "33.33", amount: "3.33", sequence: 1 },
        { kind: "cancel", expense_amount: "-33.33", amount: "-3.33", sequence: 2 },
      ])
    })

    it("gives an order that is recorded late the rate of the moment it was placed, the program's or the affiliate's own", async () => {
      const container = getContainer()
      const program_id = await createProgram(container)
      const anna = await createAffiliate(container, program_id)
      await createReferral(container, { id: anna.id, program_id }, "shopper@example.com")
      const place = () => createOrder(container)
      const affiliate = affiliateModule(container)

      const atTen = await place()
      await affiliate.updatePrograms({ id: program_id, commission_percent: "20" })
      const atTwenty = await place()
      await affiliate.updateAffiliates({ id: anna.id, commission_percent: "12.5" })
      const atOwnRate = await place()
      await affiliate.updateAffiliates({ id: anna.id, commission_percent: null })
      const atTwentyAgain = await place()
      await reconcileOrdersWorkflow(container).run({ input: { now: new Date() } })

      const rates = await sql<{ order_id: string; amount: string }>(container, `SELECT order_id, amount::text FROM affiliate_commission`)
      expect(new Map(rates.map(({ order_id, amount }) => [order_id, amount]))).toEqual(
        new Map([
          [atTen, "10.00"],
          [atTwenty, "20.00"],
          [atOwnRate, "12.50"],
          [atTwentyAgain, "20.00"],
        ])
      )
    })

    it("takes the first order, whose event was lost, into account when the second one is recorded", async () => {
      const container = getContainer()
      const program_id = await createProgram(container)
      const anna = await createAffiliate(container, program_id)
      const { id: customer_id } = await container.resolve(Modules.CUSTOMER).createCustomers({ email: "shopper@example.com" })
      const first = await createOrder(container, { customer_id })
      const second = await createOrder(container, { customer_id })
      await sql(
        container,
        `INSERT INTO affiliate_cart_attribution (id, cart_id, program_id, affiliate_id, source, source_id, occurred_at)
         VALUES ('affcart_1', 'cart_1', ?, ?, 'link', 'affclk_1', now() - interval '1 hour')`,
        [program_id, anna.id]
      )
      await sql(container, `INSERT INTO order_cart (id, order_id, cart_id) VALUES ('link_1', ?, 'cart_1')`, [first])
      await affiliateModule(container).recordOrders([second], new Date())
      const earned = await sql<{ order_id: string; amount: string }>(container, `SELECT order_id, amount::text FROM affiliate_commission`)
      expect(new Map(earned.map(({ order_id, amount }) => [order_id, amount]))).toEqual(
        new Map([
          [first, "10.00"],
          [second, "10.00"],
        ])
      )
    })

    it("does nothing, and says so, in a store without a program", async () => {
      const { result } = await reconcileOrdersWorkflow(getContainer()).run({ input: { now: new Date() } })
      expect(result).toEqual({ order_count: 0, commission_count: 0, quarantined_count: 0 })
    })
  },
})
