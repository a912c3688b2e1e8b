import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import recordOrder from "../../src/subscribers/record-order"
import { affiliateModule, createAffiliate, createProgram, createReferral } from "../helpers/affiliate"
import { createOrder, createOrders } from "../helpers/many-orders"
import { sql } from "../helpers/sql"
import { STORE } from "../helpers/store"

jest.setTimeout(180_000)

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ getContainer }) => {
    const deliver = (orderId: string): Promise<void> =>
      recordOrder({ event: { name: "order.placed", data: { id: orderId }, metadata: {} }, container: getContainer(), pluginOptions: {} })

    it("records 200 commissions for 200 orders whose event is delivered eight times at once", async () => {
      const container = getContainer()
      const program_id = await createProgram(container)
      const anna = await createAffiliate(container, program_id)
      const emails = Array.from({ length: 200 }, (_, n) => `shopper-${n}@example.com`)
      for (const email of emails) await createReferral(container, { id: anna.id, program_id }, email)
      const orderIds = await createOrders(
        container,
        emails.map((email) => ({ email }))
      )

      await Promise.all(orderIds.flatMap((id) => Array.from({ length: 8 }, () => deliver(id))))

      const [counted] = await sql(
        container,
        `SELECT count(*)::int AS rows, count(DISTINCT order_id)::int AS orders, sum(amount)::text AS amount FROM affiliate_commission`
      )
      expect(counted).toEqual({ rows: 200, orders: 200, amount: "2000.00" })
      expect(await sql(container, `SELECT count(*)::int AS decisions FROM affiliate_attribution`)).toEqual([{ decisions: 200 }])
    })

    it("takes each of 50 canceled orders back once when the cancellation is delivered eight times at once", async () => {
      const container = getContainer()
      const program_id = await createProgram(container)
      const anna = await createAffiliate(container, program_id)
      await createReferral(container, { id: anna.id, program_id }, "shopper@example.com")
      const orderIds = await createOrders(
        container,
        Array.from({ length: 50 }, () => ({}))
      )
      await affiliateModule(container).orders.record(orderIds, new Date())
      await sql(container, `UPDATE "order" SET status = 'canceled', canceled_at = now(), updated_at = now()`)

      // The decision is there already: only the commission's unique key stands between the eight.
      await Promise.all(orderIds.flatMap((id) => Array.from({ length: 8 }, () => deliver(id))))

      const rows = await sql(
        container,
        `SELECT kind, count(*)::int AS rows, sum(amount)::text AS amount FROM affiliate_commission GROUP BY 1 ORDER BY 1`
      )
      expect(rows).toEqual([
        { kind: "cancel", rows: 50, amount: "-500.00" },
        { kind: "order", rows: 50, amount: "500.00" },
      ])
    })

    it("makes one referral when a customer's first two orders are recorded at once, and the second order follows it", async () => {
      const container = getContainer()
      const program_id = await createProgram(container)
      const [anna, berta] = [await createAffiliate(container, program_id), await createAffiliate(container, program_id)]
      const { id: customer_id } = await container.resolve(Modules.CUSTOMER).createCustomers({ email: "twice@example.com" })
      const wish = { email: "twice@example.com", customer_id }
      const orderIds = [await createOrder(container, wish), await createOrder(container, wish)]
      await Promise.all(
        [anna, berta].map(({ id }, n) =>
          sql(
            container,
            `INSERT INTO affiliate_cart_attribution (id, cart_id, program_id, affiliate_id, source, source_id, occurred_at)
             VALUES (?, ?, ?, ?, 'link', ?, now() - interval '1 hour')`,
            [`affcart_${n}`, `cart_${n}`, program_id, id, `affclk_${n}`]
          )
        )
      )
      for (const [n, id] of orderIds.entries()) {
        await sql(container, `INSERT INTO order_cart (id, order_id, cart_id) VALUES (?, ?, ?)`, [`link_${n}`, id, `cart_${n}`])
      }

      await Promise.all(orderIds.flatMap((id) => Array.from({ length: 8 }, () => deliver(id))))

      const referrals = await affiliateModule(container).listReferrals({ email: "twice@example.com" })
      expect(referrals.map(({ affiliate_id }) => affiliate_id)).toEqual([anna.id])
      const earned = await sql(container, `SELECT affiliate_id, sum(amount)::text AS amount FROM affiliate_commission GROUP BY 1`)
      expect(earned).toEqual([{ affiliate_id: anna.id, amount: "20.00" }])
    })
  },
})
