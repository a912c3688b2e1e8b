import { ContainerRegistrationKeys, MathBN } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows"

import { affiliateModule, createAffiliate, createProgram, createReferral } from "../helpers/affiliate"
import { editQuantity, returnItems } from "../helpers/change-order"
import { createOrders } from "../helpers/many-orders"
import { placeOrder } from "../helpers/place-order"
import { createShop } from "../helpers/shop"
import { sql } from "../helpers/sql"
import { STORE } from "../helpers/store"

jest.setTimeout(240_000)

interface OrderTotals {
  id: string
  currency_code: string
  status: string
  items: { is_giftcard: boolean; subtotal: number; discount_subtotal: number; raw_subtotal: unknown; raw_discount_subtotal: unknown }[]
}

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ getContainer }) => {
    const setUp = async (): Promise<void> => {
      const program_id = await createProgram(getContainer())
      const anna = await createAffiliate(getContainer(), program_id)
      await createReferral(getContainer(), { id: anna.id, program_id }, "shopper@example.com")
    }

    /** What Medusa itself says the items are worth: after discounts, without tax, without gift cards; nothing when canceled. */
    const medusasWorth = async (ids: string[]): Promise<Map<string, string>> => {
      const { data } = await getContainer()
        .resolve(ContainerRegistrationKeys.QUERY)
        .graph({
          entity: "order",
          fields: [
            "id",
            "currency_code",
            "status",
            "item_subtotal",
            "items.*",
            "items.adjustments.*",
            "items.tax_lines.*",
            "items.detail.*",
          ],
          filters: { id: ids },
        })
      return new Map(
        (data as unknown as OrderTotals[]).map(({ id, items, status, currency_code }) => {
          const counted = status === "canceled" ? [] : items.filter((item) => !item.is_giftcard)
          const worth = counted.reduce((sum, item) => MathBN.add(sum, MathBN.sub(item.subtotal, item.discount_subtotal)), MathBN.convert(0))
          const digits = { jpy: 0, kwd: 3 }[currency_code] ?? 2
          return [id, worth.decimalPlaces(digits, 4).toFixed(digits)]
        })
      )
    }

    const recordedWorth = async (): Promise<Map<string, string>> => {
      const rows = await sql<{ order_id: string; expense: string }>(
        getContainer(),
        `SELECT order_id, sum(expense_amount)::text AS expense FROM affiliate_commission GROUP BY order_id`
      )
      return new Map(rows.map(({ order_id, expense }) => [order_id, expense]))
    }

    it("gives what Medusa's own totals give, to the digit, on 300 generated orders", async () => {
      await setUp()
      // A small linear congruential generator: the same orders in every run.
      let seed = 42
      const random = (below: number): number => (seed = (seed * 1103515245 + 12345) % 2147483648) % below
      const orders = Array.from({ length: 300 }, () => ({
        email: "shopper@example.com",
        currency_code: ["eur", "usd", "jpy", "kwd"][random(4)]!,
        items: Array.from({ length: 1 + random(4) }, (_, n) => {
          const quantity = 1 + random(5)
          const unit_price = (1 + random(100_000)) / [1, 10, 100, 1000][random(4)]!
          return {
            ...{ title: `Item ${n}`, quantity, unit_price, is_tax_inclusive: random(2) === 1, is_giftcard: random(8) === 0 },
            tax_lines: Array.from({ length: random(3) }, (_, t) => ({ code: `t${t}`, rate: [7, 19, 5.5, 20][random(4)]! })),
            adjustments: Array.from({ length: random(3) }, () => ({
              ...{ code: "X", amount: (unit_price * quantity * (1 + random(30))) / 100, is_tax_inclusive: random(2) === 1 },
            })),
          }
        }),
      }))
      const ids = await createOrders(getContainer(), orders)
      await affiliateModule(getContainer()).recordOrders(ids, new Date())

      const recorded = await recordedWorth()
      for (const [id, worth] of await medusasWorth(ids)) expect([id, recorded.get(id) ?? zeroLike(worth)]).toEqual([id, worth])
      expect(ids).toHaveLength(300)
    })

    it("follows a real order through an edit, a received return and a cancellation", async () => {
      await setUp()
      const container = getContainer()
      const shop = await createShop(container)
      const edited = await placeOrder(container, shop, { items: [{ variant: "lamp", quantity: 3 }] })
      const returned = await placeOrder(container, shop, { items: [{ variant: "mug", quantity: 3 }], currency: "jpy" })
      const canceled = await placeOrder(container, shop, {
        items: [
          { variant: "giftCard", quantity: 1 },
          { variant: "mug", quantity: 2 },
        ],
      })
      const ids = [edited, returned, canceled]
      const record = () => affiliateModule(container).recordOrders(ids, new Date())

      await record()
      expect(await recordedWorth()).toEqual(
        new Map([
          [edited, "300.00"],
          [returned, "6000"],
          [canceled, "40.00"],
        ])
      )
      expect(await recordedWorth()).toEqual(await medusasWorth(ids))

      await editQuantity(container, edited, 2)
      await returnItems(container, returned, 1)
      await cancelOrderWorkflow(container).run({ input: { order_id: canceled } })
      await record()
      expect(await recordedWorth()).toEqual(
        new Map([
          [edited, "200.00"],
          [returned, "4000"],
          [canceled, "0.00"],
        ])
      )
      expect(await recordedWorth()).toEqual(await medusasWorth(ids))
      const changes = await sql(container, `SELECT kind, amount::text FROM affiliate_commission WHERE sequence = 2 ORDER BY kind`)
      expect(changes).toEqual([
        { kind: "cancel", amount: "-4.00" },
        { kind: "edit", amount: "-10.00" },
        { kind: "return", amount: "-200" },
      ])
    })
  },
})

const zeroLike = (worth: string): string => worth.replace(/[1-9]/g, "0").replace(/^0+(?=0)/, "")
