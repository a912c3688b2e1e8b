import { AFFILIATE_FIGURES } from "../../../../domain/affiliates/figures"
import { rows } from "../../database/connection"
import { insert } from "../../__tests__/rows"
import { createStoreTables } from "../../__tests__/store-tables"
import { moduleSuite, value } from "../../__tests__/suite"
import { boundBy, FIGURE_ORDERS, type FigureRange } from "../figures"

/** Where clocks go back to midnight, which then happens twice; a zone of another sign, and one of quarters of an hour. */
const ZONES = [
  ["Europe/Berlin", "America/Los_Angeles"],
  ["America/Havana", "Asia/Kathmandu"],
] as const

/** Ranges that cut days in one zone, in all, or lie within a day; some begin or end at or after the first midnight of Havana's day with two. */
const RANGES = [
  ["2026-10-30T00:00:00Z", "2026-11-04T00:00:00Z"],
  ["2026-10-29T22:30:00Z", "2026-11-03T13:20:00Z"],
  ["2026-11-01T09:00:00Z", "2026-11-01T11:00:00Z"],
  ["2026-11-01T04:00:00Z", "2026-11-03T05:00:00Z"],
  ["2026-10-31T04:00:00Z", "2026-11-01T04:00:00Z"],
  ["2026-11-01T04:30:00Z", "2026-11-01T05:30:00Z"],
  ["2026-10-30T10:00:00Z", "2026-10-31T08:00:00Z"],
  ["2026-10-30T10:00:00Z", "2026-11-01T04:45:00Z"],
].map(([from, to]): FigureRange => ({ from: new Date(from!), to: new Date(to!), currency_code: "eur" }))

/** Ranges of months and parts of months: whole ones of UTC or of a zone, most of one, the end of one, several, and a few days of one. */
const LONG_RANGES = [
  ["2026-10-01T00:00:00Z", "2026-11-01T00:00:00Z"],
  ["2026-09-30T22:00:00Z", "2026-10-31T23:00:00Z"],
  ["2026-10-01T07:00:00Z", "2026-12-01T08:00:00Z"],
  ["2026-10-04T22:00:00Z", "2026-10-29T10:30:00Z"],
  ["2026-09-24T22:00:00Z", "2026-11-28T23:00:00Z"],
  ["2026-10-20T04:00:00Z", "2026-11-04T04:00:00Z"],
  ["2026-10-09T10:00:00Z", "2026-10-24T23:00:00Z"],
  ["2026-10-05T14:00:00Z", "2026-10-19T11:00:00Z"],
  ["2026-10-07T00:00:00Z", "2026-10-12T00:00:00Z"],
  ["2026-10-12T15:00:00Z", "2026-10-14T01:00:00Z"],
  ["2026-10-16T10:00:00Z", "2026-10-17T01:00:00Z"],
  ["2026-01-01T00:00:00Z", "2127-01-01T00:00:00Z"],
].map(([from, to]): FigureRange => ({ from: new Date(from!), to: new Date(to!), currency_code: "eur" }))

/** What single rows add up to, in the order of the affiliates' ids. */
const PLAIN = `
  SELECT affiliate.id,
         (SELECT count(*)::int FROM affiliate_click WHERE affiliate_id = affiliate.id AND occurred_at >= :starts_at AND occurred_at < :ends_at) AS clicks,
         coalesce(orders, 0) AS orders, coalesce(expense, 0)::float AS expense_amount, coalesce(commission, 0)::float AS commission_amount
  FROM affiliate
  LEFT JOIN (
    SELECT affiliate_id, count(*) FILTER (WHERE sequence = 1)::int AS orders, sum(expense_amount) AS expense, sum(amount) AS commission
    FROM affiliate_commission
    WHERE currency_code = :currency_code AND occurred_at >= :starts_at AND occurred_at < :ends_at GROUP BY 1
  ) earned ON earned.affiliate_id = affiliate.id
  ORDER BY affiliate.id`

interface Plan {
  "Relation Name"?: string
  "Actual Rows": number
  "Actual Loops": number
  "Rows Removed by Filter"?: number
  Plans?: Plan[]
}

/** How many rows of the tables that single commissions, or single clicks, lie in a statement has looked at. */
const readOf = (plan: Plan, tables: RegExp): number =>
  (tables.test(plan["Relation Name"] ?? "") ? (plan["Actual Rows"] + (plan["Rows Removed by Filter"] ?? 0)) * plan["Actual Loops"] : 0) +
  (plan.Plans ?? []).reduce((sum, part) => sum + readOf(part, tables), 0)

moduleSuite(({ service, sql }) => {
  /** Clicks, orders, edits of every third order, and every seventh given to another affiliate. */
  const fill = (from: string, times: string, count: number, numbers = 0) =>
    sql().raw(
      `INSERT INTO affiliate_click (id, program_id, affiliate_id, landing_url, occurred_at)
       SELECT 'affclk_' || n + ${numbers}, 'affprog_' || 1 + n % 2, 'aff_' || 1 + n % 4, '/', timestamptz '${from}' + n * interval '${times}'
       FROM generate_series(1, ${count}) n;
       INSERT INTO affiliate_commission (id, order_id, sequence, attribution_id, affiliate_id, program_id, kind, expense_amount, rate_percent, amount,
                                         currency_code, period, order_version, occurred_at)
       SELECT 'affcom_' || row.n + ${numbers} || '_' || change.sequence, 'order_' || row.n + ${numbers}, change.sequence, 'affattr_' || row.n,
              'aff_' || 1 + (row.n + change.moved) % 4, 'affprog_' || 1 + row.n % 2, change.kind, change.sign * 10 * (row.n % 37), 10,
              change.sign * (row.n % 37 - row.n % 4 * 3), CASE row.n % 5 WHEN 0 THEN 'jpy' ELSE 'eur' END, '2026-11', 1,
              timestamptz '${from}' + row.n * interval '${times}' + change.sequence * interval '31 hours'
       FROM generate_series(1, ${count}) row(n)
       JOIN (VALUES (1, 'order', 1, 0, 1), (2, 'edit', 2, 0, 3), (3, 'reassign', -3, 0, 7), (4, 'reassign', 3, 2, 7))
         change(sequence, kind, sign, moved, of_every) ON row.n % change.of_every = 0 AND (change.sequence <= 2 OR row.n % 21 = 0)
       ORDER BY row.n, change.sequence`
    )
  const merge = () => service.periods.mergeTotals()
  const recount = () => rows(sql(), `SELECT affiliate_recount_quarter_hours(id) FROM affiliate_program`)

  beforeEach(async () => {
    await createStoreTables(sql())
    await sql().raw(`ALTER TABLE customer ADD COLUMN IF NOT EXISTS deleted_at timestamptz`)
  })

  const start = async ([one, other]: readonly [string, string]) => {
    await insert(sql(), "affiliate_program", { id: "affprog_1", timezone: one }, { id: "affprog_2", timezone: other })
    for (const n of [1, 2, 3, 4, 5]) await insert(sql(), "affiliate", { id: `aff_${n}`, program_id: `affprog_${2 - (n % 2)}` })
    for (const program_id of ["affprog_1", "affprog_2"]) await insert(sql(), "affiliate_period", { program_id, period: "2026-11" })
  }

  const isAsPlain = async (range: FigureRange) => {
    const plain = await rows<Record<string, unknown>>(sql(), PLAIN, { starts_at: range.from, ends_at: range.to, currency_code: "eur" })
    for (const order of ["clicks", "orders", "expense_amount", "commission_amount"]) {
      const found = await service.affiliates.listWithFigures({}, { limit: 20, offset: 0, order }, range)
      const said = found.rows.map(({ id, figures }) => ({
        ...{ id, clicks: figures!.clicks, orders: figures!.orders },
        ...{ expense_amount: Number(figures!.expense_amount), commission_amount: Number(figures!.commission_amount) },
      }))
      expect({ range, order, said }).toEqual({ range, order, said: plain.toSorted((a, b) => Number(a[order]) - Number(b[order])) })
    }
  }

  it.each(ZONES)("figures and their order are those of the single rows, in %s and %s", async (...zones) => {
    await start(zones)
    await fill("2026-10-28", "13 minutes 7 seconds", 700)
    for (const range of RANGES) await isAsPlain(range)
    const searched = async (q: string | undefined) => {
      const found = await service.affiliates.listWithFigures({ q }, { limit: 20, offset: 0, order: "-orders" }, RANGES[0]!)
      return found.rows.filter(({ id }) => id !== "aff_5")
    }
    await sql().raw(`UPDATE affiliate SET code = 'wanted' || id WHERE id <> 'aff_5'`)
    expect(await searched("wanted")).toEqual(await searched(undefined))
  })

  it.each(ZONES)("and of ranges of months, appended, merged in part, merged and recounted, in %s and %s", async (...zones) => {
    await start(zones)
    await fill("2026-09-12", "2 hours 51 minutes", 420)
    for (const then of [() => Promise.resolve(), merge, () => fill("2026-09-20", "3 hours 7 minutes", 420, 1000), merge, recount, merge]) {
      await then()
      for (const range of LONG_RANGES) await isAsPlain(range)
    }
  })

  interface Explained {
    "QUERY PLAN": [{ Plan: Plan }]
  }
  /** Tables this small are read whole, unless nothing else is left. */
  const reads = (statement: string, range: FigureRange) =>
    sql().transaction(async (transaction) => {
      await transaction.raw(`SET LOCAL enable_seqscan = off`)
      const [explained] = await rows<Explained>(transaction, `EXPLAIN (ANALYZE, FORMAT json) ${statement}`, boundBy(range))
      return (tables: RegExp) => readOf(explained!["QUERY PLAN"][0].Plan, tables)
    })
  const analyze = async () => {
    for (const table of ["click", "click_total", "commission", "day_total", "span_total"]) await sql().raw(`ANALYZE affiliate_${table}`)
  }

  it("adds up days: it reads no single commission and no single click but those of the days that the range cuts", async () => {
    await start(ZONES[0])
    await fill("2026-11-01", "2 minutes", 20_000)
    await merge()
    await analyze()
    const range = { from: new Date("2026-11-03T22:00:00Z"), to: new Date("2026-11-24T02:00:00Z"), currency_code: "eur" }
    const cut = await value<number>(
      sql(),
      `SELECT count(*)::int FROM affiliate_commission
       WHERE occurred_at >= '2026-11-03T22:00Z' AND occurred_at < '2026-11-04' OR occurred_at >= '2026-11-24' AND occurred_at < '2026-11-24T02:00Z'`
    )
    for (const figure of ["commission_amount", "expense_amount", "orders"] as const) {
      expect((await reads(FIGURE_ORDERS[figure], range))(/^affiliate_commission$/)).toBe(cut)
    }
    // In Berlin and Los Angeles at most a day and a bit at each end, of 20 in the range: 30 rows are an hour.
    const clicks = (await reads(FIGURE_ORDERS.clicks, range))(/^affiliate_click_(\d|default)/)
    expect(clicks).toBeLessThan(2 * 2 * 26 * 30)
    expect(clicks).toBeGreaterThan(0)
  })

  it("adds up months and their parts: of days it reads those by which the range differs, and those that are not merged", async () => {
    await start(ZONES[0])
    await fill("2026-08-31", "20 minutes", 6000)
    await merge()
    await fill("2026-10-10", "1 minute", 5, 10_000)
    await analyze()
    const count = (table: string, condition: string) =>
      value<number>(sql(), `SELECT count(*)::int FROM affiliate_${table}_total WHERE ${condition}`)
    const spans = (span: string, from: string) => count("span", `span = '${span}' AND starts_on = '${from}' AND currency_code = 'eur'`)
    const days = (from: string, to: string) => count("day", `day >= '${from}' AND day < '${to}' AND is_merged`)
    const [month, part, appended] = [
      await spans("month", "2026-10-01"),
      await spans("part", "2026-10-25"),
      await count("day", "NOT is_merged"),
    ]
    expect([month, part, appended, await days("2026-09-01", "2026-09-02")]).toEqual([4, 4, 6, 8])
    const read = async (from: string, to: string) => {
      const of = await reads(FIGURE_ORDERS.orders, { from: new Date(from), to: new Date(to), currency_code: "eur" })
      return [/^affiliate_span_total$/, /^affiliate_day_total$/, /^affiliate_commission$/].map(of)
    }
    expect(await read("2026-09-01", "2026-11-01")).toEqual([2 * month, appended, 0])
    const around = (await days("2026-09-01", "2026-09-04")) + (await days("2026-10-30", "2026-11-01"))
    expect(await read("2026-09-04", "2026-10-30")).toEqual([2 * month, around + appended, 0])
    const besides = (await days("2026-08-31", "2026-09-01")) + (await days("2026-11-01", "2026-11-03"))
    expect(await read("2026-08-31", "2026-11-03")).toEqual([2 * month, besides + appended, 0])
    const parts = (await spans("part", "2026-09-17")) + (await spans("part", "2026-09-25"))
    const day = await days("2026-09-16", "2026-09-17")
    expect(await read("2026-09-16", "2026-11-01")).toEqual([month + parts, day + appended, 0])
    expect(await read("2026-09-11", "2026-09-14")).toEqual([0, (await days("2026-09-11", "2026-09-14")) + appended, 0])
  })

  it("sends the same statements for ten rows as for a hundred, by whichever figure it sorts", async () => {
    await start(ZONES[0])
    await sql().raw(`INSERT INTO affiliate (id, code, customer_id, program_id)
                     SELECT 'aff_more_' || n, 'more' || n, 'cus_more_' || n, 'affprog_1' FROM generate_series(1, 100) n`)
    let sent = 0
    const hear = () => sent++
    sql().on("query", hear)
    for (const order of AFFILIATE_FIGURES) {
      const cost = async (limit: number, filters = {}) => {
        sent = 0
        const found = await service.affiliates.listWithFigures(filters, { limit, offset: 0, order }, RANGES[1]!)
        return [found.rows.length, found.count, sent]
      }
      expect([order, await cost(10), await cost(100)]).toEqual([order, [10, 105, 3], [100, 105, 3]])
      expect([order, await cost(10, { q: "more" }), await cost(100, { q: "more" })]).toEqual([order, [10, 100, 2], [100, 100, 2]])
    }
    sql().removeListener("query", hear)
  })
})
