import fc from "fast-check"

import { ContainerRegistrationKeys, MathBN } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows"

import { normalizeReplay, type ReplayInput } from "../../src/domain/periods/replay"
import { rows, type Sql } from "../../src/modules/affiliate/database/connection"
import type { Findings } from "../../src/modules/affiliate/doctor/check-orders"
import { ORDERS_WORTH, ORDERS_WORTH_PAGE } from "../../src/modules/affiliate/doctor/invariants"
import { replayLines } from "../../src/modules/affiliate/periods/replay-period"
import type { Reading } from "../../src/modules/affiliate/periods/replayed-rows"
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

    it("gives one worth, however lines are read: looked up or all at once, line by line or summed", async () => {
      await setUp()
      const container = getContainer()
      const wishes = fc.sample(randomOrder, { numRuns: 300, seed: 43 })
      const ids = await createOrders(
        container,
        wishes.map((wish, n) => ({ ...wish, shipping_methods: n % 3 ? [{ name: "Post", amount: (n * 7) / 9 }] : [] }))
      )
      await affiliateModule(container).orders.record(ids, new Date())
      await sql(container, `UPDATE order_item SET return_received_quantity = 1 WHERE quantity > 2`)
      await sql(
        container,
        `INSERT INTO order_credit_line (id, order_id, version, amount, raw_amount)
         SELECT 'ordcl_' || id, id, version, CASE WHEN hashtext(id) % 3 = 0 THEN -1.5 ELSE 2.5 END, '{}' FROM "order" WHERE hashtext(id) % 2 = 0`
      )
      await sql(
        container,
        `INSERT INTO order_transaction (id, order_id, version, amount, raw_amount, currency_code, created_at)
         SELECT 'ordtrx_' || id, id, version, 50, '{}', currency_code, created_at FROM "order" WHERE hashtext(id) % 5 = 0`
      )
      await sql(container, `UPDATE affiliate_attribution SET order_commission_limits = '{"eur": "1.5"}' WHERE hashtext(order_id) % 4 = 0`)
      const connection = container.resolve(ContainerRegistrationKeys.PG_CONNECTION) as unknown as Sql
      const [month] = await sql<{ program_id: string; period: string }>(container, `SELECT program_id, period FROM affiliate_period`)
      const replay = (reading: Reading, settings: ReplayInput) =>
        rows(connection, replayLines(reading, false), { ...month!, ...normalizeReplay(settings), rules: null })
      for (const settings of [
        {},
        { commission_percent: "7.3" },
        { include_tax: true, include_shipping: true },
        { commission_basis: "captured" },
      ] as ReplayInput[]) {
        const byLine = await replay("by line", settings)
        expect(await replay("at once", settings)).toEqual(byLine)
        expect(await replay("one by one", settings)).toEqual(byLine)
        expect(byLine.some(({ replayed_amount, actual_amount }) => replayed_amount !== actual_amount)).toBe(
          Object.keys(settings).length > 0
        )
      }

      const asked = { after: "", size: 1000, limit: 1000, now: new Date(Date.now() + 60_000) }
      const [all] = await rows<Findings>(connection, ORDERS_WORTH, asked)
      const [page] = await rows<Findings>(connection, ORDERS_WORTH_PAGE, asked)
      expect(all!.exceptions).toEqual(page!.exceptions)
      expect([page!.exception_count > 50, page!.exception_count < 290]).toEqual([true, true])
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
