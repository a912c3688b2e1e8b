import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { closePeriodsWorkflow } from "../../src/workflows"
import { affiliateModule, createAffiliate, createProgram, createReferral, type TestAffiliate } from "../helpers/affiliate"
import { createOrder } from "../helpers/many-orders"
import { moveOrder, sql } from "../helpers/sql"
import { STORE } from "../helpers/store"

jest.setTimeout(180_000)

const day = (text: string): Date => new Date(`2016-${text}T12:00:00Z`)
const EMAIL = "shopper@example.com"

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ getContainer }) => {
    let program_id: string
    let anna: TestAffiliate
    let ben: TestAffiliate
    let customer_id: string

    const setUp = async (settings: object): Promise<void> => {
      program_id = await createProgram(getContainer(), { created_at: day("01-01"), ...settings })
      anna = await createAffiliate(getContainer(), program_id)
      ben = await createAffiliate(getContainer(), program_id)
      customer_id = (await getContainer().resolve(Modules.CUSTOMER).createCustomers({ email: EMAIL, has_account: true })).id
    }

    const affiliate = () => affiliateModule(getContainer())
    const run = (statement: string, values: unknown[] = []) => sql(getContainer(), statement, values)
    const refer = (of: TestAffiliate, started_at: Date) => createReferral(getContainer(), { id: of.id, program_id }, EMAIL, started_at)
    const give = (of: TestAffiliate, now: Date) =>
      affiliate().referrals.setReferrer({ customer_id, affiliate_id: of.id, reason: "told us", created_by: "user_1", now })
    const place = async (at: Date): Promise<string> => {
      const id = await createOrder(getContainer(), { email: EMAIL, customer_id })
      await moveOrder(getContainer(), id, at)
      return id
    }
    const record = (id: string, now: Date) => affiliate().orders.record([id], now)
    const close = (now: Date) => closePeriodsWorkflow(getContainer()).run({ input: { closed_by: "test", now } })
    const pay = (id: string, at: Date, amount = 100) =>
      run(
        `INSERT INTO order_transaction (id, order_id, amount, raw_amount, currency_code, version, reference, created_at)
         VALUES (?, ?, ?, ?, 'eur', 1, 'capture', ?)`,
        [`ordtrx_${id}_${at.getTime()}`, id, amount, JSON.stringify({ value: String(amount), precision: 20 }), at]
      )
    const rowsOf = async (id: string) =>
      (
        await sql<{ code: string; kind: string; amount: string; period: string }>(
          getContainer(),
          `SELECT affiliate.code, commission.kind, commission.amount::text, commission.period
           FROM affiliate_commission commission JOIN affiliate ON affiliate.id = commission.affiliate_id WHERE order_id = ? ORDER BY sequence`,
          [id]
        )
      ).map(({ code, kind, amount, period }) => [code, kind, amount, period])
    const referrals = async () =>
      (
        await sql<{ code: string; source: string; started: string; ended: string | null }>(
          getContainer(),
          `SELECT affiliate.code, referral.source, to_char(started_at AT TIME ZONE 'UTC', 'MM-DD') AS started,
                  to_char(ended_at AT TIME ZONE 'UTC', 'MM-DD') AS ended
           FROM affiliate_referral referral JOIN affiliate ON affiliate.id = referral.affiliate_id ORDER BY started_at`
        )
      ).map(({ code, source, started, ended }) => [code, source, started, ended])

    describe("a referral that has expired is renewed", () => {
      beforeEach(async () => {
        await setUp({ referral_period_months: 6 })
        await refer(anna, day("01-10"))
        await close(day("09-01"))
      })

      it("when an admin sets it again", async () => {
        expect(await give(anna, day("09-20"))).toMatchObject({ affiliate_id: anna.id })
        expect(await referrals()).toEqual([
          [anna.code, "link", "01-10", "09-01"],
          [anna.code, "manual", "09-01", null],
        ])
        const order = await place(day("09-25"))
        await record(order, day("09-25"))
        expect(await rowsOf(order)).toEqual([[anna.code, "order", "10.00", "2016-09"]])
      })

      it("and not a day before", async () => {
        await run(`UPDATE affiliate_referral SET started_at = ?`, [new Date(day("03-20").getTime() + 1)])
        expect(await give(anna, day("09-20"))).toBeNull()
        expect(await referrals()).toEqual([[anna.code, "link", "03-20", null]])
        await run(`UPDATE affiliate_referral SET started_at = ?`, [day("03-20")])
        expect(await give(anna, day("09-20"))).toMatchObject({ affiliate_id: anna.id })
      })

      it.each(["promo_code", "link"])("by the first order with a %s of that affiliate, as far as links can", async (source) => {
        const order = await place(day("09-25"))
        await run(
          `INSERT INTO affiliate_cart_attribution (id, cart_id, program_id, affiliate_id, source, source_id, occurred_at)
           VALUES ('affcart_1', 'cart_1', ?, ?, ?, 'source_1', ?)`,
          [program_id, anna.id, source, day("09-24")]
        )
        await run(`INSERT INTO order_cart (id, order_id, cart_id) VALUES ('link_1', ?, 'cart_1')`, [order])
        const second = await place(day("09-26"))
        await record(second, day("09-26"))
        const first = [anna.code, "link", "01-10"]
        if (source === "promo_code") {
          expect(await referrals()).toEqual([
            [...first, "09-25"],
            [anna.code, "promo_code", "09-25", null],
          ])
          expect([await rowsOf(order), await rowsOf(second)]).toEqual(Array(2).fill([[anna.code, "order", "10.00", "2016-09"]]))
        } else {
          // A link does not renew a referral: a shopper who stays a referral for good is for a code or an admin to decide.
          expect(await referrals()).toEqual([[...first, null]])
          expect([await rowsOf(order), await rowsOf(second)]).toEqual([[], []])
        }
      })
    })

    describe("where captured payments earn, an order belongs to the month of its first payment", () => {
      beforeEach(() => setUp({ commission_basis: "captured" }))

      it("so a referral set by hand counts for one that was placed in a closed month and paid in an open one", async () => {
        const order = await place(day("03-28"))
        await record(order, day("03-28"))
        await close(day("04-02"))
        await pay(order, day("04-05"))
        await record(order, day("04-05"))
        expect(await rowsOf(order)).toEqual([])
        await give(anna, day("04-20"))
        expect(await rowsOf(order)).toEqual([[anna.code, "order", "10.00", "2016-04"]])
      })

      it("and for one that is paid later still", async () => {
        const order = await place(day("03-28"))
        await record(order, day("03-28"))
        await close(day("04-02"))
        await give(anna, day("04-20"))
        expect(await rowsOf(order)).toEqual([])
        await pay(order, day("04-25"))
        await record(order, day("04-25"))
        expect(await rowsOf(order)).toEqual([[anna.code, "order", "10.00", "2016-04"]])
      })

      it("and for one whose event was lost", async () => {
        const order = await place(day("03-28"))
        await close(day("04-02"))
        await run(`DELETE FROM affiliate_attribution`)
        await give(anna, day("04-20"))
        await run(`DELETE FROM affiliate_attribution`)
        await pay(order, day("04-25"))
        await record(order, day("04-25"))
        expect(await rowsOf(order)).toEqual([[anna.code, "order", "10.00", "2016-04"]])
      })

      it("but not for one whose first payment lies in a closed month, nor for the months of another affiliate", async () => {
        const [paid, partly] = [await place(day("03-20")), await place(day("03-21"))]
        await pay(paid, day("03-25"))
        await pay(partly, day("03-25"), 40)
        await record(paid, day("03-26"))
        await record(partly, day("03-26"))
        await close(day("04-02"))
        await pay(partly, day("04-05"), 60)
        await record(partly, day("04-05"))
        await give(anna, day("04-20"))
        expect([await rowsOf(paid), await rowsOf(partly)]).toEqual([[], []])
      })

      it("and hands over what the former affiliate has of open months, and the last of two referrers gets it", async () => {
        await refer(ben, day("01-10"))
        const order = await place(day("03-28"))
        await record(order, day("03-28"))
        await close(day("04-02"))
        await pay(order, day("04-05"))
        await record(order, day("04-05"))
        expect(await rowsOf(order)).toEqual([[ben.code, "order", "10.00", "2016-04"]])
        await give(anna, day("04-20"))
        await give(ben, day("04-21"))
        await give(anna, day("04-22"))
        const net = await run(
          `SELECT affiliate_id, sum(amount)::text AS amount FROM affiliate_commission GROUP BY 1 HAVING sum(amount) <> 0`
        )
        expect(net).toEqual([{ affiliate_id: anna.id, amount: "10.00" }])
      })

      it("while where orders earn when they are placed, the closed month stays closed", async () => {
        await affiliate().programs.update(program_id, { commission_basis: "placed" })
        await run(`UPDATE affiliate_program_history SET commission_basis = 'placed'`)
        const order = await place(day("03-28"))
        await record(order, day("03-28"))
        await close(day("04-02"))
        await pay(order, day("04-05"))
        await give(anna, day("04-20"))
        expect(await rowsOf(order)).toEqual([])
      })
    })

    it("orders that are recorded late, and together, are decided as one by one: a referral set meanwhile holds from when it began", async () => {
      await setUp({})
      await close(day("04-02"))
      await give(ben, day("04-10"))
      const [first, later, second] = [await place(day("03-20")), await place(day("03-25")), await place(day("04-05"))]
      await run(
        `INSERT INTO affiliate_cart_attribution (id, cart_id, program_id, affiliate_id, source, source_id, occurred_at)
         VALUES ('affcart_1', 'cart_1', ?, ?, 'promo_code', 'code_1', ?)`,
        [program_id, anna.id, day("03-20")]
      )
      await run(`INSERT INTO order_cart (id, order_id, cart_id) VALUES ('link_1', ?, 'cart_1')`, [first])
      await affiliate().orders.record([first, later, second], day("04-20"))
      expect([await rowsOf(first), await rowsOf(later), await rowsOf(second)]).toEqual([
        [[anna.code, "order", "10.00", "2016-04"]],
        [[anna.code, "order", "10.00", "2016-04"]],
        [[ben.code, "order", "10.00", "2016-04"]],
      ])
      expect(await referrals()).toEqual([
        [anna.code, "promo_code", "03-20", "04-01"],
        [ben.code, "manual", "04-01", null],
      ])
    })

    it("and an affiliate who was suspended between two of them gets the first one only", async () => {
      await setUp({})
      const [first, second] = [await place(day("03-20")), await place(day("03-25"))]
      await run(
        `INSERT INTO affiliate_cart_attribution (id, cart_id, program_id, affiliate_id, source, source_id, occurred_at)
         VALUES ('affcart_1', 'cart_1', ?, ?, 'promo_code', 'code_1', ?)`,
        [program_id, ben.id, day("03-20")]
      )
      await run(`INSERT INTO order_cart (id, order_id, cart_id) VALUES ('link_1', ?, 'cart_1')`, [first])
      await run(
        `INSERT INTO affiliate_history SELECT suspended.* FROM affiliate_at(?, 'infinity') latest, jsonb_populate_record(latest, ?) suspended`,
        [ben.id, JSON.stringify({ status: "suspended", valid_from: day("03-22") })]
      )
      await affiliate().orders.record([first, second], day("03-26"))
      expect([await rowsOf(first), await rowsOf(second)]).toEqual([[[ben.code, "order", "10.00", "2016-03"]], []])
    })

    it("a referral set by hand takes no order from another program's affiliate whose referral held when it was placed", async () => {
      await setUp({})
      const press_id = await createProgram(getContainer())
      const carl = await createAffiliate(getContainer(), press_id)
      await createReferral(getContainer(), { id: carl.id, program_id: press_id }, EMAIL, day("01-10"))
      await close(day("04-01"))
      const before = await place(day("04-10"))
      await record(before, day("04-10"))
      await give(anna, day("04-20"))
      const after = await place(day("04-25"))
      await record(after, day("04-25"))
      expect([await rowsOf(before), await rowsOf(after)]).toEqual([
        [[carl.code, "order", "10.00", "2016-04"]],
        [[anna.code, "order", "10.00", "2016-04"]],
      ])
    })
  },
})
