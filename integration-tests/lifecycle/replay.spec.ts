import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows"

import { addPeriods, periodAt } from "../../src/domain/periods/period"
import type { ReplayInput } from "../../src/domain/periods/replay"
import { closePeriodsWorkflow } from "../../src/workflows/periods"
import { affiliateModule, createAffiliate, createProgram, createReferral, type TestAffiliate } from "../helpers/affiliate"
import { editQuantity, returnItems } from "../helpers/change-order"
import * as life from "../helpers/order-life"
import { createOrder } from "../helpers/many-orders"
import { placeOrder, type CartWish } from "../helpers/place-order"
import { createShop, type Shop } from "../helpers/shop"
import { moveOrder, sql } from "../helpers/sql"
import { STORE } from "../helpers/store"

jest.setTimeout(240_000)

const NOW = periodAt(new Date(), "UTC")
const BEFORE = addPeriods(NOW, -1)

// An order of last month is placed today and moved then: no event may record it in between.
process.env.AFFILIATE_PLUGIN_OPTIONS = JSON.stringify({ subscribers: false })

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ getContainer }) => {
    let shop: Shop
    let programId: string
    let anna: TestAffiliate

    const setUp = async (program: Record<string, unknown> = {}) => {
      programId = await createProgram(getContainer(), program)
      anna = await enroll("shopper@example.com")
      shop = await createShop(getContainer())
    }
    const enroll = async (email: string) => {
      const affiliate = await createAffiliate(getContainer(), programId)
      await createReferral(getContainer(), { id: affiliate.id, program_id: programId }, email)
      return affiliate
    }
    const record = (orderId: string) => affiliateModule(getContainer()).orders.record([orderId], new Date())
    const order = async (wish: CartWish = {}) => {
      const id = await placeOrder(getContainer(), shop, wish)
      await record(id)
      return id
    }
    /** Placed last month, and recorded there. */
    const orderBefore = async (wish: CartWish = {}) => {
      const id = await placeOrder(getContainer(), shop, wish)
      await sql(getContainer(), `UPDATE "order" SET created_at = ? WHERE id = ?`, [new Date(`${BEFORE}-10T12:00:00Z`), id])
      await record(id)
      return id
    }
    const then = async (orderId: string, ...steps: (() => Promise<unknown>)[]) => {
      for (const step of steps) {
        await step()
        await record(orderId)
      }
    }
    const cancel = (id: string) => cancelOrderWorkflow(getContainer()).run({ input: { order_id: id } })
    const close = (period: string) =>
      closePeriodsWorkflow(getContainer()).run({ input: { period, program_id: programId, closed_by: "test", now: new Date() } })
    const replay = async (period: string, settings: ReplayInput = {}) =>
      (await affiliateModule(getContainer()).periods.replay({ program_id: programId, period, ...settings }))!
    /** Expense and reward of an affiliate, before and after. */
    const figures = async (period: string, settings: ReplayInput, { id }: TestAffiliate = anna) =>
      (await replay(period, settings)).lines
        .filter(({ affiliate_id }) => affiliate_id === id)
        .map((line) => [
          line.actual_expense_amount,
          line.actual_amount,
          line.replayed_expense_amount,
          line.replayed_amount,
          line.difference,
        ])

    /** Without a change of settings a replay is what is recorded, figure by figure, and computed without the help of what is recorded. */
    const expectNothingChanges = async () => {
      for (const period of [BEFORE, NOW]) {
        const { lines, status } = await replay(period)
        const affiliate = affiliateModule(getContainer())
        const written = status === "closed" ? affiliate.periods.listLines(programId, period) : affiliate.periods.preview(programId, period)
        expect(
          lines.map((line) => [line.affiliate_id, line.currency_code, line.outcome, line.replayed_expense_amount, line.replayed_amount])
        ).toEqual((await written).map((line) => [line.affiliate_id, line.currency_code, line.outcome, line.expense_amount, line.amount]))
        for (const line of lines) {
          expect(line).toMatchObject({ actual_outcome: line.outcome, actual_amount: line.replayed_amount, inexact_order_count: 0 })
          expect(line.difference).toMatch(/^[0.]+$/)
        }
      }
    }

    it("gives what is recorded when nothing changes: edits, returns, claims, exchanges, cancellations, goodwill, over two months", async () => {
      await setUp({ include_shipping: true })
      const lamps = (quantity: number): CartWish => ({ items: [{ variant: "lamp", quantity }] })
      const edited = await orderBefore(lamps(3))
      const returned = await orderBefore({ items: [{ variant: "mug", quantity: 3 }], currency: "jpy" })
      const canceled = await orderBefore({
        items: [
          { variant: "giftCard", quantity: 1 },
          { variant: "mug", quantity: 2 },
        ],
      })
      await close(BEFORE)
      const claimed = await order({ items: [{ variant: "mug", quantity: 3 }] })
      const exchanged = await order({ items: [{ variant: "mug", quantity: 2 }] })
      const refunded = await order(lamps(2))

      const container = getContainer()
      await then(
        edited,
        () => editQuantity(container, edited, 5),
        () => editQuantity(container, edited, 1)
      )
      await then(returned, () => returnItems(container, returned, 1))
      await then(canceled, () => cancel(canceled))
      await then(
        claimed,
        () => life.fulfill(container, claimed),
        () => life.claim(container, shop, claimed, "replace")
      )
      await then(
        exchanged,
        () => life.fulfill(container, exchanged),
        () => life.exchange(container, shop, exchanged, "lamp")
      )
      await then(exchanged, () => life.receiveGoods(container, exchanged))
      await then(
        refunded,
        () => life.capture(container, refunded),
        () => life.refund(container, refunded, 50)
      )
      // Where credit was granted, each row knows the payments of its time too.
      const refundedFirst = await order(lamps(2))
      await then(
        refundedFirst,
        () => life.capture(container, refundedFirst),
        () => life.refund(container, refundedFirst, 119),
        () => returnItems(container, refundedFirst, 1),
        () => life.refund(container, refundedFirst, 119)
      )

      const rows = await sql(getContainer(), `SELECT DISTINCT kind FROM affiliate_commission ORDER BY 1`)
      expect(rows.map(({ kind }) => kind)).toEqual(["cancel", "claim", "edit", "exchange", "order", "refund", "return"])
      await expectNothingChanges()
    })

    it("gives what is recorded where captured money earns: each row knows the payments of its time", async () => {
      await setUp({ commission_basis: "captured" })
      const container = getContainer()
      const first = await order({ items: [{ variant: "lamp", quantity: 3 }] })
      await then(
        first,
        () => life.capture(container, first, 100),
        () => life.capture(container, first, 200),
        () => life.refund(container, first, 59.5)
      )
      await expectNothingChanges()
      // Of 362.95 (300.00 with tax and shipping) 100.00 came in, then 300.00, then 59.50 went back: 198.79 of 300.00. As placed the order
      // was worth 300.00 from its first row on, until the goodwill took its share.
      expect(await figures(NOW, { commission_basis: "placed" })).toEqual([["198.79", "19.88", "250.82", "25.08", "5.20"]])
    })

    it("gives what is recorded after an order was given to another affiliate and back again", async () => {
      await setUp()
      const otto = await enroll("other@example.com")
      const shopper = await getContainer().resolve(Modules.CUSTOMER).createCustomers({ email: "shopper@example.com" })
      const id = await orderBefore({ items: [{ variant: "lamp", quantity: 2 }] })
      await sql(getContainer(), `UPDATE affiliate_program SET created_at = ?`, [new Date(`${BEFORE}-01T00:00:00Z`)])
      const give = (to: TestAffiliate) =>
        affiliateModule(getContainer()).referrals.setReferrer({
          customer_id: shopper.id,
          affiliate_id: to.id,
          reason: "test",
          created_by: "test",
          now: new Date(),
        })
      await give(otto)
      await then(id, () => editQuantity(getContainer(), id, 3))
      await give(anna)
      expect(await sql(getContainer(), `SELECT kind FROM affiliate_commission ORDER BY sequence`)).toEqual(
        ["order", "reassign", "reassign", "edit", "reassign", "reassign"].map((kind) => ({ kind }))
      )
      await expectNothingChanges()
      // What Otto had and lost nets to nothing at any rate.
      const months = [
        ...(await figures(BEFORE, { commission_percent: "33.3" }, otto)),
        ...(await figures(NOW, { commission_percent: "33.3" }, otto)),
      ]
      expect(months.reduce((sum, [, , , amount]) => sum + Number(amount), 0)).toBe(0)
    })

    it("another rate and tax: exact to the cent through every row, and over two months", async () => {
      await setUp()
      const lamp = { title: "Lamp", quantity: 1, unit_price: 100.1, tax_lines: [{ code: "vat", rate: 19 }] }
      const id = await createOrder(getContainer(), { items: [lamp] })
      await moveOrder(getContainer(), id, new Date(`${BEFORE}-10T12:00:00Z`))
      await record(id)
      await then(id, () => editQuantity(getContainer(), id, 3))
      const months = async (settings: ReplayInput) => [...(await figures(BEFORE, settings)), ...(await figures(NOW, settings))]
      // Of 300.30 in all: 10.51 at 3.5 %, of which 3.50 are the first row's; 357.36 with tax, of which 119.12.
      expect(await months({ commission_percent: "3.5" })).toEqual([
        ["100.10", "10.01", "100.10", "3.50", "-6.51"],
        ["200.20", "20.02", "200.20", "7.01", "-13.01"],
      ])
      expect(await months({ include_tax: true })).toEqual([
        ["100.10", "10.01", "119.12", "11.91", "1.90"],
        ["200.20", "20.02", "238.24", "23.83", "3.81"],
      ])
      expect(await months({ include_tax: true, commission_percent: 0 })).toEqual([
        ["100.10", "10.01", "119.12", "0.00", "-10.01"],
        ["200.20", "20.02", "238.24", "0.00", "-20.02"],
      ])
    })

    it("shipping counts where it is included, and not where it is left out", async () => {
      await setUp()
      await order()
      expect(await figures(NOW, { include_shipping: true })).toEqual([["100.00", "10.00", "105.00", "10.50", "0.50"]])
      expect(await figures(NOW, { include_shipping: true, include_tax: true })).toEqual([["100.00", "10.00", "124.95", "12.50", "2.50"]])
      await sql(getContainer(), `UPDATE affiliate_program SET include_tax = true, include_shipping = true`)
      const otto = await enroll("other@example.com")
      await order({ email: "other@example.com" })
      expect(await figures(NOW, { include_shipping: false, include_tax: false }, otto)).toEqual([
        ["124.95", "12.50", "100.00", "10.00", "-2.50"],
      ])
    })

    it("an affiliate with a rate of their own keeps it", async () => {
      await setUp()
      const otto = await enroll("other@example.com")
      await order()
      await order({ email: "other@example.com" })
      await sql(getContainer(), `UPDATE affiliate_attribution SET rate_source = CASE affiliate_id WHEN ? THEN 'affiliate' END`, [otto.id])
      expect(await figures(NOW, { commission_percent: 12 }, anna)).toEqual([["100.00", "10.00", "100.00", "12.00", "2.00"]])
      expect(await figures(NOW, { commission_percent: 12 }, otto)).toEqual([["100.00", "10.00", "100.00", "10.00", "0.00"]])
    })

    it("a placed order counts, as captured, what has come in until now", async () => {
      await setUp()
      const id = await order({ items: [{ variant: "lamp", quantity: 2 }] })
      expect(await figures(NOW, { commission_basis: "captured" })).toEqual([["200.00", "20.00", "0.00", "0.00", "-20.00"]])
      await life.capture(getContainer(), id)
      expect(await figures(NOW, { commission_basis: "captured" })).toEqual([["200.00", "20.00", "200.00", "20.00", "0.00"]])
    })

    it("says where the store does not know any more what an order was worth, and even then nothing changes without a change", async () => {
      await setUp()
      // Without events, so that nobody records it again.
      const id = await createOrder(getContainer())
      await record(id)
      await sql(getContainer(), `UPDATE order_line_item SET unit_price = 130`)
      await sql(getContainer(), `UPDATE order_item SET unit_price = NULL WHERE order_id = ?`, [id])
      expect((await replay(NOW)).lines).toMatchObject([{ replayed_amount: "10.00", difference: "0.00", inexact_order_count: 1 }])
      // 13.00 more at twice the rate, on top of what is recorded.
      expect(await figures(NOW, { commission_percent: 20 })).toEqual([["100.00", "10.00", "100.00", "23.00", "13.00"]])
    })
  },
})
