import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { closePeriodsWorkflow } from "../../src/workflows/periods"
import { createAffiliate, createProgram, createReferral } from "../helpers/affiliate"
import { createOrder } from "../helpers/many-orders"
import { moveOrder, sql, statementsOf } from "../helpers/sql"
import { STORE } from "../helpers/store"

jest.setTimeout(240_000)

const NOW = new Date("2016-05-02T09:00:00Z")

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ getContainer }) => {
    const setUp = async (email: string): Promise<string> => {
      const program_id = await createProgram(getContainer())
      const anna = await createAffiliate(getContainer(), program_id)
      await createReferral(getContainer(), { id: anna.id, program_id }, email)
      return program_id
    }
    const orderAt = async (at: string, wish = {}): Promise<void> =>
      moveOrder(getContainer(), await createOrder(getContainer(), wish), new Date(at))
    const close = async (input: { now: Date; period?: string; program_id?: string; closed_by?: string }) =>
      (await closePeriodsWorkflow(getContainer()).run({ input: { closed_by: "anna", ...input } })).result
    /** Every row of ours, and the last time it was written. */
    const everything = () =>
      sql(
        getContainer(),
        `SELECT (SELECT json_agg(x ORDER BY x.id) FROM affiliate_period x) AS periods,
                (SELECT count(*)::int FROM affiliate_period_line) AS lines, (SELECT count(*)::int FROM affiliate_ledger_entry) AS entries,
                (SELECT count(*)::int FROM affiliate_commission) AS commissions,
                (SELECT count(*)::int FROM affiliate_reconciliation) AS reconciliations`
      )

    it("says of a month it closes, and of one it finds closed, when, by whom and with what", async () => {
      const program_id = await setUp("shopper@example.com")
      await orderAt("2016-04-15T12:00:00Z")
      const found = {
        program_id,
        period: "2016-04",
        status: "closed",
        closed_at: NOW.toISOString(),
        closed_by: "anna",
        totals: [
          { currency_code: "eur", amount: "10.00", withheld_amount: "0.00", expense_amount: "100.00", affiliate_count: 1, order_count: 1 },
        ],
      }
      expect(await close({ now: NOW, period: "2016-04" })).toEqual([{ ...found, closed: true }])
      const later = { now: new Date("2016-05-03"), period: "2016-04", closed_by: "otto" }
      expect(await close(later)).toEqual([{ ...found, closed: false }])
      expect(await close({ ...later, program_id })).toEqual([{ ...found, closed: false }])
    })

    it("writes nothing where it is closed, looks at no order, and costs a handful of statements", async () => {
      await setUp("shopper@example.com")
      await orderAt("2016-04-15T12:00:00Z")
      await close({ now: NOW, period: "2016-04" })
      await orderAt("2016-05-01T12:00:00Z")
      const before = await everything()

      const statements = await statementsOf(getContainer(), () => close({ now: NOW, period: "2016-04" }))
      expect(
        statements.filter((statement) => !/^\s*(WITH|SELECT)\b/i.test(statement) || /\b(INSERT|UPDATE|DELETE)\b/i.test(statement))
      ).toEqual([])
      expect(statements.filter((statement) => statement.includes('"order"'))).toEqual([])
      expect(statements.filter((statement) => statement.includes("affiliate_"))).toHaveLength(4)
      expect(statements.length).toBeLessThanOrEqual(5)
      expect(await everything()).toEqual(before)
    })

    it("reconciles as soon as one of the programs asked has the month open, and touches the closed one no more", async () => {
      const first = await setUp("shopper@example.com")
      await orderAt("2016-04-15T12:00:00Z")
      await close({ now: NOW, period: "2016-04" })
      const second = await setUp("other@example.com")
      await orderAt("2016-04-16T12:00:00Z", { email: "other@example.com", unit_price: 70 })
      await sql(getContainer(), `DELETE FROM affiliate_reconciliation`)

      const later = new Date("2016-05-03T09:00:00Z")
      const found = await close({ now: later, period: "2016-04" })
      expect(found.map(({ program_id, closed, closed_at, totals }) => [program_id, closed, closed_at, totals[0]?.amount])).toEqual(
        [
          [first, false, NOW.toISOString(), "10.00"],
          [second, true, later.toISOString(), "7.00"],
        ].sort(([a], [b]) => String(a).localeCompare(String(b)))
      )
    })

    it("reconciles when no month is named, whatever is closed", async () => {
      await setUp("shopper@example.com")
      await close({ now: NOW, period: "2016-04" })
      await orderAt("2016-05-01T12:00:00Z")
      await sql(getContainer(), `DELETE FROM affiliate_reconciliation`)
      await sql(getContainer(), `UPDATE affiliate_program SET created_at = '2016-05-01'`)
      expect(await close({ now: NOW })).toEqual([])
      expect(await sql(getContainer(), `SELECT period, amount::text FROM affiliate_commission`)).toEqual([
        { period: "2016-05", amount: "10.00" },
      ])
    })

    it("refuses, named, a month that has not ended and a program nobody knows, before it looks at any order", async () => {
      await setUp("shopper@example.com")
      await orderAt("2016-05-01T12:00:00Z")
      const early = close({ now: NOW, period: "2016-05" })
      await expect(early).rejects.toMatchObject({ type: "invalid_data", message: "period: 2016-05 has not ended yet" })
      await expect(close({ now: NOW, program_id: "affprog_x" })).rejects.toMatchObject({ type: "not_found" })
      expect(await everything()).toEqual([{ periods: null, lines: 0, entries: 0, commissions: 0, reconciliations: 0 }])
    })
  },
})
