import { insert } from "../../__tests__/rows"
import { createStoreTables } from "../../__tests__/store-tables"
import { moduleSuite, value } from "../../__tests__/suite"
import { rows } from "../../database/connection"
import { filterRows } from "../../database/page"
import { COMMISSIONS, listCommissions, type CommissionFilters } from "../list-commissions"

const COMMISSION_COUNT = 4000
const time = (text: string) => new Date(`2026-04-${text.replace(" ", "T")}Z`)
const between = (gte: string, lt: string) => ({ occurred_at: { gte: time(gte), lt: time(lt) } })

const FILTERS: Record<string, CommissionFilters> = {
  all: {},
  "a program": { program_id: ["affprog_1"] },
  "two programs and a currency": { program_id: ["affprog_1", "affprog_2"], currency_code: ["jpy"] },
  "a program that is not": { program_id: ["affprog_9"] },
  "whole quarters of an hour": between("15 01:00", "15 20:45"),
  "parts of quarters of an hour": between("15 01:07:31.001", "15 20:53:12.345"),
  "times without a beginning": { occurred_at: { lte: time("15 20:53:12.345") }, program_id: ["affprog_2"] },
  "times without an end": { occurred_at: { gt: time("15 00:00") } },
  "all four limits": { occurred_at: { gt: time("15 00:10"), gte: time("15 00:20"), lt: time("15 21:50"), lte: time("15 21:40") } },
  "a part of one quarter of an hour": between("15 12:01", "15 12:13"),
  "an end before the beginning": between("15 12:13", "15 12:01"),
  "an end before the beginning, hours away": between("15 15:00", "15 12:01"),
  "one time": { occurred_at: { eq: time("15 12:00") } },
  "what totals do not know": { program_id: ["affprog_1"], kind: ["order"], affiliate_id: ["aff_1"] },
}

/** What the transaction, and others of its connection just before it, have read of the table and its indexes. */
const READ = `
  SELECT (pg_stat_get_xact_tuples_returned('affiliate_commission'::regclass) + sum(pg_stat_get_xact_tuples_returned(indexrelid)))::int
  FROM pg_index WHERE indrelid = 'affiliate_commission'::regclass`

moduleSuite(({ sql, service }) => {
  const fill = async () => {
    await createStoreTables(sql())
    await insert(sql(), "affiliate_program", { id: "affprog_1" }, { id: "affprog_2" })
    await insert(sql(), "affiliate", { id: "aff_1" })
    for (const program_id of ["affprog_1", "affprog_2"]) await insert(sql(), "affiliate_period", { program_id })
    // A day of orders; some in the same microsecond, some just before a quarter of an hour, and an hour in which there is none.
    await sql().raw(`
      INSERT INTO affiliate_commission (id, order_id, sequence, attribution_id, affiliate_id, program_id, kind, expense_amount, rate_percent, amount,
                                        currency_code, period, order_version, occurred_at)
      SELECT 'affcom_' || n, 'order_' || n % 3000, 1 + n / 3000, 'affattr_1', 'aff_1', 'affprog_' || (1 + n % 7 / 5), 'order', 100, 10, 10,
             CASE n % 3 WHEN 0 THEN 'jpy' ELSE 'eur' END, '2026-04', 1,
             at + CASE WHEN at >= '2026-04-15 08:00Z' AND at < '2026-04-15 09:00Z' THEN interval '3 hours' ELSE interval '0' END
      FROM generate_series(0, ${String(COMMISSION_COUNT - 1)}) n, LATERAL (
        SELECT timestamptz '2026-04-15 00:00Z' + CASE n % 5 WHEN 0 THEN n / 60 * interval '15 minutes' ELSE n * interval '19.9999 seconds' END
          - CASE n % 11 WHEN 0 THEN interval '1 microsecond' ELSE interval '0' END AS at) placed`)
  }

  it("pages and counts are those of the plain list, whatever is filtered, and however deep", async () => {
    await fill()
    for (const merged of [false, true]) {
      if (merged) await service.periods.mergeTotals()
      for (const [name, filters] of Object.entries(FILTERS)) {
        const { where, bindings } = filterRows(COMMISSIONS, filters)
        const plain = await rows<{ id: string }>(
          sql(),
          `SELECT id FROM affiliate_commission commission ${where} ORDER BY occurred_at, order_id, sequence`,
          bindings
        )
        const ascending = plain.map(({ id }) => id)
        for (const [order, ids] of [
          ["-occurred_at", ascending.toReversed()],
          ["occurred_at", ascending],
        ] as const) {
          for (const offset of [0, 999, 1000, 1001, 1730, ids.length - 3, ids.length, 9999].filter((at) => at >= 0)) {
            const page = await service.commissions.list(filters, { limit: 20, offset, order })
            const expected = { count: ids.length, ids: ids.slice(offset, offset + 20) }
            expect({ name, order, offset, count: page.count, ids: page.rows.map(({ id }) => id) }).toEqual({
              name,
              order,
              offset,
              ...expected,
            })
          }
        }
        const whole = await service.commissions.list(filters, { limit: 2500, offset: 1000 })
        expect(whole.rows.map(({ id }) => id)).toEqual(ascending.toReversed().slice(1000, 3500))
      }
    }
    expect((await service.commissions.list({}, { limit: 1, offset: 0 })).count).toBe(COMMISSION_COUNT)
  })

  it("a deep page, and its count, read no more than the quarters of an hour in which the page lies", async () => {
    await fill()
    await service.periods.mergeTotals()
    await sql().raw(`ANALYZE affiliate_commission, affiliate_quarter_hour_total`)
    const most = await value<number>(
      sql(),
      `SELECT max(rows)::int FROM (SELECT count(*) AS rows FROM affiliate_commission GROUP BY affiliate_quarter_hour(occurred_at)) quarter_hour`
    )
    for (const filters of [{}, { program_id: ["affprog_1"], ...between("15 01:07", "15 20:53") }]) {
      const read = await sql().transaction(async (snapshot) => {
        const tuples = () => value<number>(snapshot, READ)
        const before = await tuples()
        await listCommissions(snapshot, filters, { limit: 20, offset: 2000 })
        return (await tuples()) - before
      })
      // Two quarters for the page, and its rows once more by their key; one at each end of the range.
      expect(read).toBeLessThan(4 * most + 20)
    }
  })
})
