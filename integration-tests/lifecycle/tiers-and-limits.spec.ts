import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { periodBounds } from "../../src/domain/periods/period"
import { affiliateModule, createAffiliate, createProgram, createReferral, type TestAffiliate } from "../helpers/affiliate"
import { brokenBy } from "../helpers/doctor"
import { createOrder } from "../helpers/many-orders"
import { moveOrder, sql } from "../helpers/sql"
import { STORE } from "../helpers/store"

jest.setTimeout(240_000)

const TIERS = {
  ...{ measure: "expenses", span: "month", scope: "whole", after_refund: "recompute" },
  tiers: [{ currency_code: "eur", threshold: "100.00", raise_percent: "50" }],
}

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ getContainer }) => {
    let program_id: string
    let anna: TestAffiliate
    let order: string

    const record = async (id: string, at: string) => {
      await affiliateModule(getContainer()).orders.record([id], new Date(at))
    }
    const orderAt = async (at: string, unit_price: number, email?: string): Promise<string> => {
      const id = await createOrder(getContainer(), { unit_price, email })
      await moveOrder(getContainer(), id, new Date(at))
      await record(id, at)
      return id
    }
    const close = (period: string) =>
      affiliateModule(getContainer()).periods.close({
        ...{ program_id, period, closed_by: "test", now: periodBounds(period, "Europe/Berlin").ends_at },
      })

    /** April: 120.00 raised to 18.00, of which the limit leaves 15.00. May takes 60.00 of it back, and 6.00 is left. */
    beforeAll(async () => {
      program_id = await createProgram(getContainer(), {
        ...{ timezone: "Europe/Berlin", commission_tiers: TIERS, affiliate_month_limits: { eur: "15.00" } },
      })
      anna = await createAffiliate(getContainer(), program_id)
      await createReferral(getContainer(), { id: anna.id, program_id }, "shopper@example.com")
      await orderAt("2016-04-10T12:00:00Z", 60)
      order = await orderAt("2016-04-12T12:00:00Z", 60)
      await close("2016-04")
      await sql(getContainer(), `UPDATE "order" SET status = 'canceled', canceled_at = :at, updated_at = :at WHERE id = :order`, {
        ...{ at: new Date("2016-05-12T12:00:00Z"), order },
      })
      await record(order, "2016-05-12T12:00:00Z")
      await close("2016-05")
    })

    const row = (of: object) => ({ affiliate_id: anna.id, affiliate_code: anna.code, currency_code: "eur", outcome: "credited", ...of })

    it("says what tiers and limits made of a month, and its lines include it", async () => {
      const { periods } = affiliateModule(getContainer())
      const april = await periods.retrieve(program_id, "2016-04")
      expect(april?.lines).toMatchObject([{ expense_amount: "120.00", amount: "15.00", order_count: 2 }])
      expect(april?.period_commissions).toEqual([
        row({
          ...{ kind: "tier", amount: "6.00", corrects_period: null, base_amount: "12.00", measure: "expenses" },
          ...{ measured: "120.00", threshold: "100.00", raise_percent: "50" },
        }),
        row({
          ...{ kind: "limit", amount: "-3.00", corrects_period: null, base_amount: "18.00", measure: null },
          ...{ measured: null, threshold: "15.00", raise_percent: null },
        }),
      ])
      const may = await periods.retrieve(program_id, "2016-05")
      expect(may?.lines).toMatchObject([{ expense_amount: "-60.00", amount: "-9.00" }])
      expect(
        may?.period_commissions.map(({ kind, amount, corrects_period, threshold }) => [kind, amount, corrects_period, threshold])
      ).toEqual([
        ["tier", "-6.00", "2016-04", null],
        ["limit", "3.00", "2016-04", "15.00"],
      ])
    })

    it("previews the open month with them, and a replay of nothing changes nothing", async () => {
      const { periods } = affiliateModule(getContainer())
      await orderAt("2016-06-10T12:00:00Z", 100)
      const june = await periods.retrieve(program_id, "2016-06")
      expect(june?.lines).toMatchObject([{ amount: "15.00" }])
      expect(june?.period_commissions).toMatchObject([{ kind: "tier", amount: "5.00" }])
      const lines = async (period: string, input: { commission_percent?: string } = {}) =>
        (await periods.replay({ program_id, period, ...input }))?.lines.map(({ actual_amount, replayed_amount }) => [
          actual_amount,
          replayed_amount,
        ])
      expect(await lines("2016-04")).toEqual([["15.00", "15.00"]])
      expect(await lines("2016-05")).toEqual([["-9.00", "-9.00"]])
      expect(await lines("2016-06")).toEqual([["15.00", "15.00"]])
      // 8 % of 120.00, raised by half.
      expect(await lines("2016-04", { commission_percent: "8" })).toEqual([["15.00", "14.40"]])
      expect(await lines("2016-06", { commission_percent: "20" })).toEqual([["15.00", "15.00"]])
    })

    it("pays for a new customer, not for their next order, and says so on month and statement; an order given to another takes it along", async () => {
      const { periods, orders, statements } = affiliateModule(getContainer())
      const bonus_id = await createProgram(getContainer(), { timezone: "Europe/Berlin", new_customer_bonuses: { eur: "5.00" } })
      const bert = await createAffiliate(getContainer(), bonus_id)
      const cleo = await createAffiliate(getContainer(), bonus_id)
      await createReferral(getContainer(), { id: bert.id, program_id: bonus_id }, "new@example.com")
      const [first] = [
        await orderAt("2016-04-10T12:00:00Z", 60, "new@example.com"),
        await orderAt("2016-04-12T12:00:00Z", 60, "new@example.com"),
      ]
      const closeMonth = (period: string) =>
        periods.close({ program_id: bonus_id, period, closed_by: "test", now: periodBounds(period, "Europe/Berlin").ends_at })
      await closeMonth("2016-04")
      const [bonus] = (await periods.retrieve(bonus_id, "2016-04"))!.period_commissions
      expect(bonus).toMatchObject({
        kind: "new_customer",
        amount: "5.00",
        base_amount: "5.00",
        measure: "orders",
        measured: "1",
        threshold: null,
      })
      const [statement] = await statements.listOfPeriod({ affiliate_id: bert.id, period: "2016-04" })
      expect(statement!.lines.map(({ kind, amount }) => [kind, amount])).toEqual([
        ...[
          ["order", "6.00"],
          ["order", "6.00"],
        ],
        ...[
          ["new_customer", "5.00"],
          [null, "17.00"],
        ],
      ])
      await orders.reassign({
        ...{ order_id: first, affiliate_id: cleo.id, reason: "test", created_by: "user_1", now: new Date("2016-05-10T12:00:00Z") },
      })
      await closeMonth("2016-05")
      expect(
        (await periods.retrieve(bonus_id, "2016-05"))!.period_commissions.map(({ affiliate_id, kind, amount, corrects_period }) => [
          affiliate_id,
          kind,
          amount,
          corrects_period,
        ])
      ).toEqual(
        [
          [bert.id, "new_customer", "-5.00", "2016-04"],
          [cleo.id, "new_customer", "5.00", null],
        ].sort()
      )
      const found = async (change: string) =>
        ((await brokenBy(getContainer(), [change])).period_commissions ?? []).map(({ problem, period, expected, found: is }) =>
          [problem, period, expected, is].join(" ")
        )
      expect(await found(`UPDATE affiliate_period_commission SET amount = 4 WHERE kind = 'new_customer' AND period = '2016-04'`)).toEqual([
        "bonus_differs 2016-04 5.00 4",
      ])
      expect(await found(`UPDATE affiliate_attribution SET is_first_order = true`)).toEqual(["bonus_differs 2016-04 10.00 5.00"])
    })

    it("welcomes an affiliate in the first month that has an order, and the doctor knows which it is", async () => {
      const { periods, orders, statements } = affiliateModule(getContainer())
      const welcome_id = await createProgram(getContainer(), { timezone: "Europe/Berlin", welcome_bonuses: { eur: "25.00" } })
      const dora = await createAffiliate(getContainer(), welcome_id)
      await createReferral(getContainer(), { id: dora.id, program_id: welcome_id }, "dora@example.com")
      const closeMonth = (period: string) =>
        periods.close({ program_id: welcome_id, period, closed_by: "test", now: periodBounds(period, "Europe/Berlin").ends_at })
      const first = await orderAt("2016-04-10T12:00:00Z", 60, "dora@example.com")
      await closeMonth("2016-04")
      const [statement] = await statements.listOfPeriod({ affiliate_id: dora.id, period: "2016-04" })
      expect(statement!.lines.map(({ kind, amount }) => [kind, amount])).toEqual([
        ["order", "6.00"],
        ["welcome", "25.00"],
        [null, "31.00"],
      ])
      const replayed = await periods.replay({ program_id: welcome_id, period: "2016-04", commission_percent: "20" })
      expect(replayed?.lines).toMatchObject([{ actual_amount: "31.00", replayed_amount: "37.00" }])

      await orderAt("2016-05-10T12:00:00Z", 10, "dora@example.com")
      const reassigned = { order_id: first, affiliate_id: null, reason: "test", created_by: "user_1" }
      await orders.reassign({ ...reassigned, now: new Date("2016-05-12T12:00:00Z") })
      await closeMonth("2016-05")
      const rows = (await periods.retrieve(welcome_id, "2016-05"))!.period_commissions
      expect(rows.map(({ kind, amount, corrects_period, measure }) => [kind, amount, corrects_period, measure])).toEqual([
        ["welcome", "-25.00", "2016-04", null],
        ["welcome", "25.00", null, null],
      ])
      const found = async (change: string) =>
        ((await brokenBy(getContainer(), [change])).period_commissions ?? [])
          .map(({ problem, period, corrects_period, expected, found: is }) => [problem, period, corrects_period, expected, is].join(" "))
          .sort()
      expect(await found(`UPDATE affiliate_period_commission SET amount = 24 WHERE kind = 'welcome' AND period = '2016-04'`)).toEqual([
        "bonus_differs 2016-04 2016-04 25.00 24",
      ])
      expect(await found(`UPDATE affiliate_program_history SET welcome_bonuses = NULL`)).toEqual([
        "bonus_differs 2016-04 2016-04 0 25.00",
        "bonus_differs 2016-05 2016-04 0 -25.00",
        "bonus_differs 2016-05 2016-05 0 25.00",
      ])
    })

    it("shares a program's budget, says so to merchant and affiliate, and the doctor finds what goes past it", async () => {
      const { periods, orders, statements } = affiliateModule(getContainer())
      const budget_id = await createProgram(getContainer(), { timezone: "Europe/Berlin", month_budgets: { eur: "10.00" } })
      const people = [await createAffiliate(getContainer(), budget_id), await createAffiliate(getContainer(), budget_id)]
      // Rounding follows the ids.
      const [emil, fay] = people.sort((a, b) => (a.id < b.id ? -1 : 1)) as [TestAffiliate, TestAffiliate]
      await createReferral(getContainer(), { id: emil.id, program_id: budget_id }, "emil@example.com")
      await createReferral(getContainer(), { id: fay.id, program_id: budget_id }, "fay@example.com")
      const closeMonth = (period: string) =>
        periods.close({ program_id: budget_id, period, closed_by: "test", now: periodBounds(period, "Europe/Berlin").ends_at })
      await orderAt("2016-04-10T12:00:00Z", 100, "emil@example.com")
      const second = await orderAt("2016-04-12T12:00:00Z", 50, "fay@example.com")
      const texts = async (period: string) =>
        (await periods.retrieve(budget_id, period))!.period_commissions.map((is) =>
          [is.affiliate_id, is.kind, is.amount, is.corrects_period, is.base_amount, is.measure, is.measured, is.threshold].join(" ")
        )
      const april = [`${emil.id} budget -3.33  10.00  15.00 10.00`, `${fay.id} budget -1.67  5.00  15.00 10.00`]
      expect(await texts("2016-04")).toEqual(april)
      await closeMonth("2016-04")
      expect(await texts("2016-04")).toEqual(april)
      const linesOf = async (affiliate_id: string, period: string) =>
        (await statements.listOfPeriod({ affiliate_id, period }))[0]?.lines.map(({ kind, amount }) => [kind, amount])
      expect(await linesOf(emil.id, "2016-04")).toEqual([
        ["order", "10.00"],
        ["budget", "-3.33"],
        [null, "6.67"],
      ])
      const budgetOf = async (affiliate_id: string, period: string) => {
        const [statement] = await statements.listOfPeriod({ affiliate_id, period })
        return [statement?.commissions, statement?.budget]
      }
      expect(await budgetOf(emil.id, "2016-04")).toEqual(["6.67", "-3.33"])
      const replayed = async (period: string, commission_percent?: string) =>
        (await periods.replay({ program_id: budget_id, period, commission_percent }))?.lines.map(({ actual_amount, replayed_amount }) => [
          actual_amount,
          replayed_amount,
        ])
      expect((await replayed("2016-04", "6"))?.sort()).toEqual([
        ["3.33", "3.00"],
        ["6.67", "6.00"],
      ])

      // What is taken from one in May goes to the other, to whom nothing else happened.
      const reassigned = { order_id: second, affiliate_id: null, reason: "test", created_by: "user_1" }
      await orders.reassign({ ...reassigned, now: new Date("2016-05-12T12:00:00Z") })
      const may = [`${emil.id} budget 3.33 2016-04 10.00  10.00 10.00`, `${fay.id} budget 1.67 2016-04 0.00  10.00 10.00`]
      expect(await texts("2016-05")).toEqual(may)
      await closeMonth("2016-05")
      expect(await texts("2016-05")).toEqual(may)
      expect(await linesOf(emil.id, "2016-05")).toEqual([
        ["budget", "3.33"],
        [null, "3.33"],
      ])
      expect(await budgetOf(emil.id, "2016-05")).toEqual(["3.33", "3.33"])
      expect((await periods.retrieve(budget_id, "2016-05"))!.lines).toMatchObject([
        { affiliate_id: emil.id, amount: "3.33", expense_amount: "0.00", commission_count: 0, order_count: 0, outcome: "credited" },
        { affiliate_id: fay.id, amount: "-3.33", expense_amount: "-50.00", commission_count: 1, order_count: 1, outcome: "credited" },
      ])
      expect((await replayed("2016-05"))?.sort()).toEqual([
        ["-3.33", "-3.33"],
        ["3.33", "3.33"],
      ])

      const found = async (change: string) =>
        ((await brokenBy(getContainer(), [change])).period_commissions ?? [])
          .map(({ problem, period, corrects_period, affiliate_id, expected, found: is }) =>
            [problem, period, corrects_period, affiliate_id === emil.id ? "emil" : "fay", expected, is].join(" ")
          )
          .sort()
      const change = (amount: string, of: TestAffiliate, period: string) =>
        `UPDATE affiliate_period_commission SET amount = ${amount} WHERE kind = 'budget' AND affiliate_id = '${of.id}' AND period = '${period}'`
      expect(await found(`SELECT 1`)).toEqual([])
      expect(await found(change("-3.32", emil, "2016-04"))).toEqual(["budget_passed 2016-04 2016-04 emil -3.33 -3.32"])
      expect(await found(change("-1.68", fay, "2016-04"))).toEqual(["budget_differs 2016-04 2016-04 fay -1.67 -1.68"])
      expect(await found(`DELETE FROM affiliate_period_commission WHERE kind = 'budget' AND period = '2016-05'`)).toEqual([
        "budget_differs 2016-05 2016-04 emil 3.33 0",
        "budget_differs 2016-05 2016-04 fay 1.67 0",
      ])
      expect(
        await found(`UPDATE affiliate_program_history SET month_budgets = '{"eur": "9.00"}' WHERE program_id = '${budget_id}'`)
      ).toEqual(
        [
          "budget_passed 2016-04 2016-04 emil -4.00 -3.33",
          "budget_passed 2016-04 2016-04 fay -2.00 -1.67",
          "budget_passed 2016-05 2016-04 emil 3.00 3.33",
          "budget_differs 2016-05 2016-04 fay 2.00 1.67",
        ].sort()
      )
    })

    it("stands on the statement, which adds up", async () => {
      const statements = await affiliateModule(getContainer()).statements.listOfPeriod({ affiliate_id: anna.id, period: "2016-04" })
      expect(statements).toMatchObject([{ commissions: "15.00", closing_balance: "15.00" }])
      expect(
        statements[0]!.lines.map(({ type, kind, order_id, amount, status }) => [type, kind, order_id !== null, amount, status])
      ).toEqual([
        ["commission", "order", true, "6.00", "credited"],
        ["commission", "order", true, "6.00", "credited"],
        ["commission", "tier", false, "6.00", "credited"],
        ["commission", "limit", false, "-3.00", "credited"],
        ["close", null, false, "15.00", null],
      ])
    })

    it("has a doctor who names what was changed by hand", async () => {
      const found = async (...changes: string[]) => {
        const { period_commissions = [], ...others } = await brokenBy(getContainer(), changes)
        const named = period_commissions.map(({ problem, period, corrects_period, expected, found: is }) =>
          [problem, period, corrects_period, expected, is].join(" ")
        )
        return [...named.sort(), ...Object.keys(others)]
      }
      const change = (kind: string, period: string, amount: string) =>
        `UPDATE affiliate_period_commission SET amount = ${amount} WHERE kind = '${kind}' AND period = '${period}'`
      expect(await found()).toEqual([])
      expect(await found(change("tier", "2016-04", "6.01"))).toEqual(["tier_differs 2016-04 2016-04 6.00 6.01", "closes"])
      expect(await found(change("limit", "2016-04", "-2.99"))).toEqual(["limit_passed 2016-04 2016-04 -3.00 -2.99", "closes"])
      expect(await found(change("limit", "2016-05", "2.99"))).toEqual(["limit_differs 2016-05 2016-04 3.00 2.99", "closes"])
      expect(await found(`DELETE FROM affiliate_period_commission WHERE kind = 'tier' AND period = '2016-05'`)).toEqual([
        "tier_differs 2016-05 2016-04 -6.00 0",
        "closes",
      ])
      expect(await found(`UPDATE affiliate_program_history SET affiliate_month_limits = '{"eur": "16.00"}'`)).toEqual([
        "limit_differs 2016-04 2016-04 -2.00 -3.00",
        "limit_passed 2016-05 2016-04 2.00 3.00",
      ])
    })
  },
})
