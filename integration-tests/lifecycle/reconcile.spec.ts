import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { periodAt } from "../../src/domain/periods/period"
import { closePeriodsWorkflow, reconcileOrdersWorkflow } from "../../src/workflows"
import { affiliateModule, createAffiliate, createProgram, createReferral, type TestAffiliate } from "../helpers/affiliate"
import { createOrder, createOrders } from "../helpers/many-orders"
import { moveOrder, sql } from "../helpers/sql"
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
      expect(await affiliateModule(container).ledger.listBalances([anna.id], new Date())).toEqual(
        new Map([[anna.id, [{ currency_code: "eur", pending: "1000.00", available: "0.00", processing: "0.00", paid: "0.00" }]]])
      )
    })

    it.each([
      ["placed", "2016-04-30T21:59:59.999Z", "2016-04", "2016-04-30T21:59:59.999Z"],
      ["placed", "2016-04-30T22:00:10.000Z", "2016-05", "2016-04-30T22:00:10.000Z"],
      ["captured", "2016-04-30T22:00:10.000Z", "2016-05", "2016-04-30T22:00:20.000Z"],
    ])("a run that began at 23:58 and lasts over midnight counts an order (basis: %s) of %s in %s", async (basis, at, period, counted) => {
      const container = getContainer()
      const program_id = await createProgram(container, { timezone: "Europe/Berlin", commission_basis: basis })
      const anna = await createAffiliate(container, program_id)
      await createReferral(container, { id: anna.id, program_id }, "shopper@example.com")
      const order = await createOrder(container)
      await moveOrder(container, order, new Date(at))
      await sql(
        container,
        `INSERT INTO order_transaction (id, order_id, amount, raw_amount, currency_code, version, reference, created_at)
         VALUES ('ordtrx_1', ?, 100, '{"value":"100","precision":20}', 'eur', 1, 'capture', ?::timestamptz + interval '10 seconds')`,
        [order, at]
      )
      await affiliateModule(container).orders.record([order], new Date("2016-04-30T21:58:00Z"))
      expect(await sql(container, `SELECT period, corrects_period, occurred_at, amount::text FROM affiliate_commission`)).toEqual([
        { period, corrects_period: null, occurred_at: new Date(counted), amount: "10.00" },
      ])
    })

    it("counts an order of a clock that runs ahead in the month it is recorded in", async () => {
      const container = getContainer()
      const program_id = await createProgram(container)
      const anna = await createAffiliate(container, program_id)
      await createReferral(container, { id: anna.id, program_id }, "shopper@example.com")
      const order = await createOrder(container)
      await moveOrder(container, order, new Date("2999-01-15"))
      const months = [periodAt(new Date(), "UTC")]
      await affiliateModule(container).orders.record([order], new Date())
      months.push(periodAt(new Date(), "UTC"))
      const [row] = await sql<{ period: string }>(container, `SELECT period FROM affiliate_commission`)
      expect(months).toContain(row?.period)
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
      await affiliateModule(container).orders.record([second], new Date())
      const earned = await sql<{ order_id: string; amount: string }>(container, `SELECT order_id, amount::text FROM affiliate_commission`)
      expect(new Map(earned.map(({ order_id, amount }) => [order_id, amount]))).toEqual(
        new Map([
          [first, "10.00"],
          [second, "10.00"],
        ])
      )
    })

    describe("an order that was looked at before its links were written", () => {
      let anna: TestAffiliate
      let program_id: string
      let order: string

      const run = (statement: string, values: unknown[]) => sql(getContainer(), statement, values)
      const record = () => affiliateModule(getContainer()).orders.record([order], new Date())
      const cartOfAnna = () =>
        run(
          `INSERT INTO affiliate_cart_attribution (id, cart_id, program_id, affiliate_id, source, source_id, occurred_at)
           VALUES ('affcart_1', 'cart_1', ?, ?, 'link', 'affclk_1', now() - interval '1 hour')`,
          [program_id, anna.id]
        )
      const linkCart = () => run(`INSERT INTO order_cart (id, order_id, cart_id) VALUES ('link_1', ?, 'cart_1')`, [order])
      const codeOfAnna = () =>
        run(
          `INSERT INTO affiliate_promo_code (id, code, template, affiliate_id, promotion_id) VALUES ('pc_1', 'ANNA', 'X-@ID@', ?, 'promo_1')`,
          [anna.id]
        )
      const linkPromotion = () => run(`INSERT INTO order_promotion (id, order_id, promotion_id) VALUES ('op_1', ?, 'promo_1')`, [order])
      const decisions = async () =>
        (
          await sql(
            getContainer(),
            `SELECT outcome, reason, affiliate_id, superseded_at IS NULL AS stands FROM affiliate_attribution WHERE order_id = ? ORDER BY created_at`,
            [order]
          )
        ).map(({ outcome, reason, affiliate_id, stands }) => [outcome, reason, affiliate_id, stands])
      const earned = () => run(`SELECT affiliate_id, kind, amount::text FROM affiliate_commission WHERE order_id = ?`, [order])
      const referrals = () => run(`SELECT affiliate_id, email, order_id FROM affiliate_referral`, [])
      const nobody = ["none", "no_evidence", null]

      beforeEach(async () => {
        program_id = await createProgram(getContainer())
        anna = await createAffiliate(getContainer(), program_id)
        order = await createOrder(getContainer())
      })

      it.each([
        ["cart", "last_click", cartOfAnna, linkCart],
        ["promotion", "promo_code", codeOfAnna, linkPromotion],
      ])("is decided again when its %s is there: order and referral are the affiliate's", async (_, reason, touch, link) => {
        await touch()
        await record()
        expect(await decisions()).toEqual([[...nobody, true]])
        await link()

        expect(await record()).toMatchObject({ commission_count: 1, referrals: [{ affiliate_id: anna.id }] })
        const decided = [
          [...nobody, false],
          ["attributed", reason, anna.id, true],
        ]
        expect(await decisions()).toEqual(decided)
        expect(await earned()).toEqual([{ affiliate_id: anna.id, kind: "order", amount: "10.00" }])
        expect(await referrals()).toEqual([{ affiliate_id: anna.id, email: "shopper@example.com", order_id: order }])

        expect(await record()).toEqual({ commission_count: 0, quarantined: [], referrals: [] })
        expect(await decisions()).toEqual(decided)
      })

      it("is found by the hourly look, and decided once by ten at a time", async () => {
        await cartOfAnna()
        await record()
        await linkCart()
        await Promise.all(Array.from({ length: 10 }, record))
        await reconcileOrdersWorkflow(getContainer()).run({ input: { now: new Date() } })
        expect(await decisions()).toEqual([
          [...nobody, false],
          ["attributed", "last_click", anna.id, true],
        ])
        expect(await referrals()).toHaveLength(1)
      })

      it("is decided again by the hourly look, whose link's transaction began before the decision", async () => {
        await cartOfAnna()
        await record()
        await linkCart()
        await run(`UPDATE order_cart SET created_at = created_at - interval '1 minute' WHERE order_id = ?`, [order])
        const { result } = await reconcileOrdersWorkflow(getContainer()).run({ input: { now: new Date() } })
        expect(result).toMatchObject({ commission_count: 1 })
        expect(await earned()).toEqual([{ affiliate_id: anna.id, kind: "order", amount: "10.00" }])
      })

      it("keeps its decision when the links lead to nobody's cart and the shop's own promotion", async () => {
        await record()
        await linkCart()
        await linkPromotion()
        await record()
        expect(await decisions()).toEqual([[...nobody, true]])
      })

      it("stays with whom an admin gave it to meanwhile", async () => {
        const ben = await createAffiliate(getContainer(), program_id)
        await cartOfAnna()
        await record()
        const hand = { order_id: order, affiliate_id: ben.id, reason: "Ben was there", created_by: "user_1", now: new Date() }
        await affiliateModule(getContainer()).orders.reassign(hand)
        await linkCart()
        await record()
        expect(await decisions()).toEqual([
          [...nobody, false],
          ["attributed", "manual", ben.id, true],
        ])
      })

      it("keeps its decision when the cart's affiliate was deleted since", async () => {
        await cartOfAnna()
        await record()
        await linkCart()
        await affiliateModule(getContainer()).softDeleteAffiliates([anna.id])
        await record()
        expect(await decisions()).toEqual([[...nobody, true]])
      })
    })

    describe("an order that Medusa deletes for good, because its payment was declined", () => {
      const at = (time: string): Date => new Date(`2016-${time}Z`)
      let anna: TestAffiliate
      let program_id: string

      beforeEach(async () => {
        program_id = await createProgram(getContainer(), { created_at: at("03-01T00:00:00") })
        anna = await createAffiliate(getContainer(), program_id)
        await createReferral(getContainer(), { id: anna.id, program_id }, "shopper@example.com")
      })

      const orderAt = async (time: string): Promise<string> => {
        const id = await createOrder(getContainer())
        await moveOrder(getContainer(), id, at(time))
        return id
      }
      const remove = (id: string) => getContainer().resolve(Modules.ORDER).deleteOrders([id])
      const reconcile = async (time: string, full?: boolean) =>
        (await reconcileOrdersWorkflow(getContainer()).run({ input: { now: at(time), full } })).result
      const close = async (time: string) =>
        void (await closePeriodsWorkflow(getContainer()).run({ input: { now: at(time), closed_by: "test" } }))
      const recorded = (id: string) =>
        sql(
          getContainer(),
          `SELECT sequence, kind, expense_amount::text, amount::text, period, corrects_period, cause_type, cause_id, occurred_at
           FROM affiliate_commission WHERE order_id = ? ORDER BY sequence`,
          [id]
        )
      const orderRow = (cause_id: string, time: string) => ({
        ...{ sequence: 1, kind: "order", expense_amount: "100.00", amount: "10.00", period: "2016-04", corrects_period: null },
        ...{ cause_type: "order", cause_id, occurred_at: at(time) },
      })
      const reversal = (cause_id: string, time: string) => ({
        ...{ sequence: 2, kind: "cancel", expense_amount: "-100.00", amount: "-10.00", period: "2016-04", corrects_period: null },
        ...{ cause_type: "order", cause_id, occurred_at: at(time) },
      })
      const ordersWorth = async (time: string) =>
        (await affiliateModule(getContainer()).doctor.run(at(time))).invariants
          .filter(({ ok }) => !ok)
          .map(({ id, exceptions }) => [id, exceptions])

      it("takes its commission back, once, and pays nobody for it", async () => {
        const [ghost, stays] = [await orderAt("04-10T10:00:00"), await orderAt("04-10T10:00:00")]
        await reconcile("04-10T12:00:01")
        await remove(ghost)
        expect(await ordersWorth("04-10T12:30:00")).toEqual([
          [
            "orders_worth",
            [
              {
                ...{ problem: "worth_differs", order_id: ghost, affiliate_id: anna.id, currency_code: "eur" },
                ...{ expected: "0.00 on 0.00 eur", found: "10.00 on 100.00 eur" },
              },
            ],
          ],
        ])

        expect(await reconcile("04-10T15:00:00")).toEqual({ order_count: 1, commission_count: 1, quarantined_count: 0 })
        expect(await recorded(ghost)).toEqual([orderRow(ghost, "04-10T10:00:00"), reversal(ghost, "04-10T15:00:00")])
        expect(await ordersWorth("04-10T15:00:00")).toEqual([])
        for (const full of [false, true]) expect(await reconcile("04-10T18:00:00", full)).toMatchObject({ commission_count: 0 })

        await close("05-01T12:00:00")
        expect(await sql(getContainer(), `SELECT affiliate_id, amount::text, expense_amount::text FROM affiliate_period_line`)).toEqual([
          { affiliate_id: anna.id, amount: "10.00", expense_amount: "100.00" },
        ])
        expect(await recorded(stays)).toEqual([orderRow(stays, "04-10T10:00:00")])
      })

      it("is missed in the last closed month too, and in an older one by a full look", async () => {
        const [march, april] = [await orderAt("03-31T10:00:00"), await orderAt("04-30T23:00:00")]
        await close("05-01T12:00:00")
        await remove(march)
        await remove(april)

        expect(await reconcile("05-02T12:00:00")).toMatchObject({ order_count: 1, commission_count: 1 })
        const late = { period: "2016-05", corrects_period: "2016-04" }
        expect(await recorded(april)).toEqual([orderRow(april, "04-30T23:00:00"), { ...reversal(april, "05-02T12:00:00"), ...late }])
        expect(await recorded(march)).toHaveLength(1)

        expect(await reconcile("05-02T13:00:00", true)).toMatchObject({ order_count: 1, commission_count: 1 })
        expect(await recorded(march)).toMatchObject([
          { period: "2016-03" },
          { amount: "-10.00", period: "2016-05", corrects_period: "2016-03" },
        ])
        expect(await ordersWorth("05-02T14:00:00")).toEqual([])
      })

      it("leaves quarantine when it is gone before it was ever recorded", async () => {
        const bad = await orderAt("04-10T12:00:00")
        await sql(getContainer(), `UPDATE "order" SET currency_code = 'zzz' WHERE id = ?`, [bad])
        expect(await reconcile("04-10T12:00:01")).toMatchObject({ quarantined_count: 1 })
        await remove(bad)
        expect(await reconcile("04-10T13:00:00")).toEqual({ order_count: 1, commission_count: 0, quarantined_count: 0 })
        expect(await reconcile("04-10T14:00:00")).toEqual({ order_count: 0, commission_count: 0, quarantined_count: 0 })
      })
    })

    describe("a first order by a third affiliate's code", () => {
      const PLACED = new Date("2016-04-10T12:00:00Z")
      const MAY = new Date("2016-05-01T12:00:00Z")
      let program_id: string
      let [anna, ben, carl]: TestAffiliate[] = []

      beforeEach(async () => {
        const container = getContainer()
        program_id = await createProgram(container)
        ;[anna, ben, carl] = [
          await createAffiliate(container, program_id),
          await createAffiliate(container, program_id),
          await createAffiliate(container, program_id),
        ]
        await sql(
          container,
          `INSERT INTO affiliate_promo_code (id, code, template, affiliate_id, promotion_id) VALUES ('pc_1', 'CARL', 'X-@ID@', ?, 'promo_1')`,
          [carl.id]
        )
      })

      const account = (email: string) => getContainer().resolve(Modules.CUSTOMER).createCustomers({ email, has_account: true })
      const referral = async (affiliate: TestAffiliate, email: string, customer_id: string): Promise<void> => {
        const id = await createReferral(getContainer(), { id: affiliate.id, program_id }, email)
        await affiliateModule(getContainer()).updateReferrals({ id, customer_id })
      }
      const orderWithCode = async (customer_id: string): Promise<void> => {
        const order = await createOrder(getContainer(), { email: "new@example.com", customer_id })
        await moveOrder(getContainer(), order, PLACED)
        await sql(getContainer(), `INSERT INTO order_promotion (id, order_id, promotion_id) VALUES ('op_1', ?, 'promo_1')`, [order])
      }
      const closeApril = async () =>
        (await closePeriodsWorkflow(getContainer()).run({ input: { now: MAY, closed_by: "test", period: "2016-04" } })).result
      const lines = () => sql(getContainer(), `SELECT affiliate_id, amount::text, order_count, outcome FROM affiliate_period_line`)
      const referrals = () =>
        sql(getContainer(), `SELECT affiliate_id, email, customer_id, ended_at FROM affiliate_referral ORDER BY started_at, email DESC`)

      it("ends both referrals of a customer who took over the e-mail of another one's referral, and the month closes", async () => {
        const [first, second] = [await account("old@example.com"), await account("new@example.com")]
        await referral(anna!, "old@example.com", first.id)
        await referral(ben!, "new@example.com", second.id)
        const customers = getContainer().resolve(Modules.CUSTOMER)
        await customers.softDeleteCustomers([second.id])
        await customers.updateCustomers(first.id, { email: "new@example.com" })
        await orderWithCode(first.id)

        expect(await closeApril()).toMatchObject([{ period: "2016-04", closed: true }])
        expect(await lines()).toEqual([{ affiliate_id: carl!.id, amount: "10.00", order_count: 1, outcome: "credited" }])
        expect(await referrals()).toEqual([
          { affiliate_id: anna!.id, email: "old@example.com", customer_id: first.id, ended_at: PLACED },
          { affiliate_id: ben!.id, email: "new@example.com", customer_id: second.id, ended_at: PLACED },
          { affiliate_id: carl!.id, email: "new@example.com", customer_id: first.id, ended_at: null },
        ])
      })

      it.each(["email", "customer_id"])("ends the referral to an affiliate who was deleted, found by %s", async (key) => {
        const [first, other] = [await account("new@example.com"), await account("other@example.com")]
        if (key === "email") await referral(anna!, "new@example.com", other.id)
        else await referral(anna!, "other@example.com", first.id)
        await affiliateModule(getContainer()).softDeleteAffiliates([anna!.id])
        await orderWithCode(first.id)

        expect(await closeApril()).toMatchObject([{ period: "2016-04", closed: true }])
        expect(await lines()).toEqual([{ affiliate_id: carl!.id, amount: "10.00", order_count: 1, outcome: "credited" }])
        expect(await referrals()).toMatchObject([
          { affiliate_id: anna!.id, ended_at: PLACED },
          { affiliate_id: carl!.id, ended_at: null },
        ])
      })
    })

    it("does nothing, and says so, in a store without a program", async () => {
      const { result } = await reconcileOrdersWorkflow(getContainer()).run({ input: { now: new Date() } })
      expect(result).toEqual({ order_count: 0, commission_count: 0, quarantined_count: 0 })
    })
  },
})
