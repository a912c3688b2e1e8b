import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import type { DoctorReport } from "../../src/domain/doctor/invariants"
import { runDoctor } from "../../src/modules/affiliate/doctor/run-doctor"
import type { Sql } from "../../src/modules/affiliate/database/connection"
import { normalizeReplay } from "../../src/domain/periods/replay"
import { ORDERS_WORTH } from "../../src/modules/affiliate/doctor/invariants"
import { replayLines } from "../../src/modules/affiliate/periods/replay-period"
import { createAffiliate, createProgram } from "../helpers/affiliate"
import { insertManyOrders } from "../helpers/many-orders"
import { planWork } from "../../src/modules/affiliate/__tests__/plan-work"
import { sql } from "../helpers/sql"
import { STORE } from "../helpers/store"

// In the worst state of statistics a join of all orders with all decisions took three minutes by itself.
jest.setTimeout(150_000)

const NOW = new Date("2016-04-20T12:00:00Z")

interface Examined {
  report: DoctorReport
  statements: string[]
  /** The most rows one statement brought into Node, those inside JSON included. */
  most_rows: number
}

/** Examines the store and watches what goes over its connections. */
async function examine(container: MedusaContainer): Promise<Examined> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION) as unknown as Sql
  const statements: string[] = []
  let most_rows = 0
  const onQuery = ({ sql: statement }: { sql: string }) => void statements.push(statement)
  const onResponse = (response: { rows?: { exceptions?: unknown[] }[] }) => {
    for (const { exceptions = [] } of response.rows ?? []) most_rows = Math.max(most_rows, exceptions.length)
    most_rows = Math.max(most_rows, response.rows?.length ?? 0)
  }
  knex.on("query", onQuery).on("query-response", onResponse)
  try {
    return { report: await runDoctor(knex, NOW), statements, most_rows }
  } finally {
    knex.off("query", onQuery).off("query-response", onResponse)
  }
}

/** As many recorded orders of 100.00 EUR, written straight to the tables: recording them is not what is measured here. */
async function record(container: MedusaContainer, prefix: string, count: number): Promise<void> {
  await insertManyOrders(container, prefix, count, new Date("2016-04-15T12:00:00Z"))
  await sql(
    container,
    `INSERT INTO affiliate_attribution (id, order_id, outcome, reason, evidence, placed_at, program_id, affiliate_id, rate_percent, rate_source,
                                        commission_basis, include_tax, include_shipping)
     SELECT 'affattr_' || o.id, o.id, 'attributed', 'last_click', '[]', o.created_at, a.program_id, a.id, 10, 'program', 'placed', false, false
     FROM "order" o CROSS JOIN affiliate a WHERE o.id LIKE ?`,
    [`bulk\\_${prefix}\\_%`]
  )
  await sql(
    container,
    `INSERT INTO affiliate_commission (id, order_id, sequence, attribution_id, affiliate_id, program_id, kind, expense_amount, rate_percent, amount,
                                       currency_code, period, order_version, occurred_at)
     SELECT 'affcom_' || t.order_id, t.order_id, 1, t.id, t.affiliate_id, t.program_id, 'order', 100, 10, 10, 'eur', '2016-04', 1, t.placed_at
     FROM affiliate_attribution t WHERE t.order_id LIKE ?`,
    [`bulk\\_${prefix}\\_%`]
  )
  // The worst that statistics can be: PostgreSQL collects them when it finds the time, of one table after the other.
  await sql(container, `ANALYZE "order"`)
}

/** What comparing all orders with their rows, and replaying their month, cost by the order. */
async function workPerOrder(container: MedusaContainer, program_id: string, orders: number): Promise<number[]> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION) as unknown as Sql
  const month = { program_id, period: "2016-04", ...normalizeReplay({ commission_percent: "7" }), rules: null }
  const compared = await planWork(knex, ORDERS_WORTH, { limit: 100, now: NOW })
  const atOnce = await planWork(knex, replayLines("at once", false), month)
  const oneByOne = await planWork(knex, replayLines("one by one", false), month)
  return [compared, atOnce, oneByOne].map((work) => Math.round(work / orders))
}

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ getContainer }) => {
    it("examines 100,000 orders in as many statements as 40,000, and names a hundred of 100,000 exceptions", async () => {
      const container = getContainer()
      const program_id = await createProgram(container, { created_at: new Date("2016-04-01") })
      await createAffiliate(container, program_id)
      await sql(
        container,
        `INSERT INTO affiliate_period (id, program_id, period, starts_at, ends_at) VALUES ('affper_1', ?, '2016-04', '2016-04-01', '2016-05-01')`,
        [program_id]
      )
      await record(container, "few", 40_000)
      const few = await examine(container)
      const work = await workPerOrder(container, program_id, 40_000)
      await record(container, "more", 60_000)
      const many = await examine(container)
      expect([few.report.ok, many.report.ok]).toEqual([true, true])
      expect(many.statements.length).toBe(few.statements.length)
      const more = await workPerOrder(container, program_id, 100_000)
      for (const each of [work, more]) expect(each.map((rows, n) => rows < [35, 75, 75][n]!)).toEqual([true, true, true])
      expect(few.statements[0]).toBe("BEGIN TRANSACTION ISOLATION LEVEL repeatable read READ ONLY;")

      await sql(container, `UPDATE order_item SET quantity = 2`)
      await sql(container, `ALTER TABLE affiliate_commission DISABLE TRIGGER USER`)
      await sql(container, `UPDATE affiliate_commission SET sequence = 2`)
      await sql(container, `ALTER TABLE affiliate_commission ENABLE TRIGGER USER`)
      const sick = await examine(container)
      const broken = sick.report.invariants.filter(({ ok }) => !ok)
      expect(broken.map(({ id, exception_count, exceptions }) => [id, exception_count, exceptions.length])).toEqual([
        ["orders_worth", 100_000, 100],
        ["sequences", 100_000, 100],
        // The quarter of an hour of all these orders, of which none is the first any more, and its day.
        ["quarter_hours", 2, 2],
      ])
      expect(broken[0]?.exceptions.map(({ order_id }) => order_id)).toEqual(
        Array.from({ length: 100 }, (_, n) => `bulk_few_${String(n + 1).padStart(7, "0")}`)
      )
      expect(sick.statements.length).toBe(many.statements.length)
      expect(Math.max(few.most_rows, many.most_rows, sick.most_rows)).toBe(100)
    })
  },
})
