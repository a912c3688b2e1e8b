import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows"
import { Modules } from "@medusajs/framework/utils"

import { editQuantity, returnItems, takeBack } from "../helpers/change-order"
import { createAdmin, type Admin } from "../helpers/http"
import * as life from "../helpers/order-life"
import { createReferredShop, live, record, rowsOf, type Row } from "../helpers/order-story"
import { placeOrder, type CartWish } from "../helpers/place-order"
import { createFixedPromotion, setPrice, type Shop } from "../helpers/shop"
import { STORE } from "../helpers/store"

jest.setTimeout(240_000)

// Every step is recorded by the test when it is over, and by no event that comes in the middle of the next.
process.env.AFFILIATE_PLUGIN_OPTIONS = JSON.stringify({ subscribers: false })

const TWO_LAMPS: Row = ["order", "200.00", "20.00"]
const ONE_RETURNED: Row = ["return", "-100.00", "-10.00"]

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ getContainer, api }) => {
    let shop: Shop
    let admin: Admin
    let account: string

    const setUp = async (program: Record<string, unknown> = {}): Promise<void> => {
      shop = await createReferredShop(getContainer(), program)
      admin = await createAdmin(api as never, getContainer())
      const customers = getContainer().resolve(Modules.CUSTOMER)
      account = (await customers.createCustomers({ email: "shopper@example.com", has_account: true })).id
    }
    const lamps = (quantity: number): CartWish => ({ customer_id: account, items: [{ variant: "lamp", quantity }] })

    const capture = (id: string) => life.capture(getContainer(), id)
    const refund = (amount: number) => (id: string) => life.refund(getContainer(), id, amount)
    const fulfill = (id: string) => life.fulfill(getContainer(), id)
    const receive = (id: string) => life.receiveGoods(getContainer(), id)
    const returned = (quantity: number) => (id: string) => returnItems(getContainer(), id, quantity)
    const edit = (quantity: number, price?: number) => (id: string) => editQuantity(getContainer(), id, quantity, price)
    const cancel = (id: string) => cancelOrderWorkflow(getContainer()).run({ input: { order_id: id } })
    const exchange = (id: string) => life.exchange(getContainer(), shop, id, "mug")
    const claim = (id: string) => life.claim(getContainer(), shop, id, "refund", { goodsComeBack: true })
    /** As the dashboard does it under "Settle balance", with store credit. */
    const settle = (amount: number) => async (id: string) => {
      const credit = { amount: -amount, reference: "refund", reference_id: id }
      const { status, data } = await admin.post(`/admin/orders/${id}/credit-lines`, credit)
      expect([status, data.message]).toEqual([200, undefined])
    }

    it.each(["placed", "captured"])("changes nothing when what is owed is paid with store credit, on a basis of %s", async (basis) => {
      await setUp({ commission_basis: basis })
      await live(getContainer(), shop, [
        { what: "a return", wish: lamps(2), steps: [capture, returned(1), settle(119)], rows: [TWO_LAMPS, ONE_RETURNED] },
        {
          what: "a return, in parts and in both ways",
          wish: lamps(2),
          steps: [capture, returned(1), settle(50), refund(40), settle(29)],
          rows: [TWO_LAMPS, ONE_RETURNED],
        },
        {
          what: "an edit",
          wish: lamps(2),
          steps: [capture, edit(1), settle(119)],
          rows: [TWO_LAMPS, ["edit", "-100.00", "-10.00"]],
        },
        {
          what: "all that was bought",
          wish: lamps(2),
          steps: [capture, returned(2), settle(238)],
          rows: [TWO_LAMPS, ["return", "-200.00", "-20.00"]],
        },
      ])
    })

    it("follows exchanges and claims whose difference is paid with store credit", async () => {
      await setUp()
      await live(getContainer(), shop, [
        {
          what: "an exchange for something cheaper",
          wish: lamps(2),
          steps: [capture, fulfill, exchange, receive, settle(95.2)],
          rows: [TWO_LAMPS, ["exchange", "20.00", "2.00"], ONE_RETURNED],
        },
        {
          what: "a claim that is paid before the goods are back",
          wish: lamps(2),
          steps: [capture, fulfill, claim, settle(119), receive],
          rows: [TWO_LAMPS, ONE_RETURNED],
        },
      ])
    })

    it.each(["placed", "captured"])("takes from an order what was really given back, on a basis of %s", async (basis) => {
      await setUp({ commission_basis: basis })
      const firstRefund: Row = ["refund", "-97.56", "-9.76"]
      await live(getContainer(), shop, [
        {
          what: "refunded first, received later",
          wish: lamps(2),
          steps: [capture, refund(119), returned(1)],
          rows: [TWO_LAMPS, firstRefund, ["return", "-2.44", "-0.24"]],
        },
        {
          what: "refunded first, then edited",
          wish: lamps(2),
          steps: [capture, refund(119), edit(1)],
          rows: [TWO_LAMPS, firstRefund, ["edit", "-2.44", "-0.24"]],
        },
        {
          // Of three lamps two were refunded, then came back one by one: 124.95 of 362.95, 243.95 and 124.95 are left.
          what: "refunded first, received in parts",
          wish: lamps(3),
          steps: [capture, refund(238), fulfill, (id) => takeBack(getContainer(), id, 1), (id) => takeBack(getContainer(), id, 1)],
          rows: [
            ["order", "300.00", "30.00"],
            ["refund", "-196.72", "-19.67"],
            ["return", "-0.84", "-0.09"],
            ["return", "-2.44", "-0.24"],
          ],
        },
        {
          // Medusa says that the order still owes 119.00. When these are paid too, only 5.95 of 124.95 are left.
          what: "refunded twice for one return",
          wish: lamps(2),
          steps: [capture, refund(119), returned(1), settle(60), refund(59)],
          rows: [TWO_LAMPS, firstRefund, ["return", "-2.44", "-0.24"], ["refund", "-48.02", "-4.80"], ["refund", "-47.22", "-4.72"]],
        },
        {
          what: "refunded first, edited and canceled",
          wish: lamps(2),
          steps: [capture, refund(119), edit(1), cancel],
          rows: [TWO_LAMPS, firstRefund, ["edit", "-2.44", "-0.24"], ["cancel", "-100.00", "-10.00"]],
        },
      ])
    })

    it("never counts an order as worth less than nothing", async () => {
      await setUp()
      await createFixedPromotion(getContainer(), "FIXED150", 150)
      await createFixedPromotion(getContainer(), "FIXED5", 5)
      await live(getContainer(), shop, [
        {
          what: "a discount of 150.00 that an edit leaves on one lamp",
          wish: { ...lamps(2), promo_codes: ["FIXED150"] },
          steps: [edit(1), edit(3)],
          rows: [
            ["order", "50.00", "5.00"],
            ["edit", "-50.00", "-5.00"],
            ["edit", "150.00", "15.00"],
          ],
        },
        {
          what: "a discount on what an edit gives away",
          wish: { ...lamps(1), promo_codes: ["FIXED5"] },
          steps: [edit(2, 0), capture, cancel],
          rows: [
            ["order", "95.00", "9.50"],
            ["edit", "-95.00", "-9.50"],
          ],
        },
      ])
      // A credit note takes nothing from other orders: what is to be taken back is refunded, returned or adjusted.
      const note = await life.createDraft(getContainer(), shop, "shopper@example.com", [{ title: "Note", quantity: 1, unit_price: -467.3 }])
      await life.convertDraft(getContainer(), note)
      await record(getContainer(), note)
      expect(await rowsOf(getContainer(), note)).toEqual([])
    })

    it("rounds what Medusa means, where it splits a discount over lines in floats", async () => {
      await setUp()
      await createFixedPromotion(getContainer(), "TENOFF", 10)
      const found: string[][] = []
      for (const [price, quantity] of [
        [20.05, 1],
        [19.95, 1],
        [7.35, 1],
        [7.35, 3],
      ] as const) {
        await setPrice(getContainer(), shop, "mug", price)
        const wish: CartWish = {
          items: [
            { variant: "lamp", quantity: 1 },
            { variant: "mug", quantity },
          ],
          promo_codes: ["TENOFF"],
        }
        const [row] = await placedAndRecorded(wish)
        found.push(row!)
      }
      expect(found).toEqual([
        ["order", "110.05", "11.01"],
        ["order", "109.95", "11.00"],
        ["order", "97.35", "9.74"],
        ["order", "112.05", "11.21"],
      ])
    })

    const placedAndRecorded = async (wish: CartWish): Promise<Row[]> => {
      const id = await placeOrder(getContainer(), shop, wish)
      await record(getContainer(), id)
      return rowsOf(getContainer(), id)
    }
  },
})
