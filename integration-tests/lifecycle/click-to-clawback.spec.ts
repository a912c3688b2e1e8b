import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows"

import { closePeriodsWorkflow } from "../../src/workflows/periods"
import { affiliateModule, createAffiliate, createProgram } from "../helpers/affiliate"
import { editQuantity } from "../helpers/change-order"
import { createOrder } from "../helpers/many-orders"
import { completeCart, createReadyCart } from "../helpers/place-order"
import { createShop } from "../helpers/shop"
import { moveOrder, sql } from "../helpers/sql"
import { STORE } from "../helpers/store"

jest.setTimeout(180_000)

const AUTHOR = "user_1"

// What events would record at once, at today's date, is recorded by the story itself once it is moved to its day.
process.env.AFFILIATE_PLUGIN_OPTIONS = JSON.stringify({ subscribers: false })

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ getContainer }) => {
    /** The example of docs/explanation/ledger.md, figure by figure. Medusa has no clock, so what it wrote is moved to the day of the story. */
    it("follows two lamps from the click to the clawback after payout, as docs/explanation/ledger.md tells it", async () => {
      const container = getContainer()
      const affiliate = affiliateModule(container)
      const program_id = await createProgram(container, {
        timezone: "Europe/Berlin",
        hold_period_days: 14,
        attribution_window_days: 36_500,
      })
      const anna = await createAffiliate(container, program_id, { code: "k3v9q2xw" })
      const shop = await createShop(container)
      const balance = async (at: string) => (await affiliate.ledger.listBalances([anna.id], new Date(at))).get(anna.id)
      const eur = (pending: string, available: string, processing = "0.00", paid = "0.00") => [
        { currency_code: "eur", pending, available, processing, paid },
      ]
      const rows = async () =>
        (
          await sql<Record<string, string>>(
            container,
            `SELECT kind, expense_amount::text AS expense, amount::text, period, corrects_period AS corrects, cause_type AS cause
             FROM affiliate_commission ORDER BY occurred_at, sequence`
          )
        ).map(({ kind, expense, amount, period, corrects, cause }) => [kind, expense, amount, period, corrects, cause])
      const entries = async () =>
        (
          await sql<Record<string, string>>(
            container,
            `SELECT source_type, account, amount::text FROM affiliate_ledger_entry ORDER BY occurred_at, account`
          )
        ).map(({ source_type, account, amount }) => [source_type, account, amount])
      const close = (now: string) => closePeriodsWorkflow(container).run({ input: { now: new Date(now), closed_by: "system" } })
      const changed = (orderId: string, column: string, at: string) =>
        sql(container, `UPDATE order_change SET ${column} = ? WHERE order_id = ? AND ${column} > now() - interval '1 hour'`, [at, orderId])

      // 3 and 5 April
      await sql(container, `UPDATE affiliate_program SET created_at = '2016-04-01'`)
      const click = await affiliate.clicks.capture({ page: "https://shop.example.com/?ref=k3v9q2xw" }, new Date("2016-04-03T10:00:00Z"))
      if ("ignored" in click) throw new Error(click.ignored)
      const cart = await createReadyCart(container, shop, { items: [{ variant: "lamp", quantity: 2 }] })
      await affiliate.attribution.attributeCartByToken(cart, click.token, new Date("2016-04-05T11:00:00Z"))
      const order = await completeCart(container, cart)
      await moveOrder(container, order, new Date("2016-04-05T12:00:00Z"))
      await affiliate.orders.record([order], new Date("2016-04-05T12:00:01Z"))
      expect(await sql(container, `SELECT reason, rate_percent::text FROM affiliate_attribution`)).toEqual([
        { reason: "last_click", rate_percent: "10" },
      ])
      const first = ["order", "200.00", "20.00", "2016-04", null, "order"]
      expect(await rows()).toEqual([first])
      expect(await balance("2016-04-06T00:00:00Z")).toEqual(eur("20.00", "0.00"))

      // 20 April
      await editQuantity(container, order, 1)
      await changed(order, "confirmed_at", "2016-04-20T12:00:00Z")
      await affiliate.orders.record([order], new Date("2016-04-20T12:00:01Z"))
      const second = ["edit", "-100.00", "-10.00", "2016-04", null, "order_change"]
      expect(await rows()).toEqual([first, second])

      // 1 and 15 May
      await close("2016-04-30T22:07:00Z")
      const april = [
        ["period_line", "affiliate", "10.00"],
        ["period_line", "program_expense", "-10.00"],
      ]
      expect(await entries()).toEqual(april)
      expect(await balance("2016-05-14T21:59:59Z")).toEqual(eur("10.00", "0.00"))
      expect(await balance("2016-05-14T22:00:00Z")).toEqual(eur("0.00", "10.00"))

      // 16 to 19 May
      const pay = (now: string) => affiliate.payouts.create({ program_id, created_by: AUTHOR, now: new Date(now) })
      const [payout] = await pay("2016-05-16T10:00:00Z")
      const paid = [
        ["payout", "affiliate", "-10.00"],
        ["payout", "payout", "10.00"],
      ]
      expect(await entries()).toEqual([...april, ...paid])
      expect(await balance("2016-05-16T10:00:00Z")).toEqual(eur("0.00", "0.00", "10.00"))
      await affiliate.payouts.settle({
        ids: [payout!.payout_id!],
        reference: "SEPA 1",
        ended_by: AUTHOR,
        now: new Date("2016-05-19T10:00:00Z"),
      })
      expect(await balance("2016-05-19T10:00:00Z")).toEqual(eur("0.00", "0.00", "0.00", "10.00"))

      // 25 May
      await cancelOrderWorkflow(container).run({ input: { order_id: order } })
      await sql(container, `UPDATE "order" SET canceled_at = '2016-05-25T12:00:00Z', updated_at = '2016-05-25T12:00:00Z' WHERE id = ?`, [
        order,
      ])
      await affiliate.orders.record([order], new Date("2016-05-25T12:00:01Z"))
      const third = ["cancel", "-100.00", "-10.00", "2016-05", "2016-04", "order"]
      expect(await rows()).toEqual([first, second, third])
      expect(await balance("2016-05-25T12:00:01Z")).toEqual(eur("0.00", "-10.00", "0.00", "10.00"))

      // 1 and 15 June
      await close("2016-05-31T22:07:00Z")
      const may = [
        ["period_line", "affiliate", "-10.00"],
        ["period_line", "program_expense", "10.00"],
      ]
      expect(await entries()).toEqual([...april, ...paid, ...may])
      expect(await balance("2016-06-01T00:00:00Z")).toEqual(eur("0.00", "-10.00", "0.00", "10.00"))
      expect(await balance("2016-06-14T22:00:00Z")).toEqual(eur("0.00", "-10.00", "0.00", "10.00"))
      expect((await pay("2016-06-16T10:00:00Z")).map(({ reason }) => reason)).toEqual(["nothing_available"])

      // 20 June to 16 July
      const again = await createOrder(container, { unit_price: 250 })
      await moveOrder(container, again, new Date("2016-06-20T12:00:00Z"))
      await affiliate.orders.record([again], new Date("2016-06-20T12:00:01Z"))
      expect((await rows()).at(-1)).toEqual(["order", "250.00", "25.00", "2016-06", null, "order"])
      await close("2016-06-30T22:07:00Z")
      expect(await balance("2016-07-14T22:00:00Z")).toEqual(eur("0.00", "15.00", "0.00", "10.00"))
      expect((await pay("2016-07-16T10:00:00Z")).map(({ available, reason }) => [available, reason])).toEqual([["15.00", null]])
    })
  },
})
