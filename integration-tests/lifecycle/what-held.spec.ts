import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { reconcileOrdersWorkflow } from "../../src/workflows"
import { affiliateModule, createAffiliate, createProgram, createReferral, type TestAffiliate } from "../helpers/affiliate"
import { createOrder } from "../helpers/many-orders"
import { sql } from "../helpers/sql"
import { STORE } from "../helpers/store"

jest.setTimeout(180_000)

const DAY = 24 * 60 * 60 * 1000
const daysAgo = (days: number): Date => new Date(Date.now() - days * DAY)

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ getContainer }) => {
    let program_id: string
    let anna: TestAffiliate

    beforeEach(async () => {
      program_id = await createProgram(getContainer())
      anna = await createAffiliate(getContainer(), program_id)
    })

    const run = (statement: string, values: unknown[] = []) => sql(getContainer(), statement, values)
    const affiliate = () => affiliateModule(getContainer())
    const updateProgram = (settings: object, id = program_id) => affiliate().programs.update(id, settings)
    const refer = (started_at?: Date) => createReferral(getContainer(), { id: anna.id, program_id }, "shopper@example.com", started_at)
    const clicked = async (cart: string, days: number, of = anna) =>
      run(
        `INSERT INTO affiliate_cart_attribution (id, cart_id, program_id, affiliate_id, source, source_id, occurred_at)
         VALUES (?, ?, ?, ?, 'link', ?, ?)`,
        [`affcart_${days}`, cart, program_id, of.id, `affclk_${days}`, daysAgo(days)]
      )
    const place = async (cart?: string): Promise<string> => {
      const id = await createOrder(getContainer(), {
        items: [{ title: "Lamp", quantity: 1, unit_price: 100, tax_lines: [{ code: "vat", rate: 19 }] }],
      })
      if (cart) await run(`INSERT INTO order_cart (id, order_id, cart_id) VALUES (?, ?, ?)`, [`link_${id}`, id, cart])
      return id
    }
    const reconcile = () => reconcileOrdersWorkflow(getContainer()).run({ input: { now: new Date() } })
    /** Who earned what from an order, and why. */
    const decided = async (order_id: string) => {
      const { affiliate: earner, reason, commissions } = (await affiliate().orders.explain(order_id))!
      return [earner?.code ?? null, reason, ...commissions.map(({ amount }) => amount)]
    }

    describe("an order whose event was lost is decided by what held when it was placed", () => {
      it.each<[string, () => Promise<unknown>]>([
        ["the affiliate is suspended", () => affiliate().updateAffiliates({ id: anna.id, status: "suspended" })],
        ["the program is paused", () => updateProgram({ status: "paused" })],
        ["the program is archived, through Medusa's own service", () => affiliate().updatePrograms({ id: program_id, status: "archived" })],
        ["the program ends before the order", () => updateProgram({ ends_at: daysAgo(1) })],
        ["the program begins after the order", () => updateProgram({ starts_at: daysAgo(-1) })],
        ["tax and shipping earn too", () => updateProgram({ include_tax: true, include_shipping: true })],
        ["payments have to be captured", () => updateProgram({ commission_basis: "captured" })],
        [
          "the program is bound to another channel",
          async () => {
            const [channel] = await getContainer()
              .resolve(Modules.SALES_CHANNEL)
              .createSalesChannels([{ name: "Other" }])
            await updateProgram({ sales_channel_ids: [channel!.id] })
          },
        ],
        ["referrals last no longer", () => updateProgram({ referral_period_months: 0 })],
        [
          "the affiliate is handed over to the shopper",
          async () => {
            const { id } = await getContainer().resolve(Modules.CUSTOMER).createCustomers({ email: "shopper@example.com" })
            await affiliate().affiliates.update({ id: anna.id, customer_id: id })
          },
        ],
      ])("and since then %s", async (_, change) => {
        await refer()
        const order = await place()
        await change()
        await reconcile()
        expect(await decided(order)).toEqual([anna.code, "existing_referral", "10.00"])
        const later = await place()
        await reconcile()
        expect(await decided(later)).not.toEqual([anna.code, "existing_referral", "10.00"])
      })

      it("and since then the window of clicks became shorter", async () => {
        await clicked("cart_1", 5)
        const order = await place("cart_1")
        await updateProgram({ attribution_window_days: 1 })
        await reconcile()
        expect(await decided(order)).toEqual([anna.code, "last_click", "10.00"])
      })

      it("and since then the first click counts", async () => {
        const bert = await createAffiliate(getContainer(), program_id)
        await clicked("cart_1", 5, bert)
        await clicked("cart_1", 3)
        const order = await place("cart_1")
        await updateProgram({ attribution_model: "first_click" })
        await reconcile()
        expect(await decided(order)).toEqual([anna.code, "last_click", "10.00"])
      })

      it("so it earns nothing for an affiliate who was approved later, nor in a program that was paused", async () => {
        await affiliate().updateAffiliates({ id: anna.id, status: "pending" })
        await refer()
        const pending = await place()
        await affiliate().updateAffiliates({ id: anna.id, status: "active" })
        await updateProgram({ status: "paused" })
        const paused = await place()
        await updateProgram({ status: "active" })
        await reconcile()
        expect([await decided(pending), await decided(paused)]).toEqual([
          [null, "affiliate_not_active"],
          [null, "program_not_running"],
        ])
      })
    })

    describe("an order that is decided again after the customer's referrer was set", () => {
      let press_id: string
      let ben: TestAffiliate
      let customer_id: string

      beforeEach(async () => {
        press_id = await createProgram(getContainer())
        ben = await createAffiliate(getContainer(), press_id)
        customer_id = (await getContainer().resolve(Modules.CUSTOMER).createCustomers({ email: "shopper@example.com" })).id
      })

      const give = (affiliate_id: string) =>
        affiliate().referrals.setReferrer({ customer_id, affiliate_id, reason: "told us", created_by: "user_1", now: new Date() })
      const placeWithBen = async (): Promise<string> => {
        await run(
          `INSERT INTO affiliate_cart_attribution (id, cart_id, program_id, affiliate_id, source, source_id, occurred_at)
           VALUES ('affcart_1', 'cart_1', ?, ?, 'link', 'affclk_1', now() - interval '1 second')`,
          [press_id, ben.id]
        )
        const order = await place("cart_1")
        await affiliate().orders.record([order], new Date())
        return order
      }

      it.each<[string, () => Promise<unknown>]>([
        ["the affiliate was suspended since", () => affiliate().updateAffiliates({ id: ben.id, status: "suspended" })],
        ["the program was paused since", () => updateProgram({ status: "paused" }, press_id)],
      ])("stays with the affiliate of another program, though %s", async (_, change) => {
        const order = await placeWithBen()
        await change()
        await give(anna.id)
        expect(await decided(order)).toEqual([ben.code, "last_click", "10.00"])
      })

      it("is not given to an affiliate who was suspended when it was placed", async () => {
        await affiliate().updateAffiliates({ id: anna.id, status: "suspended" })
        const order = await place()
        await affiliate().orders.record([order], new Date())
        await affiliate().updateAffiliates({ id: anna.id, status: "active" })
        await give(anna.id)
        expect(await decided(order)).toEqual([null, "no_evidence"])
        const later = await place()
        await affiliate().orders.record([later], new Date())
        expect(await decided(later)).toEqual([anna.code, "existing_referral", "10.00"])
      })

      it("earns as the program was then, also when an admin gives it away by hand", async () => {
        const order = await place()
        await affiliate().orders.record([order], new Date())
        await updateProgram({ include_tax: true, commission_percent: 20 })
        await affiliate().orders.reassign({
          ...{ order_id: order, affiliate_id: anna.id, reason: "told us", created_by: "user_1", now: new Date() },
        })
        expect(await decided(order)).toEqual([anna.code, "manual", "10.00"])
      })
    })
  },
})
