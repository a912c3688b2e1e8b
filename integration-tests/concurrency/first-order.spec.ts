import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { cancelOrderWorkflow, createPromotionsWorkflow } from "@medusajs/medusa/core-flows"

import { affiliateModule, createAffiliate, createProgram } from "../helpers/affiliate"
import { completeCart, createReadyCart, placeOrder } from "../helpers/place-order"
import { editQuantity } from "../helpers/change-order"
import { createShop, type Shop } from "../helpers/shop"
import { sql } from "../helpers/sql"
import { STORE } from "../helpers/store"

jest.setTimeout(240_000)

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    let shop: Shop
    let promotionId: string

    beforeEach(async () => {
      const container = getContainer()
      shop = await createShop(container)
      const program_id = await createProgram(container, { customer_discount_percent: "10" })
      const anna = await createAffiliate(container, program_id)
      const { result } = await createPromotionsWorkflow(container).run({
        input: {
          promotionsData: [
            {
              code: "WELCOME-7",
              type: "standard",
              status: "active",
              application_method: { type: "percentage", target_type: "items", allocation: "across", value: 10 },
              rules: [{ attribute: "affiliate.promo_codes", operator: "in", values: ["WELCOME-7"] }],
            },
          ],
        },
      })
      promotionId = result[0]!.id
      await affiliateModule(container).createPromoCodes({
        affiliate_id: anna.id,
        code: "WELCOME-7",
        template: "WELCOME-@ID@",
        promotion_id: promotionId,
      })
    })

    const discounted = () =>
      sql<{ orders: number }>(
        getContainer(),
        `SELECT count(DISTINCT oi.order_id)::int AS orders FROM order_line_item_adjustment a
         JOIN order_item oi ON oi.item_id = a.item_id WHERE a.code = 'WELCOME-7'`
      )
    const complete = (cartId: string) =>
      api.post(
        `/store/carts/${cartId}/complete`,
        {},
        { headers: { "x-publishable-api-key": shop.publishableKey }, validateStatus: () => true }
      )

    it("gives one of twenty parallel completions by one customer the discount, and tells the others why not", async () => {
      const container = getContainer()
      const customer = await container.resolve(Modules.CUSTOMER).createCustomers({ email: "eager@example.com", has_account: true })
      const carts: string[] = []
      for (let n = 0; n < 20; n++) {
        // Half of them with another e-mail: the account is the same person.
        const email = n % 2 ? "eager@example.com" : `eager+${n}@example.com`
        carts.push(await createReadyCart(container, shop, { email, customer_id: customer.id, promo_codes: ["WELCOME-7"] }))
      }
      const answers = await Promise.all(carts.map(complete))

      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
      expect(await discounted()).toEqual([{ orders: 1 }])
      const refused = answers.find(({ status }) => status !== 200)
      expect(refused?.status).toBe(400)
      expect(refused?.data.code).toBe("not_first_order")
      expect(refused?.data.message).toMatch(/WELCOME-7 cannot be used: it is valid for a customer's first order only/)
    })

    it("does not hold a second cart back when the first one's completion failed", async () => {
      const container = getContainer()
      const [first, second] = [
        await createReadyCart(container, shop, { promo_codes: ["WELCOME-7"] }),
        await createReadyCart(container, shop, { promo_codes: ["WELCOME-7"] }),
      ]
      // Without its shipping method the first one passes our check and fails later on.
      await sql(container, `DELETE FROM cart_shipping_method WHERE cart_id = ?`, [first])
      expect((await complete(first)).status).toBe(400)
      expect((await complete(second)).status).toBe(200)
      expect(await discounted()).toEqual([{ orders: 1 }])
    })

    it("counts a canceled order as none: the code works again", async () => {
      const container = getContainer()
      const first = await placeOrder(container, shop, { promo_codes: ["WELCOME-7"] })
      await cancelOrderWorkflow(container).run({ input: { order_id: first } })
      expect((await complete(await createReadyCart(container, shop, { promo_codes: ["WELCOME-7"] }))).status).toBe(200)
      expect(await discounted()).toEqual([{ orders: 2 }])
    })

    it("takes the discount off a guest's cart when the e-mail shows an earlier order, in any letter case", async () => {
      const container = getContainer()
      await placeOrder(container, shop, { email: "known@example.com" })
      const cartId = await createReadyCart(container, shop, { email: undefined, promo_codes: ["WELCOME-7"] })
      await sql(container, `UPDATE cart SET email = NULL, customer_id = NULL WHERE id = ?`, [cartId])
      const headers = { "x-publishable-api-key": shop.publishableKey }
      const before = await api.post(`/store/carts/${cartId}`, {}, { headers })
      const after = await api.post(`/store/carts/${cartId}`, { email: "Known@Example.com" }, { headers })
      expect([before.data.cart.discount_total, after.data.cart.discount_total]).toEqual([11.9, 0])
    })

    it.each([
      ["of a customer who was deleted is an earlier one, once it is decided", async () => {}, false],
      [
        "that was canceled is none",
        (orderId: string) => sql(getContainer(), `UPDATE "order" SET status = 'canceled' WHERE id = ?`, [orderId]),
        true,
      ],
    ])("an order %s", async (_, happen, isFirst) => {
      const container = getContainer()
      const affiliate = affiliateModule(container)
      const customer = await container.resolve(Modules.CUSTOMER).createCustomers({ email: "gone@example.com", has_account: true })
      const orderId = await placeOrder(container, shop, { email: "gone@example.com", customer_id: customer.id })
      await affiliate.orders.record([orderId], new Date())
      await container.resolve(Modules.CUSTOMER).softDeleteCustomers([customer.id])
      await happen(orderId)
      expect(await affiliate.attribution.isFirstOrder("cart_new", { customer_id: null, email: "Gone@example.com" })).toBe(isFirst)
    })

    it("lets the order through when our tables are locked, and records it later", async () => {
      const container = getContainer()
      const cartId = await createReadyCart(container, shop, { promo_codes: ["WELCOME-7"] })
      const knex = container.resolve("__pg_connection__")
      const lock = await knex.transaction()
      const tables = await sql<{ name: string }>(
        container,
        `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE tablename LIKE 'affiliate%'`
      )
      await lock.raw(`LOCK TABLE ${tables.map(({ name }) => name).join(", ")} IN ACCESS EXCLUSIVE MODE`)
      const started = Date.now()
      const answer = await complete(cartId)
      const took = Date.now() - started
      await lock.rollback()

      expect(answer.status).toBe(200)
      expect(took).toBeLessThan(20_000)
      await affiliateModule(container).orders.record([answer.data.order.id], new Date())
      expect(await sql(container, `SELECT sum(amount)::text AS amount FROM affiliate_commission`)).toEqual([{ amount: "9.00" }])
    })

    it("keeps the whole discount through an edit of the order, as Medusa does: two lamps of three stay", async () => {
      const container = getContainer()
      const cartId = await createReadyCart(container, shop, { items: [{ variant: "lamp", quantity: 3 }], promo_codes: ["WELCOME-7"] })
      const orderId = await completeCart(container, cartId)
      await affiliateModule(container).orders.record([orderId], new Date())
      await editQuantity(container, orderId, 2)
      await affiliateModule(container).orders.record([orderId], new Date())
      const rows = await sql(container, `SELECT kind, expense_amount::text, amount::text FROM affiliate_commission ORDER BY sequence`)
      expect(rows).toEqual([
        { kind: "order", expense_amount: "270.00", amount: "27.00" },
        { kind: "edit", expense_amount: "-100.00", amount: "-10.00" },
      ])
    })
  },
})
