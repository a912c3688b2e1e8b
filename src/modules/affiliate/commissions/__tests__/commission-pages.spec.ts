import { withAffiliates } from "../../database/with-affiliates"
import { COMMISSIONS, type CommissionFilters } from "../list-commissions"
import { COMMISSION_STATUS, commissionLine } from "../commission-line"
import { rows } from "../../database/connection"
import { COUNTED_ROWS, filterRows, withPattern } from "../../database/page"
import { insert, seedProgram } from "../../__tests__/rows"
import { moduleSuite } from "../../__tests__/suite"

const MONTHS = ["2026-04", "2026-05", "2026-06"]
const PAGE = { limit: 1, offset: 0 }
const ORDERS: [order: string, inSql: string][] = [
  ["-occurred_at", "occurred_at DESC, order_id DESC, sequence DESC"],
  ["occurred_at", "occurred_at, order_id, sequence"],
  ["-period", "period DESC, order_id DESC, sequence DESC"],
]

/** What a filter may say; undefined leaves it out. */
const CHOICES: { [Name in keyof CommissionFilters]?: (CommissionFilters[Name] | undefined)[] } = {
  program_id: [undefined, ["affprog_1"], ["affprog_1", "affprog_2"], ["affprog_none"]],
  affiliate_id: [undefined, ["aff_1"], ["aff_2", "aff_3"]],
  currency_code: [undefined, ["eur"], ["jpy", "usd"]],
  period: [undefined, ["2026-04"], ["2026-05", "2026-06"], { gte: "2026-05" }, { lt: "2026-06", gte: "2026-04" }],
  status: [undefined, ["pending"], ["credited"], ["withheld"], ["credited", "withheld"], ["pending", "withheld"], []],
  q: [undefined, "anna", "a", "17", "#17", "order_3", "nobody"],
  kind: [undefined, undefined, ["order"], ["refund", "return"]],
  first_of_order: [undefined, undefined, true, false],
}

/** Limits of times that cut quarters of an hour, for filters by program and currency. */
const RANGES: CommissionFilters["occurred_at"][] = [
  undefined,
  { gte: new Date("2026-04-03T10:07:00Z"), lt: new Date("2026-04-12T00:00:00Z") },
  { gt: new Date("2026-04-10T00:00:00Z") },
  { gte: new Date("2026-04-03T10:00:00Z"), lte: new Date("2026-04-03T10:20:00Z") },
]

/** The same in every run. */
function* choices(count: number): Generator<CommissionFilters> {
  let seed = 7
  const next = (below: number): number => (seed = (seed * 48271) % 2147483647) % below
  for (let made = 0; made < count; made++)
    yield Object.fromEntries(Object.entries(CHOICES).map(([name, values]) => [name, values[next(values.length)]])) as CommissionFilters
}

moduleSuite(({ service, sql }) => {
  const fill = async (): Promise<void> => {
    await rows(sql(), `CREATE TABLE IF NOT EXISTS "order" (id text PRIMARY KEY, display_id int, deleted_at timestamptz)`)
    await seedProgram(sql())
    await insert(sql(), "affiliate_program", { id: "affprog_2" })
    await insert(sql(), "affiliate", { id: "aff_2", code: "otto" }, { id: "aff_3", code: "hanna", program_id: "affprog_2" })
    const periods = MONTHS.flatMap((period, month) =>
      [1, 2].map((n) => ({ id: `affper_${n}${month}`, period, program_id: `affprog_${n}` }))
    )
    await insert(sql(), "affiliate_period", ...periods.slice(1))
  }

  it("counts and pages what a plain query over the commissions and their lines does", async () => {
    await fill()
    await rows(sql(), `INSERT INTO "order" (id, display_id) SELECT 'order_' || n, n FROM generate_series(1, 200) n`)
    await rows(
      sql(),
      `INSERT INTO affiliate_commission (id, order_id, sequence, attribution_id, affiliate_id, program_id, kind, expense_amount, rate_percent,
         amount, currency_code, period, corrects_period, order_version, occurred_at)
       SELECT 'affcom_' || n, 'order_' || 1 + n % 200, 1 + n / 200, 'affattr_1', 'aff_' || 1 + n * 7 % 3,
              CASE n * 7 % 3 WHEN 2 THEN 'affprog_2' ELSE 'affprog_1' END, (ARRAY['order', 'refund', 'return'])[1 + n / 200], 10, 10, 1,
              (ARRAY['eur', 'jpy', 'usd'])[1 + n % 200 * 11 % 3], (ARRAY['2026-04', '2026-05', '2026-06'])[1 + n % 3],
              CASE WHEN n % 3 = 1 AND n % 2 = 0 THEN '2026-04' END, 1, timestamptz '2026-04-02' + n * interval '1 hour'
       FROM generate_series(0, 599) n`
    )
    // An order with two rows in a month, of which the second takes over the outcome of an earlier one.
    await rows(
      sql(),
      `INSERT INTO affiliate_commission (id, order_id, sequence, attribution_id, affiliate_id, program_id, kind, expense_amount, rate_percent,
         amount, currency_code, period, corrects_period, order_version, occurred_at)
       SELECT 'affcom_twice_' || n, 'order_twice', n, 'affattr_1', 'aff_1', 'affprog_1', (ARRAY['order', 'refund'])[n], 10, 10, 1, 'eur', '2026-05',
              CASE n WHEN 2 THEN '2026-04' END, 1, timestamptz '2026-05-02' + n * interval '1 hour'
       FROM generate_series(1, 2) n`
    )
    await rows(sql(), `UPDATE affiliate_period SET status = 'closed', closed_at = now() WHERE period < '2026-06'`)
    // Two lines of different outcome in some accounts, one in others, and none in the rest.
    await rows(
      sql(),
      `INSERT INTO affiliate_period_line (id, period_id, program_id, affiliate_id, currency_code, expense_amount, amount, commission_count, order_count,
         outcome, available_at, is_judged)
       SELECT 'affline_' || row_number() OVER (), period.id, period.program_id, account.affiliate_id, account.currency_code, 1, 1, 1, 1, line.outcome, now(),
              line.is_judged <> (period.period = '2026-04' AND account.affiliate_id = 'aff_1')
       FROM affiliate_period period
       JOIN (SELECT DISTINCT program_id, period, affiliate_id, currency_code FROM affiliate_commission) account USING (program_id, period)
       CROSS JOIN (VALUES ('withheld', true), ('credited', false)) line(outcome, is_judged)
       WHERE period.status = 'closed' AND account.currency_code <> 'usd' AND (line.is_judged OR account.affiliate_id = 'aff_1')`
    )
    const plain = async ({ status, ...others }: CommissionFilters, order: string): Promise<string[]> => {
      const { where, bindings } = filterRows(COMMISSIONS, await withAffiliates(sql(), withPattern(others)))
      const found = await rows<{ id: string }>(
        sql(),
        `SELECT found.id FROM (
           SELECT commission.*, ${COMMISSION_STATUS} AS status FROM affiliate_commission commission ${commissionLine("commission")} ${where}) found
         WHERE :status::text[] IS NULL OR found.status = ANY(:status) ORDER BY ${order}`,
        { ...bindings, status: status ?? null }
      )
      return found.map(({ id }) => id)
    }
    const sums = async ({ status, ...others }: CommissionFilters) => {
      const { where, bindings } = filterRows(COMMISSIONS, await withAffiliates(sql(), withPattern(others)))
      return rows(
        sql(),
        `SELECT currency_code, count(*)::int AS commission_count, count(DISTINCT order_id)::int AS order_count,
                affiliate_round(sum(expense_amount), currency_code)::text AS expense_amount,
                affiliate_round(sum(amount), currency_code)::text AS amount
         FROM (SELECT commission.*, ${COMMISSION_STATUS} AS status FROM affiliate_commission commission ${commissionLine("commission")} ${where}) found
         WHERE :status::text[] IS NULL OR found.status = ANY(:status) GROUP BY currency_code ORDER BY currency_code`,
        { ...bindings, status: status ?? null }
      )
    }
    for (const [index, { program_id, currency_code }] of [...choices(60)].entries()) {
      const filters = { program_id, currency_code, occurred_at: RANGES[index % RANGES.length] }
      expect([filters, await service.commissions.total(filters)]).toEqual([filters, await sums(filters)])
    }
    for (const status of CHOICES.status ?? [])
      expect([status, await service.commissions.total({ status })]).toEqual([status, await sums({ status })])
    for (const [index, filters] of [...choices(400)].entries()) {
      expect([filters, await service.commissions.total(filters)]).toEqual([filters, await sums(filters)])
      const [order, inSql] = ORDERS[index % ORDERS.length]!
      const [limit, offset] = [1 + (index % 9), (index % 5) * 7]
      const page = await service.commissions.list(filters, { limit, offset, order })
      const expected = await plain(filters, inSql)
      expect([filters, page.count, page.is_count_exact]).toEqual([filters, expected.length, true])
      expect([filters, order, page.rows.map(({ id }) => id)]).toEqual([filters, order, expected.slice(offset, offset + limit)])
    }
  })

  it("counts from totals however many there are, and else as far as pages are leafed through", async () => {
    await fill()
    await rows(
      sql(),
      `INSERT INTO affiliate_commission (id, order_id, sequence, attribution_id, affiliate_id, program_id, kind, expense_amount, rate_percent,
         amount, currency_code, period, order_version, occurred_at)
       SELECT 'affcom_' || n, 'order_' || n, 1, 'affattr_1', 'aff_1', 'affprog_1', CASE n % 10000 WHEN 1 THEN 'refund' ELSE 'order' END, 10, 10, 1,
              'eur', '2026-04', 1, timestamptz '2026-04-02' + n * interval '1 second'
       FROM generate_series(1, ${COUNTED_ROWS + 2}) n`
    )
    const counted = async (filters: CommissionFilters) => {
      const { count, is_count_exact } = await service.commissions.list(filters, PAGE)
      return [count, is_count_exact]
    }
    expect(await counted({})).toEqual([COUNTED_ROWS + 2, true])
    expect(await counted({ status: ["pending"] })).toEqual([COUNTED_ROWS + 2, true])
    expect(await counted({ q: "anna" })).toEqual([COUNTED_ROWS + 2, true])
    expect(await counted({ kind: ["order", "refund"] })).toEqual([COUNTED_ROWS, false])
    expect(await counted({ kind: ["order"] })).toEqual([COUNTED_ROWS, true])
    expect(await counted({ kind: ["refund"] })).toEqual([2, true])
    const { rows: deep } = await service.commissions.list({ kind: ["order", "refund"] }, { limit: 20, offset: COUNTED_ROWS })
    expect(deep).toHaveLength(2)
  })
})
