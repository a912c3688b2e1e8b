import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { explainInWords } from "../../src/domain/orders/explanation/explain-in-words"
import { periodAt } from "../../src/domain/periods/period"
import type { ReplayInput } from "../../src/domain/periods/replay"
import type { RuleInput } from "../../src/domain/rules/commission-rule"
import { affiliateModule, createAffiliate, createProgram, createReferral, type TestAffiliate } from "../helpers/affiliate"
import { brokenBy } from "../helpers/doctor"
import { createOrder, type OrderWish } from "../helpers/many-orders"
import { createAssortment, createRules, fixed, percent, rowsOf } from "../helpers/rules"
import { sql } from "../helpers/sql"
import { STORE } from "../helpers/store"

jest.setTimeout(240_000)

process.env.AFFILIATE_PLUGIN_OPTIONS = JSON.stringify({ subscribers: false })

type Assortment = Awaited<ReturnType<typeof createAssortment>>

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ getContainer }) => {
    describe("commission rules", () => {
      let programId: string
      let anna: TestAffiliate
      let shop: Assortment
      const ids: Record<string, string> = {}

      const setUp = async (program: Record<string, unknown> = {}) => {
        programId = await createProgram(getContainer(), program)
        anna = await createAffiliate(getContainer(), programId)
        await createReferral(getContainer(), { id: anna.id, program_id: programId }, "shopper@example.com")
      }
      beforeEach(async () => {
        await setUp()
        shop = await createAssortment(getContainer())
        const customers = getContainer().resolve(Modules.CUSTOMER)
        const customer = await customers.createCustomers({ email: "shopper@example.com" })
        const group = await customers.createCustomerGroups({ name: "Wholesale" })
        await customers.addCustomerToGroup({ customer_id: customer.id, customer_group_id: group.id })
        const channel = await getContainer().resolve(Modules.SALES_CHANNEL).createSalesChannels({ name: "Web" })
        const region = await getContainer().resolve(Modules.REGION).createRegions({ name: "Europe", currency_code: "eur" })
        await sql(getContainer(), `INSERT INTO affiliate_group (id, name, created_by) VALUES ('affgroup_vip', 'VIP', 'user_1')`)
        await sql(getContainer(), `INSERT INTO affiliate_group_member (id, group_id, affiliate_id) VALUES ('m', 'affgroup_vip', ?)`, [
          anna.id,
        ])
        Object.assign(ids, { customer: customer.id, group: group.id, channel: channel.id, region: region.id })
      })

      const record = (...orderIds: string[]) => affiliateModule(getContainer()).orders.record(orderIds, new Date())
      const rules = (...given: Partial<RuleInput>[]) => createRules(getContainer(), programId, given)
      const place = (wish: OrderWish = {}) =>
        createOrder(getContainer(), {
          customer_id: ids.customer,
          sales_channel_id: ids.channel,
          region_id: ids.region,
          shipping_address: { country_code: "de" },
          ...wish,
        })
      const line = (unit_price: number, quantity = 1, product_id: string | undefined = shop.set, others: object = {}) => ({
        title: "Thing",
        unit_price,
        quantity,
        product_id,
        ...others,
      })
      const earned = async (wish: OrderWish = {}) => {
        const id = await place(wish)
        await record(id)
        const before = await rowsOf(getContainer(), id)
        await record(id)
        expect(await rowsOf(getContainer(), id)).toEqual(before)
        return before
      }
      const termsOf = (orderId: string) =>
        sql<{ sequence: number; facts: Record<string, unknown>; lines: Record<string, Record<string, unknown>> }>(
          getContainer(),
          `SELECT sequence, facts, lines FROM affiliate_order_terms WHERE order_id = ? ORDER BY sequence`,
          [orderId]
        )

      it("leaves an order alone whose program has no rules", async () => {
        const id = await place({ items: [line(100)] })
        await record(id)
        expect([await rowsOf(getContainer(), id), await termsOf(id)]).toEqual([["order 100.00 10% 10.00"], []])
      })

      it("matches each kind of condition, and nothing else", async () => {
        const values: [kind: string, right: unknown, wrong: unknown][] = [
          ["product_ids", [shop.set, shop.lamp], [shop.lamp]],
          ["collection_ids", [shop.collection], ["pcol_x"]],
          ["category_ids", [shop.below], ["pcat_x"]],
          ["category_ids", [shop.above], ["pcat_x"]],
          ["type_ids", [shop.type], ["ptyp_x"]],
          ["tag_ids", [shop.tag], ["ptag_x"]],
          ["customer_group_ids", [ids.group], ["cusgroup_x"]],
          ["sales_channel_ids", [ids.channel], ["sc_x"]],
          ["region_ids", [ids.region], ["reg_x"]],
          ["country_codes", ["at", "de"], ["at"]],
          ["currency_codes", ["eur"], ["usd"]],
          ["affiliate_ids", [anna.id], ["aff_x"]],
          ["affiliate_group_ids", ["affgroup_vip"], ["affgroup_x"]],
          ["sources", ["link"], ["promo_code", "manual"]],
          ["min_order_amounts", [{ currency_code: "eur", amount: "200.00" }], [{ currency_code: "eur", amount: "200.01" }]],
          ["min_order_amounts", [{ currency_code: "eur", amount: "0.00" }], [{ currency_code: "usd", amount: "0.00" }]],
          ["is_first_order", true, false],
        ]
        const [rule] = await rules({ rate: percent(5) })
        for (const [kind, right, wrong] of values) {
          for (const [value, expected] of [
            [right, "order 200.00 5% 10.00"],
            [wrong, "order 200.00 10% 20.00"],
          ]) {
            await sql(getContainer(), `UPDATE affiliate_commission_rule SET conditions = ? WHERE id = ?`, [
              JSON.stringify({ [kind]: value }),
              rule,
            ])
            const id = await place({ items: [line(100, 2)] })
            await record(id)
            expect([kind, value, await rowsOf(getContainer(), id)]).toEqual([kind, value, [expected]])
            await sql(getContainer(), `UPDATE "order" SET status = 'canceled' WHERE id = ?`, [id])
          }
        }
      })

      it("asks for all kinds and one value of each, and takes the first rule that matches each line", async () => {
        await rules(
          { rate: percent(1), conditions: { tag_ids: [shop.tag], country_codes: ["de"], is_first_order: false } },
          { rate: percent(2), conditions: { tag_ids: [shop.tag], country_codes: ["at", "de"] } },
          { rate: percent(3), conditions: { product_ids: [shop.set] } }
        )
        expect(await earned({ items: [line(100), line(50, 1, shop.lamp)] })).toEqual(["order 150.00 4.6667% 7.00"])
        expect(await earned({ items: [line(100)] })).toEqual(["order 100.00 1% 1.00"])
        expect(await earned({ items: [line(100)], shipping_address: { country_code: "at" } })).toEqual(["order 100.00 2% 2.00"])
      })

      it("takes the highest rule, whether it asks for the goods, for the order, or for both", async () => {
        await rules(
          { rate: percent(1), conditions: { affiliate_ids: [anna.id], product_ids: [shop.set], country_codes: ["fr"] } },
          { rate: percent(2), conditions: { product_ids: [shop.set], country_codes: ["at", "de"] } },
          { rate: percent(3), conditions: { affiliate_ids: [anna.id], country_codes: ["de"] } },
          { rate: percent(4), conditions: { product_ids: [shop.lamp] } },
          { rate: percent(5), conditions: { affiliate_ids: [anna.id], category_ids: [shop.above] } },
          { rate: percent(6) },
          { rate: percent(7), conditions: { product_ids: [shop.lamp, shop.set] } }
        )
        const items = [line(100), line(1_000, 1, shop.lamp)]
        for (const [country_code, rates] of [
          ["fr", "1 + 40"],
          ["de", "2 + 30"],
          ["at", "2 + 40"],
          ["es", "5 + 40"],
        ] as const) {
          const [row] = await earned({ items, shipping_address: { country_code } })
          const sum = rates.split(" + ").reduce((total, amount) => total + Number(amount), 0)
          expect([country_code, row?.split(" ").at(-1)]).toEqual([country_code, `${sum}.00`])
        }
        const id = await place({ items: [line(100, 1, "prod_gone")] })
        await record(id)
        expect(await rowsOf(getContainer(), id)).toEqual(["order 100.00 3% 3.00"])
      })

      it("asks a line for its own type before that of its product", async () => {
        const own = await getContainer().resolve(Modules.PRODUCT).createProductTypes({ value: "single" })
        await rules({ rate: percent(1), conditions: { type_ids: [shop.type] } }, { rate: percent(2), conditions: { type_ids: [own.id] } })
        const items = [line(100), line(1_000, 1, shop.set, { product_type_id: own.id })]
        expect(await earned({ items })).toEqual(["order 1100.00 1.9091% 21.00"])
      })

      const RATES: [string, RuleInput["rate"], OrderWish, string][] = [
        ["a percentage", percent("7.5"), { unit_price: 33.33 }, "order 33.33 7.5% 2.50"],
        ["nothing", { type: "none" }, { unit_price: 100 }, "order 100.00 0% 0.00"],
        ["an amount per piece", fixed("unit", { eur: "2.50" }), { unit_price: 20, quantity: 3 }, "order 60.00 12.5% 7.50"],
        ["no more than the line is worth", fixed("unit", { eur: 30 }), { unit_price: 20, quantity: 3 }, "order 60.00 100% 60.00"],
        ["an amount per order", fixed("order", { eur: 5 }), { unit_price: 20, quantity: 3 }, "order 60.00 8.3333% 5.00"],
        ["no amount in the currency", fixed("order", { usd: 5 }), { unit_price: 20, quantity: 3 }, "order 60.00 10% 6.00"],
        ["no more than the order is worth", fixed("order", { eur: 70 }), { unit_price: 20, quantity: 3 }, "order 60.00 100% 60.00"],
      ]
      it.each(RATES)("gives %s", async (_, rate, wish, expected) => {
        await rules({ rate })
        expect(await earned(wish)).toEqual([expected])
      })

      it("gives an amount per order once, for the lines of its rule", async () => {
        await rules({ rate: fixed("order", { eur: "10.00" }), conditions: { product_ids: [shop.set] } })
        const items = [line(30), line(70), line(100, 1, shop.lamp), line(50, 1, shop.set, { is_giftcard: true })]
        expect(await earned({ items })).toEqual(["order 200.00 10% 20.00"])
        expect(await earned({ items: [line(3), line(3)] })).toEqual(["order 6.00 100% 6.00"])
      })

      it("gives shipping the rate of a rule without a product, and of no fixed amount", async () => {
        await sql(getContainer(), `UPDATE affiliate_program SET include_shipping = true`)
        const shipped: OrderWish = { items: [line(100)], shipping_methods: [{ name: "Post", amount: 5 }] }
        await rules(
          { rate: fixed("order", { eur: 1 }) },
          { rate: percent(1), conditions: { product_ids: [shop.set] } },
          { rate: { type: "none" } }
        )
        expect(await earned(shipped)).toEqual(["order 105.00 0.9524% 1.00"])
        await sql(getContainer(), `UPDATE affiliate_commission_rule SET rate = ? WHERE rank = 1`, [
          JSON.stringify(fixed("unit", { eur: "1.00" })),
        ])
        await rules({ rate: percent(20) })
        await sql(getContainer(), `UPDATE affiliate_commission_rule SET deleted_at = now() WHERE rate ->> 'type' = 'none'`)
        expect(await earned(shipped)).toEqual(["order 105.00 1.9048% 2.00"])
      })

      it("holds from an instant on and before another one", async () => {
        const [rule] = await rules({ rate: percent(5), starts_at: "2016-04-01T00:00:00Z", ends_at: "2016-05-01T00:00:00Z" })
        await sql(getContainer(), `UPDATE affiliate_commission_rule_history SET valid_from = '-infinity' WHERE rule_id = ?`, [rule])
        for (const [at, rate] of [
          ["2016-03-31T23:59:59.999Z", "10% 10.00"],
          ["2016-04-01T00:00:00Z", "5% 5.00"],
          ["2016-04-30T23:59:59.999Z", "5% 5.00"],
          ["2016-05-01T00:00:00Z", "10% 10.00"],
        ]) {
          const id = await place()
          await sql(getContainer(), `UPDATE "order" SET created_at = ?, updated_at = ? WHERE id = ?`, [at, at, id])
          await record(id)
          expect([at, await rowsOf(getContainer(), id)]).toEqual([at, [`order 100.00 ${rate}`]])
        }
      })

      it("keeps the rules that held when an order was placed, however late it is recorded", async () => {
        const early = await place({ items: [line(100)] })
        const [a, b] = await rules(
          { rate: percent(1), conditions: { product_ids: [shop.set] } },
          { rate: percent(2), conditions: { country_codes: ["de"] } }
        )
        const first = await place({ items: [line(100)] })
        const { rules: written } = affiliateModule(getContainer())
        await written.update(programId, a!, { rate: percent(3) })
        const changed = await place({ items: [line(100)] })
        await written.order(programId, [b!, a!])
        const ordered = await place({ items: [line(100)] })
        await written.remove(programId, b!)
        const removed = await place({ items: [line(100)] })
        await written.remove(programId, a!)
        const none = await place({ items: [line(100)] })
        const all = [early, first, changed, ordered, removed, none]
        await record(...all)
        expect((await Promise.all(all.map((id) => rowsOf(getContainer(), id)))).flat()).toEqual([
          "order 100.00 10% 10.00",
          "order 100.00 1% 1.00",
          "order 100.00 3% 3.00",
          "order 100.00 2% 2.00",
          "order 100.00 3% 3.00",
          "order 100.00 10% 10.00",
        ])
      })

      it("reads what Medusa may change once, and keeps it", async () => {
        await rules(
          { rate: percent(5), conditions: { tag_ids: [shop.tag] } },
          { rate: percent(1), conditions: { category_ids: [shop.above] } }
        )
        const id = await place({ items: [line(100, 2)] })
        await record(id)
        const products = getContainer().resolve(Modules.PRODUCT)
        await products.updateProducts(shop.set, { tag_ids: [], collection_id: null, category_ids: [] } as never)
        await products.softDeleteProducts([shop.set])
        await sql(getContainer(), `UPDATE order_item SET quantity = 1 WHERE order_id = ?`, [id])
        await record(id)
        expect(await rowsOf(getContainer(), id)).toEqual(["order 200.00 5% 10.00", "edit -100.00 5% -5.00"])
        expect(await termsOf(id)).toMatchObject([
          {
            sequence: 1,
            facts: {
              affiliate_id: anna.id,
              affiliate_group_ids: ["affgroup_vip"],
              customer_group_ids: [ids.group],
              country_code: "de",
              currency_code: "eur",
              source: "link",
              is_first_order: true,
              amount: "200.00",
              amount_with_tax: "200.00",
            },
          },
        ])
      })

      it("adds what a later line earns, and rematches for another affiliate with the facts that were kept", async () => {
        await rules(
          { rate: percent(20), conditions: { affiliate_group_ids: ["affgroup_vip"], tag_ids: [shop.tag] } },
          { rate: percent(5), conditions: { tag_ids: [shop.tag] } },
          { rate: percent(2), conditions: { product_ids: [shop.lamp] } }
        )
        const id = await place({ items: [line(100)] })
        await record(id)
        const order = getContainer().resolve(Modules.ORDER)
        const products = getContainer().resolve(Modules.PRODUCT)
        await products.updateProducts(shop.set, { tag_ids: [] } as never)
        await order.createOrderLineItems(id, [line(50, 1, shop.lamp), line(10)] as never)
        await sql(getContainer(), `DELETE FROM affiliate_group_member`)
        await record(id)
        expect(await rowsOf(getContainer(), id)).toEqual(["order 100.00 20% 20.00", "edit 60.00 3.3333% 2.00"])
        const otto = await createAffiliate(getContainer(), programId)
        const reassign = (affiliate_id: string) =>
          affiliateModule(getContainer()).orders.reassign({ order_id: id, affiliate_id, reason: "test", created_by: "user_1" })
        await reassign(otto.id)
        expect((await rowsOf(getContainer(), id)).slice(2)).toEqual(["reassign -160.00 3.3333% -22.00", "reassign 160.00 4.375% 7.00"])
        const kept = await termsOf(id)
        expect(kept.map(({ sequence, lines }) => [sequence, Object.keys(lines).length])).toEqual([
          [1, 2],
          [2, 4],
          [3, 4],
        ])
        await reassign(anna.id)
        expect((await rowsOf(getContainer(), id)).slice(-1)).toEqual(["reassign 160.00 4.375% 7.00"])
      })

      it("puts an affiliate's own rate before every rule", async () => {
        await rules({ rate: { type: "none" } })
        await affiliateModule(getContainer()).affiliates.update({ id: anna.id, commission_percent: 12 })
        const id = await place({ items: [line(100)] })
        await record(id)
        expect([await rowsOf(getContainer(), id), await termsOf(id)]).toEqual([["order 100.00 12% 12.00"], []])
      })

      const GUARDED: [string, Record<string, unknown>, OrderWish, string][] = [
        ["cuts the commission to what the discount leaves", { margin_guard_percent: "15" }, off(10), "order 90.00 5.5556% 5.00"],
        ["leaves a line alone that keeps it", { margin_guard_percent: "19" }, off(10), "order 90.00 10% 9.00"],
        ["takes all of the commission, and never more", { margin_guard_percent: "8" }, off(10), "order 90.00 0% 0.00"],
        [
          "counts with tax where the program does",
          { margin_guard_percent: "15", include_tax: true },
          off(10, 20),
          "order 108.00 5.5556% 6.00",
        ],
        ["limits an order", { order_commission_limits: { eur: "3.00" } }, { unit_price: 100 }, "order 100.00 3% 3.00"],
        ["limits only its currency", { order_commission_limits: { usd: "3.00" } }, { unit_price: 100 }, "order 100.00 10% 10.00"],
        ["limits to nothing", { order_commission_limits: { eur: "0.00" } }, { unit_price: 100 }, "order 100.00 0% 0.00"],
      ]
      it.each(GUARDED)("%s", async (_, settings, wish, expected) => {
        await affiliateModule(getContainer()).programs.update(programId, settings)
        expect(await earned(wish)).toEqual([expected])
      })

      it("explains each commission line by line, in figures that add up to it, and in words", async () => {
        await affiliateModule(getContainer()).programs.update(programId, { margin_guard_percent: "50" })
        const [gifts, thirds] = await rules(
          { name: "Gift sets", public_name: "Gifts", rate: percent(5), conditions: { tag_ids: [shop.tag] } },
          { name: "Lamps", rate: fixed("unit", { eur: 30 }), conditions: { product_ids: [shop.lamp] } }
        )
        const id = await place({ items: [line(33.33), line(20, 1, shop.lamp), { title: "Card", unit_price: 33.33, quantity: 1 }] })
        await record(id)
        const explained = (await affiliateModule(getContainer()).orders.explain(id))!
        expect(explained).toMatchObject({ rate_source: "rules", rate_percent: "10" })
        expect(explained.commissions).toMatchObject([{ expense_amount: "86.66", amount: "15.00" }])
        const { lines } = explained.commissions[0]!
        const byTitle = lines.map(({ line_item_id: _, ...found }) => found).sort((a, b) => (a.base + a.title! < b.base + b.title! ? -1 : 1))
        expect(byTitle).toEqual([
          {
            ...{
              title: "Thing",
              rule_id: thirds,
              rule_name: "Lamps",
              rule_public_name: null,
              base: "20.00",
              rate_percent: "50",
              amount: "10.00",
            },
            ...{ rate: { type: "fixed", per: "unit", amounts: [{ currency_code: "eur", amount: "30.00" }] }, cut_by: "margin_guard" },
          },
          {
            ...{ title: "Card", rule_id: null, rule_name: null, rule_public_name: null, rate: null, base: "33.33", rate_percent: "10" },
            ...{ amount: expect.stringMatching(/^3\.3[34]$/), cut_by: null },
          },
          {
            ...{
              title: "Thing",
              rule_id: gifts,
              rule_name: "Gift sets",
              rule_public_name: "Gifts",
              rate: { type: "percent", percent: "5" },
            },
            ...{ base: "33.33", rate_percent: "5", amount: expect.stringMatching(/^1\.6[67]$/), cut_by: null },
          },
        ])
        const cents = lines.reduce((sum, { amount }) => sum + Number(amount.replace(".", "")), 0)
        expect(cents).toBe(1500)
        await affiliateModule(getContainer()).rules.remove(programId, gifts!)
        await sql(getContainer(), `UPDATE "order" SET status = 'canceled' WHERE id = ?`, [id])
        await record(id)
        const { commissions } = (await affiliateModule(getContainer()).orders.explain(id))!
        expect(commissions.map((row) => [row.kind, row.amount, row.lines.length])).toEqual([
          ["order", "15.00", 3],
          ["cancel", "-15.00", 0],
        ])
        expect(commissions[0]!.lines).toEqual(lines)
        expect(
          explainInWords(explained, new Date())
            .flat()
            .filter((sentence) => sentence.includes("matches it"))
            .sort()
        ).toEqual([
          expect.stringMatching(/^Card earns 3\.3[34] EUR of 33\.33 EUR: no rule matches it, so 10 % apply\.$/),
          expect.stringMatching(/^Thing earns 1\.6[67] EUR of 33\.33 EUR: the rule “Gift sets” matches it and gives 5 %\.$/),
          "Thing earns 10.00 EUR of 20.00 EUR, because discount and commission together may take no more of it: the rule “Lamps” matches it and gives 30.00 EUR for each piece.",
        ])
      })

      it("has a doctor who names what was changed by hand", async () => {
        await affiliateModule(getContainer()).programs.update(programId, { order_commission_limits: { eur: "6.00" } })
        const [gifts, all] = await rules({ rate: percent(5), conditions: { tag_ids: [shop.tag] } }, { rate: fixed("unit", { eur: 1 }) })
        const id = await place({ items: [line(100)] })
        await record(id)
        const item = Object.keys((await termsOf(id))[0]!.lines).find((key) => key !== "shipping")!
        const set = (name: string, value: string) =>
          `UPDATE affiliate_order_terms SET lines = jsonb_set(lines, '{${item},${name}}', '"${value}"') WHERE order_id = '${id}'`
        const found = async (...changes: string[]) =>
          (await brokenBy(getContainer(), changes)).line_rates?.map(({ problem, line_item_id, expected, found: is }) => [
            problem,
            line_item_id ?? null,
            expected,
            is,
          ])
        expect(await found()).toBeUndefined()
        expect(await found(set("percent", "6"))).toEqual([["rate_differs", item, "5", "6"]])
        expect(await found(set("rule_id", all!))).toEqual([["rule_misjudged", item, gifts, all]])
        expect(await found(`UPDATE affiliate_commission_rule_history SET valid_to = valid_from WHERE rule_id = '${gifts}'`)).toEqual([
          ["rule_misjudged", item, all, gifts],
        ])
        expect(await found(`UPDATE affiliate_commission SET amount = 6.01 WHERE order_id = '${id}'`)).toEqual([
          ["limit_passed", null, "6.00", "6.01"],
        ])
        const other = await place({ items: [line(10)] })
        await record(other)
        const lost = async (decision: string) =>
          (
            await brokenBy(getContainer(), [`UPDATE affiliate_order_terms SET attribution_id = ${decision} WHERE order_id = '${id}'`])
          ).decisions?.map(({ problem, order_id, found: is }) => [problem, order_id, is])
        expect(await lost("'affattr_x'")).toEqual([["decision_missing", id, "none"]])
        expect(await lost(`(SELECT id FROM affiliate_attribution WHERE order_id = '${other}')`)).toEqual([
          ["decision_of_another", id, `${other}, ${programId}`],
        ])
      })

      it("says what other rules would have paid, with the facts that were kept", async () => {
        const period = periodAt(new Date(), "UTC")
        const before = await place({ items: [line(10)] })
        await rules({ rate: percent(5), conditions: { tag_ids: [shop.tag] } })
        const id = await place({ items: [line(100), line(50, 1, shop.lamp)] })
        await record(before, id)
        expect(await rowsOf(getContainer(), id)).toEqual(["order 150.00 6.6667% 10.00"])
        const products = getContainer().resolve(Modules.PRODUCT)
        await products.updateProducts(shop.set, { tag_ids: [] } as never)
        const replay = async (given: Partial<RuleInput>[] | null, settings: ReplayInput = {}) => {
          const named = given?.map((rule, at) => ({ name: `Rule ${at}`, ...rule })) ?? null
          const replayed = await affiliateModule(getContainer()).periods.replay({
            program_id: programId,
            period,
            ...settings,
            rules: named,
          })
          return replayed!.lines.map((found) => [found.actual_amount, found.replayed_amount, found.inexact_order_count])
        }
        expect(await replay(null)).toEqual([["11.00", "11.00", 0]])
        expect(await replay([])).toEqual([["11.00", "16.00", 1]])
        expect(await replay([{ rate: percent(20), conditions: { tag_ids: [shop.tag] } }])).toEqual([["11.00", "26.00", 1]])
        expect(await replay([{ rate: fixed("order", { eur: 3 }), conditions: { is_first_order: false } }])).toEqual([["11.00", "4.00", 1]])
        expect(await replay([{ rate: { type: "none" }, conditions: { product_ids: [shop.lamp] } }], { commission_percent: 1 })).toEqual([
          ["11.00", "1.10", 1],
        ])
        await expect(replay([{ rate: percent(101) }])).rejects.toThrow("rules[0].rate.percent: must be a percentage")
      })

      it("lets several servers record at once", async () => {
        await rules({ rate: percent(5), conditions: { tag_ids: [shop.tag] } })
        const orders = await Promise.all(Array.from({ length: 4 }, () => place({ items: [line(100), line(10, 1, shop.lamp)] })))
        await Promise.all([record(...orders), record(...[...orders].reverse()), record(orders[0]!), record(orders[3]!)])
        for (const id of orders) {
          expect(await rowsOf(getContainer(), id)).toEqual(["order 110.00 5.4545% 6.00"])
          expect(await termsOf(id)).toHaveLength(1)
        }
      })
    })

    function off(amount: number, tax?: number): OrderWish {
      const tax_lines = tax === undefined ? [] : [{ code: "vat", rate: tax }]
      return { items: [{ title: "Thing", unit_price: 100, quantity: 1, adjustments: [{ code: "X", amount }], tax_lines }] }
    }
  },
})
