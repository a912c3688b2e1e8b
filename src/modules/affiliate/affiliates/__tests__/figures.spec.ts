import { AFFILIATE_FIGURES } from "../../../../domain/affiliates/figures"
import { rows } from "../../database/connection"
import { insert } from "../../__tests__/rows"
import { createStoreTables } from "../../__tests__/store-tables"
import { moduleSuite } from "../../__tests__/suite"
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

/** What single rows add up to, in the order of the affiliates' ids. */
const PLAIN = `
  SELECT affiliate.id,
         (SELECT count(*)::int FROM affiliate_click WHERE affiliate_id = affiliate.id AND occurred_at >= :starts_at AND occurred_at < :ends_at) AS clicks,
         (SELECT count(*)::int FROM affiliate_attribution JOIN "order" ON "order".id = order_id AND currency_code = :currency_code
          WHERE affiliate_id = affiliate.id AND placed_at >= :starts_at AND placed_at < :ends_at) AS orders,
         coalesce(expense, 0)::float AS expense_amount, coalesce(commission, 0)::float AS commission_amount
  FROM affiliate
  LEFT JOIN (
    SELECT affiliate_id, sum(expense_amount) AS expense, sum(amount) AS commission FROM affiliate_commission
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
  const fill = (from: string, times: string, count: number) =>
    sql().raw(
      `INSERT INTO affiliate_click (id, program_id, affiliate_id, landing_url, occurred_at)
       SELECT 'affclk_' || n, 'affprog_' || 1 + n % 2, 'aff_' || 1 + n % 4, '/', timestamptz '${from}' + n * interval '${times}' FROM generate_series(1, ${count}) n;
       INSERT INTO affiliate_commission (id, order_id, sequence, attribution_id, affiliate_id, program_id, kind, expense_amount, rate_percent, amount,
                                         currency_code, period, order_version, occurred_at)
       SELECT 'affcom_' || n, 'order_' || n, 1, 'affattr_' || n, 'aff_' || 1 + n % 4, 'affprog_' || 1 + n % 2, 'order', 10 * (n % 37), 10, n % 37 - n % 4 * 3,
              CASE n % 5 WHEN 0 THEN 'jpy' ELSE 'eur' END, '2026-11', 1, timestamptz '${from}' + n * interval '${times}' FROM generate_series(1, ${count}) n`
    )

  beforeEach(async () => {
    await createStoreTables(sql())
    await sql().raw(`ALTER TABLE customer ADD COLUMN IF NOT EXISTS deleted_at timestamptz;
                     ALTER TABLE "order" ADD COLUMN IF NOT EXISTS currency_code text`)
  })

  const start = async ([one, other]: readonly [string, string]) => {
    await insert(sql(), "affiliate_program", { id: "affprog_1", timezone: one }, { id: "affprog_2", timezone: other })
    for (const n of [1, 2, 3, 4, 5]) await insert(sql(), "affiliate", { id: `aff_${n}`, program_id: `affprog_${2 - (n % 2)}` })
    for (const program_id of ["affprog_1", "affprog_2"]) await insert(sql(), "affiliate_period", { program_id, period: "2026-11" })
  }

  it.each(ZONES)("figures and their order are those of the single rows, in %s and %s", async (...zones) => {
    await start(zones)
    await fill("2026-10-29", "13 minutes 7 seconds", 700)
    await sql().raw(
      `INSERT INTO "order" (id, currency_code) SELECT order_id, currency_code FROM affiliate_commission;
       INSERT INTO affiliate_attribution (id, order_id, outcome, reason, evidence, placed_at, program_id, affiliate_id)
       SELECT attribution_id, order_id, 'attributed', 'last_click', '[]', occurred_at - interval '1 hour', program_id, affiliate_id FROM affiliate_commission`
    )
    for (const range of RANGES) {
      const plain = await rows<Record<string, unknown>>(sql(), PLAIN, boundBy(range))
      for (const order of ["clicks", "orders", "expense_amount", "commission_amount"]) {
        const found = await service.affiliates.listWithFigures({}, { limit: 20, offset: 0, order }, range)
        const said = found.rows.map(({ id, figures }) => ({
          ...{ id, clicks: figures!.clicks, orders: figures!.orders },
          ...{ expense_amount: Number(figures!.expense_amount), commission_amount: Number(figures!.commission_amount) },
        }))
        expect({ range, order, said }).toEqual({ range, order, said: plain.toSorted((a, b) => Number(a[order]) - Number(b[order])) })
      }
    }
  })

  it("adds up days: it reads no single commission and no single click but those of the days that the range cuts", async () => {
    await start(ZONES[0])
    await fill("2026-11-01", "2 minutes", 20_000)
    for (const table of ["affiliate_click", "affiliate_click_total", "affiliate_commission", "affiliate_day_total"])
      await sql().raw(`ANALYZE ${table}`)
    const range = { starts_at: new Date("2026-11-03T22:00:00Z"), ends_at: new Date("2026-11-24T02:00:00Z"), currency_code: "eur" }
    const read = async (figure: "clicks" | "commission_amount", tables: RegExp) => {
      const [explained] = await rows<{ "QUERY PLAN": [{ Plan: Plan }] }>(
        sql(),
        `EXPLAIN (ANALYZE, FORMAT json) ${FIGURE_ORDERS[figure]}`,
        range
      )
      return readOf(explained!["QUERY PLAN"][0].Plan, tables)
    }
    // Four hours of UTC's days, and in Berlin and Los Angeles at most a day and a bit at each end, of 20 in the range: 30 rows are an hour.
    expect(await read("commission_amount", /^affiliate_commission$/)).toBe(4 * 30)
    expect(await read("clicks", /^affiliate_click_(\d|default)/)).toBeLessThan(2 * 2 * 26 * 30)
    expect(await read("clicks", /^affiliate_click_(\d|default)/)).toBeGreaterThan(0)
  })

  it("sends the same statements for ten rows as for a hundred, by whichever figure it sorts", async () => {
    await start(ZONES[0])
    await sql().raw(`INSERT INTO affiliate (id, code, customer_id, program_id)
                     SELECT 'aff_more_' || n, 'more' || n, 'cus_more_' || n, 'affprog_1' FROM generate_series(1, 100) n`)
    let sent = 0
    const hear = () => sent++
    sql().on("query", hear)
    for (const order of AFFILIATE_FIGURES) {
      const cost = async (limit: number) => {
        sent = 0
        const found = await service.affiliates.listWithFigures({}, { limit, offset: 0, order }, RANGES[1]!)
        return [found.rows.length, sent]
      }
      expect([order, await cost(10), await cost(100)]).toEqual([order, [10, 4], [100, 4]])
    }
    sql().removeListener("query", hear)
  })
})
