import fc from "fast-check"

import { rows, type Sql } from "../../database/connection"
import { insert } from "../../__tests__/rows"
import { createStoreTables } from "../../__tests__/store-tables"
import { moduleSuite } from "../../__tests__/suite"
import type { Statistics } from "../methods"
import type { StatisticsFilters } from "../scope"

/** Half hours, three quarters of an hour, half an hour more in summer, clocks that change at midnight, and the ends of the earth. */
const ZONES = [
  ...["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Asia/Kathmandu", "America/St_Johns", "Australia/Lord_Howe"],
  ...["Pacific/Chatham", "Africa/Cairo", "America/Santiago", "Pacific/Kiritimati", "Pacific/Niue"],
]

/** Days around which clocks change somewhere, and ordinary ones. */
const DAYS = ["2026-03-07", "2026-03-28", "2026-04-04", "2026-04-15", "2026-04-23", "2026-09-05", "2026-10-03", "2026-10-24", "2026-10-31"]
const QUERIES = [
  { from: "2026-03-01", to: "2026-04-30", interval: "day" },
  { from: "2026-03-01", to: "2026-11-10", interval: "week" },
  { from: "2026-03-01", to: "2026-11-10", interval: "month" },
] as const

/** In quarters of an hour around their edges, on both sides of midnight in every zone. */
const time = fc
  .record({
    day: fc.constantFrom(...DAYS),
    quarter: fc.integer({ min: -8, max: 4 * 50 }),
    off: fc.constantFrom(0, 1, 450_000, 899_999),
  })
  .map(({ day, quarter, off }) => new Date(Date.parse(`${day}T00:00:00Z`) + quarter * 900_000 + off))
const owner = fc.constantFrom(...["aff_1", "aff_2", "aff_3"])
const EVENTS = fc.record({
  commissions: fc.array(
    fc.record({
      affiliate_id: owner,
      occurred_at: time,
      cents: fc.integer({ min: -999, max: 999 }),
      currency_code: fc.constantFrom("eur", "jpy"),
    }),
    { minLength: 1, maxLength: 60 }
  ),
  referrals: fc.array(fc.record({ affiliate_id: owner, started_at: time }), { minLength: 1, maxLength: 30 }),
  clicks: fc.array(fc.record({ affiliate_id: owner, occurred_at: time }), { minLength: 1, maxLength: 60 }),
})
const programOf = (affiliate: string) => (affiliate === "aff_3" ? "affprog_2" : "affprog_1")

/** What rows add up to, read one by one. */
async function plainSums(sql: Sql, { buckets }: Statistics, { program_id, affiliate_id, currency_code }: StatisticsFilters) {
  const within = (
    column: string
  ) => `${column} >= :starts_at AND ${column} < :ends_at AND (:program_id::text IS NULL OR program_id = :program_id)
    AND (:affiliate_id::text IS NULL OR affiliate_id = :affiliate_id)`
  const bindings = { program_id: program_id ?? null, affiliate_id: affiliate_id ?? null, currency_code: currency_code ?? null }
  const money = `
    SELECT currency_code, count(*) FILTER (WHERE sequence = 1)::int AS orders, sum(expense_amount)::float AS expense, sum(amount)::float AS commission
    FROM affiliate_commission
    WHERE ${within("occurred_at")} AND (:currency_code::text IS NULL OR currency_code = :currency_code) GROUP BY 1 ORDER BY 1`
  const count = (table: string, column: string) => `(SELECT count(*)::int FROM ${table} WHERE ${within(column)})`
  return Promise.all(
    buckets.map(async ({ starts_at, ends_at }) => {
      const range = { ...bindings, starts_at, ends_at }
      const [counted] = await rows<object>(
        sql,
        `SELECT ${count("affiliate_click", "occurred_at")} AS clicks, ${count("affiliate_referral", "started_at")} AS referrals`,
        range
      )
      return { ...counted, currencies: await rows<object>(sql, money, range) }
    })
  )
}

const said = ({ buckets }: Statistics) =>
  buckets.map(({ clicks, referrals, currencies }) => ({
    ...{ clicks, referrals },
    currencies: currencies
      .map(({ currency_code, orders, expense_amount, commission_amount }) => ({
        ...{ currency_code, orders, expense: Number(expense_amount), commission: Number(commission_amount) },
      }))
      .filter(({ orders, expense, commission }) => orders !== 0 || expense !== 0 || commission !== 0),
  }))

/** Who brought most in a range, by their own rows. */
const plainTops = async (
  sql: Sql,
  { starts_at, ends_at }: { starts_at: Date; ends_at: Date },
  program_id: string | undefined,
  limit: number
) => {
  const found = await rows<object>(
    sql,
    `SELECT affiliate.id, coalesce(clicks, 0) AS clicks, coalesce(orders, 0) AS orders, coalesce(expense, 0) AS expense,
            coalesce(commission, 0) AS commission
     FROM affiliate
     LEFT JOIN (
       SELECT affiliate_id, count(*) FILTER (WHERE sequence = 1)::int AS orders, sum(expense_amount)::float AS expense, sum(amount)::float AS commission
       FROM affiliate_commission WHERE currency_code = 'eur' AND occurred_at >= :starts_at AND occurred_at < :ends_at GROUP BY 1
     ) earned ON earned.affiliate_id = affiliate.id
     LEFT JOIN (
       SELECT affiliate_id, count(*)::int AS clicks FROM affiliate_click WHERE occurred_at >= :starts_at AND occurred_at < :ends_at GROUP BY 1
     ) clicked ON clicked.affiliate_id = affiliate.id
     WHERE (orders IS NOT NULL OR clicks IS NOT NULL) AND (:program_id::text IS NULL OR program_id = :program_id)
     ORDER BY 5 DESC, 2 DESC, 1 LIMIT :limit`,
    { starts_at, ends_at, program_id: program_id ?? null, limit }
  )
  return found
}

moduleSuite(({ sql, service }) => {
  it("the figures of every zone's days, weeks and months are those of the single rows, merged, recounted or as they were appended", async () => {
    await createStoreTables(sql())
    await sql().raw(`ALTER TABLE customer ADD COLUMN IF NOT EXISTS deleted_at timestamptz`)
    for (const id of ["affprog_1", "affprog_2"]) {
      await insert(sql(), "affiliate_program", { id })
      await insert(sql(), "affiliate_period", { program_id: id })
    }
    for (const id of ["aff_1", "aff_2", "aff_3"]) await insert(sql(), "affiliate", { id, program_id: programOf(id) })
    const steps = [
      () => rows(sql(), `SELECT 1`),
      () => service.periods.mergeTotals(),
      () => rows(sql(), `SELECT affiliate_recount_quarter_hours(id) FROM affiliate_program`),
    ]
    const samples = fc.sample(EVENTS, { numRuns: ZONES.length, seed: 1 })
    for (const [n, timezone] of ZONES.entries()) {
      const { commissions, referrals, clicks } = samples[n]!
      for (const id of ["affprog_1", "affprog_2"]) await service.programs.update(id, { timezone })
      await insert(
        sql(),
        "affiliate_commission",
        ...commissions.map(({ cents, affiliate_id, currency_code, ...others }, i) => ({
          ...others,
          ...{
            affiliate_id,
            program_id: programOf(affiliate_id),
            currency_code,
            sequence: cents < 0 ? 2 : 1,
            order_id: `${timezone}${String(i)}`,
          },
          ...{ amount: currency_code === "eur" ? cents / 100 : cents, expense_amount: currency_code === "eur" ? cents / 10 : cents * 10 },
        }))
      )
      await insert(sql(), "affiliate_referral", ...referrals.map((given) => ({ ...given, program_id: programOf(given.affiliate_id) })))
      await sql()("affiliate_click").insert(
        clicks.map((given, i) => ({
          ...{ ...given, id: `${timezone}${String(i)}`, landing_url: "/", program_id: programOf(given.affiliate_id) },
        }))
      )
      await steps[n % steps.length]!()
      for (const [from, to] of [
        ["2026-03-28", "2026-04-24"],
        ["2026-04-15", "2026-04-15"],
        ["2026-03-01", "2026-11-10"],
      ]) {
        for (const [program_id, limit] of [
          [undefined, 1],
          [undefined, 2],
          ["affprog_1", 2],
          ["affprog_1", 5],
        ] as const) {
          const found = await service.statistics.listTops({ program_id, currency_code: "eur" }, { from, to }, limit)
          const best = found.affiliates.map(({ affiliate, clicks: clicked, orders, expense_amount, commission_amount }) => ({
            ...{ id: affiliate.id, clicks: clicked, orders, expense: Number(expense_amount), commission: Number(commission_amount) },
          }))
          expect({ timezone, from, program_id, limit, best }).toEqual({
            ...{ timezone, from, program_id, limit, best: await plainTops(sql(), found, program_id, limit) },
          })
        }
      }
      for (const query of QUERIES) {
        for (const filters of [
          {},
          { program_id: "affprog_1" },
          { program_id: "affprog_2", currency_code: "eur" },
          { affiliate_id: "aff_2" },
        ]) {
          const found = await service.statistics.list(filters, query)
          expect(found.timezone).toBe(timezone)
          const expected = await plainSums(sql(), found, filters)
          const hasNothing = (figures: { orders?: number; expense?: number; commission?: number }) =>
            !figures.orders && !figures.expense && !figures.commission
          expect({ timezone, query, filters, figures: said(found) }).toEqual({
            ...{ timezone, query, filters },
            figures: expected.map(({ currencies, ...counted }) => ({
              ...counted,
              currencies: (currencies as { orders: number }[]).filter((figures) => !hasNothing(figures)),
            })),
          })
        }
      }
    }
  })
})
