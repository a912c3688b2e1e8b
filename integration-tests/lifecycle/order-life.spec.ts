import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows"

import { editQuantity, returnItems } from "../helpers/change-order"
import * as life from "../helpers/order-life"
import * as story from "../helpers/order-story"
import { placeOrder, type CartWish } from "../helpers/place-order"
import type { Shop } from "../helpers/shop"
import { sql } from "../helpers/sql"
import { STORE } from "../helpers/store"

jest.setTimeout(240_000)

// Every step is recorded by the test when it is over, and by no event that comes in the middle of the next.
process.env.AFFILIATE_PLUGIN_OPTIONS = JSON.stringify({ subscribers: false })

const LAMPS = (quantity: number): CartWish => ({ items: [{ variant: "lamp", quantity }] })

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ getContainer }) => {
    let shop: Shop

    const setUp = async (program: Record<string, unknown> = {}): Promise<void> => {
      shop = await story.createReferredShop(getContainer(), program)
    }
    const record = (orderId: string) => story.record(getContainer(), orderId)
    const rowsOf = (orderId: string) => story.rowsOf(getContainer(), orderId)
    const live = (stories: story.Story[]) => story.live(getContainer(), shop, stories)

    const capture = (amount?: number) => (id: string) => life.capture(getContainer(), id, amount)
    const refund = (amount?: number) => (id: string) => life.refund(getContainer(), id, amount)
    const fulfill = (id: string) => life.fulfill(getContainer(), id)
    const receive = (id: string) => life.receiveGoods(getContainer(), id)
    const cancel = (id: string) => cancelOrderWorkflow(getContainer()).run({ input: { order_id: id } })
    const uncancel = (id: string) =>
      getContainer()
        .resolve(Modules.ORDER)
        .updateOrders([{ id, status: "pending" } as never])
    const edit = (quantity: number) => (id: string) => editQuantity(getContainer(), id, quantity)

    it("follows edits, returns, cancellations and their undoing", async () => {
      await setUp()
      await live([
        {
          what: "edited up, then down",
          wish: LAMPS(3),
          steps: [edit(5), edit(1)],
          rows: [
            ["order", "300.00", "30.00"],
            ["edit", "200.00", "20.00"],
            ["edit", "-400.00", "-40.00"],
          ],
        },
        {
          what: "a return counts when the goods are received, and its refund changes nothing more",
          wish: LAMPS(3),
          steps: [capture(), (id) => returnItems(getContainer(), id, 1), refund(119)],
          rows: [
            ["order", "300.00", "30.00"],
            ["return", "-100.00", "-10.00"],
          ],
        },
        {
          what: "canceled before anything was captured, and taken up again",
          wish: LAMPS(2),
          steps: [cancel, uncancel],
          rows: [
            ["order", "200.00", "20.00"],
            ["cancel", "-200.00", "-20.00"],
            ["edit", "200.00", "20.00"],
          ],
        },
        {
          what: "canceled after the capture: the money went back, and taking the order up again does not bring it back",
          wish: LAMPS(2),
          steps: [capture(), cancel, uncancel],
          rows: [
            ["order", "200.00", "20.00"],
            ["cancel", "-200.00", "-20.00"],
          ],
        },
        {
          what: "bought gift cards earn nothing",
          wish: {
            items: [
              { variant: "giftCard", quantity: 1 },
              { variant: "mug", quantity: 1 },
            ],
          },
          steps: [cancel],
          rows: [
            ["order", "20.00", "2.00"],
            ["cancel", "-20.00", "-2.00"],
          ],
        },
        {
          what: "yen have no decimals",
          wish: { currency: "jpy", items: [{ variant: "mug", quantity: 3 }] },
          steps: [edit(2)],
          rows: [
            ["order", "6000", "600"],
            ["edit", "-2000", "-200"],
          ],
        },
      ])
    })

    it("follows refunds beyond what is owed, claims and exchanges", async () => {
      await setUp()
      await live([
        {
          // The order cost 100.00, 19.00 tax and 5.95 shipping; 20.00 are 16.006 % of all that.
          what: "a goodwill refund takes its share of everything that was paid",
          wish: LAMPS(1),
          steps: [capture(), refund(20)],
          rows: [
            ["order", "100.00", "10.00"],
            ["refund", "-16.01", "-1.60"],
          ],
        },
        {
          what: "refunded in three uneven pieces: exactly nothing is left",
          wish: LAMPS(1),
          steps: [capture(), refund(20), refund(33.33), refund(71.62)],
          rows: [
            ["order", "100.00", "10.00"],
            ["refund", "-16.01", "-1.60"],
            ["refund", "-26.67", "-2.67"],
            ["refund", "-57.32", "-5.73"],
          ],
        },
        {
          what: "a claim that refunds counts when the money goes back",
          wish: LAMPS(2),
          steps: [capture(), fulfill, (id) => life.claim(getContainer(), shop, id, "refund"), refund(119)],
          rows: [
            ["order", "200.00", "20.00"],
            ["refund", "-97.56", "-9.76"],
          ],
        },
        {
          what: "a claim that replaces is no second purchase",
          wish: LAMPS(2),
          steps: [capture(), fulfill, (id) => life.claim(getContainer(), shop, id, "replace")],
          rows: [["order", "200.00", "20.00"]],
        },
        {
          what: "nor when the broken goods come back",
          wish: LAMPS(2),
          steps: [capture(), fulfill, (id) => life.claim(getContainer(), shop, id, "replace", { goodsComeBack: true }), receive],
          rows: [["order", "200.00", "20.00"]],
        },
        {
          what: "an exchange adds what is sent, and takes what came back",
          wish: LAMPS(2),
          steps: [capture(), fulfill, (id) => life.exchange(getContainer(), shop, id, "mug"), receive],
          rows: [
            ["order", "200.00", "20.00"],
            ["exchange", "20.00", "2.00"],
            ["return", "-100.00", "-10.00"],
          ],
        },
      ])
    })

    it("pays for captured money only, where the program says so", async () => {
      await setUp({ commission_basis: "captured" })
      await live([
        { what: "never paid", wish: LAMPS(1), steps: [edit(2), cancel], rows: [] },
        {
          // 62.48 of 124.95, then all of it.
          what: "captured in two parts",
          wish: LAMPS(1),
          steps: [capture(62.48), capture(62.47)],
          rows: [
            ["order", "50.00", "5.00"],
            ["order", "50.00", "5.00"],
          ],
        },
        {
          what: "captured, refunded in part, and the rest",
          wish: LAMPS(1),
          steps: [capture(), refund(24.95), refund(100)],
          rows: [
            ["order", "100.00", "10.00"],
            ["refund", "-19.97", "-2.00"],
            ["refund", "-80.03", "-8.00"],
          ],
        },
        {
          what: "captured, then returned: the return takes its part, its refund nothing more",
          wish: LAMPS(2),
          steps: [capture(), (id) => returnItems(getContainer(), id, 1), refund(119)],
          rows: [
            ["order", "200.00", "20.00"],
            ["return", "-100.00", "-10.00"],
          ],
        },
        {
          what: "captured, then canceled",
          wish: LAMPS(1),
          steps: [capture(), cancel],
          rows: [
            ["order", "100.00", "10.00"],
            ["cancel", "-100.00", "-10.00"],
          ],
        },
      ])
    })

    it.each(["placed", "captured"])("takes credit that was spent for money, on a basis of %s", async (commission_basis) => {
      await setUp({ commission_basis })
      const orderId = await placeOrder(getContainer(), shop, LAMPS(1))
      // As the loyalty plugin writes it: 100.00 of the 124.95 are store credit.
      await sql(
        getContainer(),
        `INSERT INTO order_credit_line (id, order_id, version, amount, raw_amount, reference, reference_id)
         VALUES ('ordcl_1', ?, 1, 100, '{"value":"100","precision":20}', 'store-credit', 'sctx_1')`,
        [orderId]
      )
      await life.capture(getContainer(), orderId, 24.95)
      await record(orderId)
      const [earned] = await sql(
        getContainer(),
        `SELECT sum(expense_amount)::text AS expense, sum(amount)::text AS amount FROM affiliate_commission WHERE order_id = ?`,
        [orderId]
      )
      expect(earned).toEqual({ expense: "100.00", amount: "10.00" })
    })

    it("counts a draft once it is an order", async () => {
      await setUp()
      const draft = await life.createDraft(getContainer(), shop, "shopper@example.com")
      await record(draft)
      expect(await rowsOf(draft)).toEqual([])
      await life.convertDraft(getContainer(), draft)
      await record(draft)
      expect(await rowsOf(draft)).toEqual([["order", "100.00", "10.00"]])
    })

    it("leaves an order that went to another customer with its affiliate; the guest's referral holds for the account", async () => {
      await setUp()
      const customers = getContainer().resolve(Modules.CUSTOMER)
      const order = await placeOrder(getContainer(), shop, LAMPS(1))
      const account = await customers.createCustomers({ email: "shopper@example.com", has_account: true })
      await record(order)
      await life.transfer(getContainer(), order, account.id)
      await record(order)
      const next = await placeOrder(getContainer(), shop, { ...LAMPS(1), customer_id: account.id })
      await record(next)
      expect([await rowsOf(order), await rowsOf(next)]).toEqual([[["order", "100.00", "10.00"]], [["order", "100.00", "10.00"]]])
    })

    it("says of every row what caused it", async () => {
      await setUp()
      const container = getContainer()
      const order = await placeOrder(container, shop, LAMPS(2))
      await record(order)
      await edit(3)(order)
      await record(order)
      await cancel(order)
      await record(order)
      const causes = await sql<{ cause_type: string; cause: string }>(
        container,
        `SELECT c.cause_type, coalesce(h.change_type, c.cause_id) AS cause FROM affiliate_commission c
         LEFT JOIN order_change h ON h.id = c.cause_id WHERE c.order_id = ? ORDER BY c.sequence`,
        [order]
      )
      expect(causes).toEqual([
        { cause_type: "order", cause: order },
        { cause_type: "order_change", cause: "edit" },
        { cause_type: "order", cause: order },
      ])
    })
  },
})
