import { planWork } from "../../__tests__/plan-work"
import { insert } from "../../__tests__/rows"
import { createStoreTables } from "../../__tests__/store-tables"
import { moduleSuite } from "../../__tests__/suite"
import { rows } from "../../database/connection"
import { EXCEPTIONS } from "../../doctor/invariants"
import { periodTotals } from "../totals"

const TERMS = {
  commission_tiers: {
    ...{ measure: "expenses", span: "quarter", scope: "whole", after_refund: "recompute" },
    tiers: [{ currency_code: "eur", threshold: "100.00", raise_percent: "20" }],
  },
  new_customer_bonuses: { eur: "1.00" },
  welcome_bonuses: { eur: "5.00" },
  affiliate_month_limits: { eur: "50.00" },
  month_budgets: { eur: "1000.00" },
}
const WITHOUT_STATISTICS = ["", "_attribution", "_commission", "_period", "_period_commission", "_period_line", "_period_total"].map(
  (name) => `affiliate${name}`
)
const MONTHS = ["2026-04", "2026-05", "2026-06"]

/**
 * Of fresh tables, and of what a statement computes on the way, PostgreSQL expects a row or two, and would compare each affiliate with each. What
 * an affiliate costs may not grow with their number.
 */
moduleSuite(({ service, sql }) => {
  const measure = async (affiliates: number): Promise<Record<string, number>> => {
    await createStoreTables(sql())
    for (const table of WITHOUT_STATISTICS) await sql().raw(`ALTER TABLE ${table} SET (autovacuum_enabled = false)`)
    await insert(sql(), "affiliate_program", { id: "affprog_1", created_at: new Date("2026-01-01") })
    await sql()("affiliate_program_history").update(TERMS)
    const fill = (statement: string) => sql().raw(`${statement} FROM generate_series(1, ${affiliates}) n`)
    await fill(`INSERT INTO affiliate (id, code, customer_id, program_id) SELECT 'aff_' || n, 'code' || n, 'cus_' || n, 'affprog_1'`)
    for (const [index, period] of MONTHS.entries()) {
      await insert(sql(), "affiliate_period", {
        ...{ id: `affper_${period}`, program_id: "affprog_1", period, status: "open" },
        ...{ starts_at: new Date(`${period}-01`), ends_at: new Date(`${period}-28`) },
      })
      const commission = (id: string, order: string, sequence: number, sign: string, corrects: string) =>
        fill(`INSERT INTO affiliate_commission (id, order_id, sequence, attribution_id, affiliate_id, program_id, kind, expense_amount,
                rate_percent, amount, currency_code, period, corrects_period, order_version, occurred_at)
              SELECT '${id}' || n, '${order}' || n, ${sequence}, 'affattr_${order}' || n, 'aff_' || n, 'affprog_1', 'order', ${sign}(20 + n % 100),
                     10, ${sign}((20 + n % 100) / 10.0)::numeric(10, 2), 'eur', '${period}', ${corrects}, 1, timestamptz '${period}-02'`)
      await fill(`INSERT INTO affiliate_attribution (id, order_id, outcome, reason, source, evidence, placed_at, program_id, affiliate_id, is_first_order)
                  SELECT 'affattr_${period}' || n, '${period}' || n, 'attributed', 'last_click', 'link', '[]', timestamptz '${period}-02', 'affprog_1',
                         'aff_' || n, n % 2 = 0`)
      await commission(`affcom_${period}_`, period, 1, "", "NULL")
      const before = MONTHS[index - 1]
      if (before) await commission(`affcom_back_${period}_`, before, 2, "-", `'${before}'`)
      if (period !== "2026-06")
        await service.periods.close({ program_id: "affprog_1", period, closed_by: "test", now: new Date("2027-01-01") })
    }
    const closed = await planWork(sql(), `WITH ${periodTotals(true)} SELECT * FROM totals`, { program_id: "affprog_1", period: "2026-06" })
    await sql().raw(`SELECT set_config('enable_nestloop', 'off', false)`)
    const proved = await planWork(sql(), EXCEPTIONS.period_commissions, {})
    await sql().raw(`SELECT set_config('enable_nestloop', 'on', false)`)
    return { closed, proved }
  }

  it.each([150, 300])("%d affiliates", async (affiliates) => {
    const { closed, proved } = await measure(affiliates)
    expect(closed! / affiliates).toBeLessThan(500)
    expect(proved! / affiliates).toBeLessThan(620)
  })

  it("a merge of totals compares no row with each affiliate", async () => {
    const [affiliates, each] = [3333, 60]
    await sql().raw(`
      INSERT INTO affiliate_period_total (program_id, period, affiliate_id, currency_code, expense_amount, amount, commission_count, order_count)
      SELECT 'affprog_1', '2026-04', 'aff_' || n % ${affiliates}, 'eur', 10, 1, 1, 1 FROM generate_series(1, ${affiliates * each}) n`)
    // With statistics PostgreSQL joined by program and month alone, which are the same in all rows.
    await sql().raw(`ANALYZE affiliate_period_total`)
    const [merging] = await rows<{ body: string }>(
      sql(),
      `SELECT prosrc AS body FROM pg_proc WHERE proname = 'affiliate_merge_period_totals'`
    )
    const [statement] = /with [^;]+/.exec(merging!.body) ?? []
    const work = await planWork(sql(), statement!, {})
    expect(await rows(sql(), `SELECT count(*)::int AS left FROM affiliate_period_total`)).toEqual([{ left: affiliates }])
    expect(work / (affiliates * each)).toBeLessThan(15)
  })
})
