import { checkInvariants } from "../../doctor/run-doctor"
import { rows } from "../../database/connection"
import { AT, insert, seedProgram } from "../../__tests__/rows"
import { moduleSuite } from "../../__tests__/suite"
import { recountTotals } from "../recount-totals"

moduleSuite(({ sql }) => {
  beforeEach(async () => {
    await seedProgram(sql())
    await insert(sql(), "affiliate", { id: "aff_2", code: "otto" })
    await insert(sql(), "affiliate_period", { id: "affper_2", period: "2026-05" })
  })

  const commissions = (...overrides: Record<string, unknown>[]) => insert(sql(), "affiliate_commission", ...overrides)
  /** Affiliate, month, corrected month, currency: expense, amount, commissions, orders. */
  const totals = async (): Promise<string[]> => {
    const found = await rows<{ total: string }>(
      sql(),
      `SELECT concat_ws(' ', affiliate_id, period, nullif(corrects_period, ''), currency_code || ':', expense_amount, amount,
                        commission_count, order_count) AS total
       FROM affiliate_period_total total ORDER BY 1`
    )
    return found.map(({ total }) => total)
  }
  const exceptions = async () => {
    const { invariants } = await checkInvariants(sql(), AT)
    return invariants.find(({ id }) => id === "period_totals")?.exceptions
  }
  const withoutTriggers = async (statement: string): Promise<void> => {
    await rows(sql(), `ALTER TABLE affiliate_commission DISABLE TRIGGER USER`)
    await rows(sql(), statement)
    await rows(sql(), `ALTER TABLE affiliate_commission ENABLE TRIGGER USER`)
  }

  const order_id = "order_changed"
  const ALL = [
    "aff_1 2026-04 eur: 250 25 4 2",
    "aff_1 2026-04 jpy: 1000 100 1 1",
    "aff_1 2026-05 2026-04 eur: -50 -5 2 1",
    "aff_2 2026-05 eur: 50 5 1 1",
  ]
  /** Two orders in euro, of which one is changed twice within its month, twice after it, and then given to another affiliate. */
  const history = async () => {
    await commissions({ order_id }, {}, { currency_code: "jpy", expense_amount: "1000", amount: "100" })
    await commissions({ order_id, sequence: 2, kind: "return", expense_amount: "-20", amount: "-2" })
    await commissions({ order_id, sequence: 3, kind: "edit", expense_amount: "70", amount: "7" })
    await rows(sql(), `UPDATE affiliate_period SET status = 'closed', closed_at = '2026-05-01' WHERE id = 'affper_1'`)
    await commissions(
      { order_id, sequence: 4, kind: "return", expense_amount: "-30", amount: "-3", period: "2026-05", corrects_period: "2026-04" },
      { order_id, sequence: 5, kind: "reassign", expense_amount: "-20", amount: "-2", period: "2026-05", corrects_period: "2026-04" },
      { order_id, sequence: 6, kind: "reassign", expense_amount: "50", amount: "5", period: "2026-05", affiliate_id: "aff_2" }
    )
  }

  it("the sums of a month are kept as its commissions are written, and an order counts once", async () => {
    await history()
    expect(await totals()).toEqual(ALL)
    expect(await exceptions()).toEqual([])
  })

  it("a commission that is refused is in no sum", async () => {
    await history()
    await expect(commissions({}, { period: "2026-05" })).rejects.toThrow()
    await sql().raw(`INSERT INTO affiliate_commission SELECT * FROM affiliate_commission WHERE period = '2026-05' ON CONFLICT DO NOTHING`)
    expect(await totals()).toEqual(ALL)
  })

  it("the sums are derived again by one command, which changes nothing where they are right", async () => {
    await history()
    expect(await sql().transaction(recountTotals)).toBe(4)
    expect(await totals()).toEqual(ALL)
  })

  it.each([
    [
      "a commission was changed",
      `UPDATE affiliate_commission SET amount = 11 WHERE sequence = 1 AND currency_code = 'eur' AND order_id <> 'order_changed'`,
      "26 on 250, 4 commissions of 2 orders",
      "25 on 250, 4 commissions of 2 orders",
    ],
    [
      "a commission was deleted",
      `DELETE FROM affiliate_commission WHERE currency_code = 'jpy'`,
      "none",
      "100 on 1000, 1 commissions of 1 orders",
    ],
    ["a sum was deleted", `DELETE FROM affiliate_period_total WHERE affiliate_id = 'aff_2'`, "5 on 50, 1 commissions of 1 orders", "none"],
    [
      "orders were miscounted",
      `UPDATE affiliate_period_total SET order_count = 2 WHERE affiliate_id = 'aff_2'`,
      "5 on 50, 1 commissions of 1 orders",
      "5 on 50, 1 commissions of 2 orders",
    ],
  ])("the doctor sees that %s, and counting again mends it", async (_, statement, expected, found) => {
    await history()
    await withoutTriggers(statement)
    expect(await exceptions()).toMatchObject([{ problem: "total_differs", expected, found }])
    await sql().transaction(recountTotals)
    expect(await exceptions()).toEqual([])
  })
})
