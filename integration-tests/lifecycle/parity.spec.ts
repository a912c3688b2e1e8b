import fc from "fast-check"

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

const randomLine = fc
  .record({
    quantity: fc.integer({ min: 1, max: 5 }),
    cents: fc.integer({ min: 1, max: 1_000_000 }),
    places: fc.constantFrom(1, 10, 100, 1000),
    is_tax_inclusive: fc.boolean(),
    is_giftcard: fc.nat(7).map((n) => n === 0),
    rates: fc.array(fc.constantFrom(7, 19, 5.5, 20), { maxLength: 2 }),
    discounts: fc.array(fc.record({ percent: fc.integer({ min: 1, max: 30 }), is_tax_inclusive: fc.boolean() }), { maxLength: 2 }),
  })
  .map(({ quantity, cents, places, rates, discounts, ...flags }) => {
    const unit_price = cents / places
    return {
      ...{ title: "Item", quantity, unit_price, ...flags },
      tax_lines: rates.map((rate, t) => ({ code: `t${t}`, rate })),
      adjustments: discounts.map(({ percent, is_tax_inclusive }) => ({
        ...{ code: "X", amount: (unit_price * quantity * percent) / 100, is_tax_inclusive },
      })),
    }
  })

const randomOrder = fc
  .record({
    email: fc.constant("shopper@example.com"),
    currency_code: fc.constantFrom("eur", "usd", "jpy", "kwd"),
    items: fc.array(randomLine, { minLength: 1, maxLength: 4 }),
    split: fc.option(fc.integer({ min: 1, max: 100 })),
  })
  .map(({ items, split, ...order }) => {
    // A fixed discount, which Medusa splits over the lines in floats.
    const costs = items.map(({ unit_price, quantity }) => unit_price * quantity)
    const total = costs.reduce((sum, cost) => sum + cost, 0)
    const part = (n: number) => ({ code: "SPLIT", amount: (costs[n]! / total) * Math.min(split ?? 0, total / 2), is_tax_inclusive: false })
    return { ...order, items: items.map((item, n) => (split ? { ...item, adjustments: [...item.adjustments, part(n)] } : item)) }
  })

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
          // Without the noise of its floats, which would round half a cent down.
          return [id, worth.decimalPlaces(9, 4).decimalPlaces(digits, 4).toFixed(digits)]
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
      const ids = await createOrders(getContainer(), fc.sample(randomOrder, { numRuns: 300, seed: 42 }))
      await affiliateModule(getContainer()).orders.record(ids, new Date())

      const recorded = await recordedWorth()
      const medusas = await medusasWorth(ids)
      for (const [id, worth] of medusas) expect([id, recorded.get(id) ?? zeroLike(worth)]).toEqual([id, worth])
      // Some orders hold nothing but gift cards; a comparison of nothing with nothing would prove nothing.
      expect([medusas.size, recorded.size > 250]).toEqual([300, true])
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
      const record = () => affiliateModule(container).orders.record(ids, new Date())

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
