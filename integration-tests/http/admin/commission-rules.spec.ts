import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { affiliateModule } from "../../helpers/affiliate"
import { caller, createAdmin, type Admin } from "../../helpers/http"
import { postProgram } from "../../helpers/programs"
import { sql } from "../../helpers/sql"
import { STORE } from "../../helpers/store"

const FIVE = { type: "percent", percent: 5 }
const eur = (amount: string | number) => ({ currency_code: "eur", amount })

const WRONG: [label: string, overrides: object, message: string][] = [
  ["no name", { name: undefined }, "name: is required"],
  ["an empty name", { name: " " }, "name: must have 1 to 200 characters"],
  ["no rate", { rate: undefined }, "rate: is required"],
  ["a rate of no type", { rate: {} }, "rate[type]: is required"],
  ["more than 100 percent", { rate: { type: "percent", percent: 101 } }, "rate.percent: must be a percentage from 0 to 100"],
  ["a negative percentage", { rate: { type: "percent", percent: -1 } }, "rate.percent: must be a percentage from 0 to 100"],
  ["five decimals", { rate: { type: "percent", percent: "1.23456" } }, "rate.percent: must be a percentage from 0 to 100"],
  ["a percentage of nothing", { rate: { type: "none", percent: 5 } }, "rate.percent: does not belong to a rate of type none"],
  ["a fixed amount of no currency", { rate: { type: "fixed", per: "unit", amounts: [] } }, "rate.amounts: must name at least one currency"],
  ["a fixed amount per month", { rate: { type: "fixed", per: "month", amounts: [eur(1)] } }, "rate.per: must be unit or order"],
  [
    "too many digits",
    { rate: { type: "fixed", per: "unit", amounts: [eur("1.005")] } },
    "rate.amounts[0].amount: must be an amount with at most 2",
  ],
  ["a negative amount", { rate: { type: "fixed", per: "order", amounts: [eur(-1)] } }, "rate.amounts[0].amount: must not be negative"],
  ["a currency twice", { rate: { type: "fixed", per: "order", amounts: [eur(1), eur(2)] } }, "rate.amounts: must name each currency once"],
  [
    "an unknown currency",
    { rate: { type: "fixed", per: "unit", amounts: [{ currency_code: "xxx", amount: 1 }] } },
    "rate.amounts: XXX is no currency",
  ],
  ["an unknown field", { percent: 5 }, "percent: is unknown, known are name, public_name, rate, conditions, starts_at, ends_at"],
  ["an unknown condition", { conditions: { colour: ["red"] } }, "conditions.colour: is unknown, known are product_ids, "],
  ["an unknown product", { conditions: { product_ids: ["prod_x"] } }, "conditions.product_ids: there is no product prod_x"],
  [
    "an unknown affiliate",
    { conditions: { affiliate_ids: ["aff_x"] } },
    "conditions.affiliate_ids: there is no affiliate aff_x in this program",
  ],
  ["an unknown group", { conditions: { affiliate_group_ids: ["g"] } }, "conditions.affiliate_group_ids: there is no affiliate group g"],
  ["a country in words", { conditions: { country_codes: ["Germany"] } }, 'conditions.country_codes[0]: "Germany" is no country code'],
  ["a source of another name", { conditions: { sources: ["tv"] } }, "conditions[sources]: must be one of link, promo_code, manual"],
  [
    "a minimum twice",
    { conditions: { min_order_amounts: [eur(1), eur(2)] } },
    "conditions.min_order_amounts: must name each currency once",
  ],
  ["an end that is no time", { ends_at: "soon" }, "ends_at: must be an ISO 8601 time"],
  ["an end before the beginning", { starts_at: "2026-02-01", ends_at: "2026-01-01" }, "ends_at: must be later than starts_at"],
]

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    describe("/admin/affiliate-programs/:id/commission-rules", () => {
      let admin: Admin
      let program_id: string
      let path: string

      beforeEach(async () => {
        admin = await createAdmin(api, getContainer())
        program_id = (await postProgram(admin)).id
        path = `/admin/affiliate-programs/${program_id}/commission-rules`
      })

      const post = async (name: string, rule: object = {}) => {
        const { status, data } = await admin.post(path, { name, rate: FIVE, ...rule })
        expect([data.message, status]).toEqual([undefined, 200])
        return data.commission_rule
      }
      const names = async () => (await admin.get(path)).data.commission_rules.map(({ name }: { name: string }) => name)
      const versions = () =>
        sql<{ name: string; is_current: boolean; rank: number }>(
          getContainer(),
          `SELECT name, rank, valid_to = 'infinity' AS is_current FROM affiliate_commission_rule_history ORDER BY valid_from, rank`
        )

      it("asks strangers who they are, and says what does not exist", async () => {
        expect((await caller(api).get(path)).status).toBe(401)
        expect((await admin.get("/admin/affiliate-programs/nope/commission-rules")).status).toBe(404)
        expect((await admin.post("/admin/affiliate-programs/nope/commission-rules", { name: "A", rate: FIVE })).status).toBe(404)
        for (const call of [admin.get(`${path}/nope`), admin.post(`${path}/nope`, { name: "A" }), admin.delete(`${path}/nope`)]) {
          expect((await call).status).toBe(404)
        }
      })

      it("makes, changes, orders and deletes rules, and keeps every version", async () => {
        const { id, ...first } = await post(" Gift  sets ", { public_name: "Gifts", conditions: { country_codes: ["DE", "at", "de"] } })
        expect(first).toEqual({
          program_id,
          name: "Gift sets",
          public_name: "Gifts",
          rate: { type: "percent", percent: "5" },
          conditions: { country_codes: ["at", "de"] },
          starts_at: null,
          ends_at: null,
          rank: 1,
          suggested_rank: 1,
          created_at: expect.any(String),
          updated_at: expect.any(String),
        })
        const fixed = { type: "fixed", per: "order", amounts: [eur("3")] }
        const second = await post("A bonus", { rate: fixed, conditions: { is_first_order: true, sources: [], product_ids: null } })
        expect(second).toMatchObject({ rank: 2, rate: { ...fixed, amounts: [eur("3.00")] }, conditions: { is_first_order: true } })

        const changed = await admin.post(`${path}/${id}`, { rate: { type: "none" }, ends_at: "2026-12-01" })
        expect(changed.data.commission_rule).toMatchObject({
          name: "Gift sets",
          rate: { type: "none" },
          ends_at: "2026-12-01T00:00:00.000Z",
        })
        const ordered = await admin.post(`${path}/order`, { ids: [second.id, id] })
        expect(ordered.data.commission_rules.map((rule: { id: string; rank: number }) => [rule.id, rule.rank])).toEqual([
          [second.id, 1],
          [id, 2],
        ])
        expect((await admin.delete(`${path}/${id}`)).data).toEqual({ id, object: "affiliate_commission_rule", deleted: true })
        expect((await admin.get(path)).data).toMatchObject({
          count: 1,
          offset: 0,
          limit: 20,
          commission_rules: [{ id: second.id, rank: 1 }],
        })

        expect(await versions()).toEqual([
          { name: "Gift sets", rank: 1, is_current: false },
          { name: "A bonus", rank: 2, is_current: false },
          { name: "Gift sets", rank: 1, is_current: false },
          { name: "A bonus", rank: 1, is_current: true },
          { name: "Gift sets", rank: 2, is_current: false },
        ])
        const begun = await sql<{ count: number }>(
          getContainer(),
          `SELECT count(DISTINCT valid_from)::int AS count FROM affiliate_commission_rule_history`
        )
        expect(begun).toEqual([{ count: 4 }])
      })

      it.each(WRONG)("refuses %s", async (_, overrides, message) => {
        const { status, data } = await admin.post(path, { name: "Rule", rate: FIVE, ...overrides })
        expect([status, data.type, data.message]).toEqual([400, "invalid_data", expect.stringContaining(message)])
        expect(await names()).toEqual([])
      })

      it("takes an order of all rules only, each once", async () => {
        const ids = [(await post("A")).id, (await post("B")).id]
        const other = (await postProgram(admin, { name: "Other", handle: "other" })).id
        const foreign = (await admin.post(`/admin/affiliate-programs/${other}/commission-rules`, { name: "C", rate: FIVE })).data
          .commission_rule.id
        const wrong: [string[], string][] = [
          [ids.slice(1), `ids: must name every rule of the program; ${ids[0]} is missing`],
          [[...ids, ids[0]], "ids: must name each rule once"],
          [[...ids, foreign], `ids: ${foreign} is no rule of this program`],
        ]
        for (const [given, message] of wrong) {
          const { status, data } = await admin.post(`${path}/order`, { ids: given })
          expect([status, data.message]).toEqual([400, message])
        }
        expect(await names()).toEqual(["A", "B"])
      })

      it("keeps an id that was deleted since, and warns of it; a new one has to exist", async () => {
        const products = getContainer().resolve(Modules.PRODUCT)
        const [tag] = await products.createProductTags([{ value: "gift" }])
        const rule = await post("Gifts", { conditions: { tag_ids: [tag!.id] } })
        await products.softDeleteProductTags([tag!.id])
        const { data } = await admin.post(`${path}/${rule.id}`, { name: "Presents", conditions: { tag_ids: [tag!.id] } })
        expect(data.warnings).toEqual([
          { rule_id: rule.id, code: "deleted", message: `“Presents” names the tag ${tag!.id}, which no longer exists.` },
        ])
        expect((await admin.post(path, { name: "X", rate: FIVE, conditions: { tag_ids: [tag!.id] } })).status).toBe(400)
      })

      it("warns of rules that are never reached, and suggests an order", async () => {
        await post("Everything")
        const de = await post("Germany", { conditions: { country_codes: ["de"] }, ends_at: "2020-01-01" })
        const { data } = await admin.get(path)
        expect(data.warnings.map(({ code }: { code: string }) => code)).toEqual(["no_condition", "unreachable", "ended"])
        expect(data.commission_rules.map((rule: { suggested_rank: number }) => rule.suggested_rank)).toEqual([2, 1])
        expect(data.warnings[1]).toEqual({
          rule_id: de.id,
          code: "unreachable",
          message: "“Germany” is never reached, because “Everything” above it matches all it would.",
        })
      })

      it("tries out which rule a line would follow, and says why not the ones above", async () => {
        const products = getContainer().resolve(Modules.PRODUCT)
        const tag = await products.createProductTags({ value: "gift" })
        const set = await products.createProducts({ title: "Gift set", tag_ids: [tag.id] } as never)
        const product_id = (set as unknown as { id: string }).id
        await post("Abroad", { conditions: { country_codes: ["at"] } })
        await post("Bonus", { rate: { type: "fixed", per: "order", amounts: [eur(5)] } })
        const gifts = await post("Gifts", { public_name: "Gift sets", conditions: { tag_ids: [tag.id] } })
        await post("Never")
        const tried = (body: object) => admin.post(`${path}/try`, { product_id, ...body })
        const { status, data } = await tried({})
        expect([status, data.rate, data.rate_source]).toEqual([200, { type: "percent", percent: "5" }, "rule"])
        expect(data.rule).toEqual({ id: gifts.id, name: "Gifts", public_name: "Gift sets", rank: 3, rate: data.rate })
        expect(
          data.passed_over.map((over: { rule: { name: string }; code: string; reason: string }) => [over.rule.name, over.code, over.reason])
        ).toEqual([
          ["Abroad", "country_codes", "It is for orders to other countries."],
          ["Bonus", "no_amount", "It has no amount in the order's currency."],
        ])
        expect((await tried({ country_code: "AT" })).data).toMatchObject({ rule: { name: "Abroad" }, passed_over: [] })
        expect((await tried({ currency_code: "EUR" })).data).toMatchObject({ rule: { name: "Bonus" } })
        const before = { rule: null, rate_source: "program", rate: { type: "percent", percent: "10" }, passed_over: [] }
        expect((await tried({ at: "2020-01-01" })).data).toEqual(before)
        expect((await admin.post(`${path}/try`, { product_id: "nope" })).data.message).toBe(
          "product_id: Product with id: nope was not found"
        )
        expect((await tried({ affiliate_id: "nope" })).status).toBe(404)
        expect((await tried({ order_amount: "much" })).data.message).toBe("order_amount: must be a decimal number such as 12.50")
      })

      it("undoes what a workflow did, and nothing else", async () => {
        const { rules } = affiliateModule(getContainer())
        const [a, b] = [(await post("A")).id, (await post("B")).id]
        const change = await rules.update(program_id, a, { name: "A2", ends_at: "2030-01-01" })
        await rules.update(program_id, a, { public_name: "Seen" })
        await rules.restore(program_id, a, change)
        const before = await rules.order(program_id, [b, a])
        await rules.remove(program_id, b)
        await rules.bringBack(program_id, b)
        await rules.restoreOrder(program_id, before)
        const { rules: left } = await rules.list(program_id)
        expect(left).toMatchObject([{ name: "A", public_name: "Seen", ends_at: null }, { name: "B" }])
      })
    })
  },
})
