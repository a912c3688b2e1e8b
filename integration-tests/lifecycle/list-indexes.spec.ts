import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import completeAffiliates from "../../src/jobs/complete-affiliates"
import keepClicks from "../../src/jobs/keep-clicks"
import reconcileAndClose from "../../src/jobs/reconcile-and-close"
import sendPayouts from "../../src/jobs/send-payouts"
import { affiliateModule, createAffiliate, createProgram } from "../helpers/affiliate"
import { largeTablesReadForEachRow, largeTablesReadWhole } from "../helpers/plans"
import { sql } from "../helpers/sql"
import { STORE } from "../helpers/store"

jest.setTimeout(240_000)

const ROWS = 40_000
const AFFILIATES = 200
const PAGE = { limit: 20, offset: 0 }
/** The hundred days over which the rows are spread, and an hour of them. */
const ALL = { gte: new Date("2016-04-01T00:00:00Z"), lt: new Date("2016-07-20T00:00:00Z") }
const HOUR = { gte: new Date("2016-04-10T00:00:00Z"), lt: new Date("2016-04-10T01:00:00Z") }

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ getContainer }) => {
    const run = (statement: string, values: unknown[] = []) => sql(getContainer(), statement, values)
    const first = async <T>(pages: AsyncGenerator<T[]>): Promise<T[]> => (await pages.next()).value as T[]

    /** As many clicks, each with a referral by its order, a decision and a commission, spread over affiliates, a hundred days and four months. */
    const setUp = async (): Promise<{ program_id: string; affiliate_id: string }> => {
      const program_id = await createProgram(getContainer(), { created_at: new Date("2016-03-01") })
      await createAffiliate(getContainer(), program_id)
      await run(
        `INSERT INTO affiliate (id, code, customer_id, program_id)
         SELECT 'aff_' || n, 'many' || n, 'cus_aff_' || n, ? FROM generate_series(1, ?::int - 1) n`,
        [program_id, AFFILIATES]
      )
      await run(`CREATE TABLE fact_of_lists AS
         SELECT n, lpad(n::text, 7, '0') AS key, (ARRAY(SELECT id FROM affiliate ORDER BY id))[1 + n % ${AFFILIATES}] AS affiliate_id,
                timestamptz '2016-04-01' + n * interval '216 seconds' AS at
         FROM generate_series(1, ${ROWS}) n`)
      const fill = (table: string, columns: string, values: string) =>
        run(`INSERT INTO ${table} (${columns}) SELECT ${values} FROM fact_of_lists fact`)
      await fill(
        `"order"`,
        "id, display_id, email, currency_code, version, status, is_draft_order",
        "'order_' || key, n, key || '@example.com', 'eur', 1, 'pending', false"
      )
      await fill("customer", "id, email, has_account", "'cus_' || key, key || '@example.com', false")
      await fill(
        "affiliate_click",
        "id, program_id, affiliate_id, landing_url, occurred_at",
        `'affclk_' || key, '${program_id}', affiliate_id, 'https://shop.example.com/' || CASE n WHEN 31337 THEN 'rare' ELSE (n % 50)::text END, at`
      )
      await fill(
        "affiliate_referral",
        "id, program_id, affiliate_id, customer_id, email, source, source_id, clicked_at, started_at",
        `'affref_' || key, '${program_id}', affiliate_id, 'cus_' || key, key || '@example.com', 'link', 'affclk_' || key, at, at`
      )
      await fill(
        "affiliate_attribution",
        "id, order_id, outcome, reason, source, evidence, placed_at, program_id, affiliate_id, referral_id",
        `'affattr_' || key, 'order_' || key, 'attributed', 'last_click', 'link', '[]', at, '${program_id}', affiliate_id, 'affref_' || key`
      )
      await run(
        `INSERT INTO affiliate_period (id, program_id, period, starts_at, ends_at)
         SELECT 'affper_' || month, ?, '2016-0' || month, make_timestamptz(2016, month, 1, 0, 0, 0, 'UTC'), make_timestamptz(2016, month + 1, 1, 0, 0, 0, 'UTC')
         FROM generate_series(4, 7) month`,
        [program_id]
      )
      await fill(
        "affiliate_commission",
        "id, order_id, sequence, attribution_id, affiliate_id, program_id, kind, expense_amount, rate_percent, amount, currency_code, period, order_version, occurred_at",
        `'affcom_' || key, 'order_' || key, 1, 'affattr_' || key, affiliate_id, '${program_id}', 'order', 100, 10, 10.00, 'eur', to_char(at AT TIME ZONE 'UTC', 'YYYY-MM'), 1, at`
      )
      await run(`DROP TABLE fact_of_lists`)
      await run(`VACUUM ANALYZE`)
      return { program_id, affiliate_id: "aff_7" }
    }

    it("the lists of commissions, clicks and referrals find their rows by indexes", async () => {
      const { affiliate_id } = await setUp()
      const { commissions, clicks, referrals } = affiliateModule(getContainer())
      const one = [affiliate_id]
      const work: Record<string, () => Promise<unknown>> = {
        "commissions of an hour": () => commissions.list({ occurred_at: HOUR }, PAGE),
        "commissions of an affiliate": () => commissions.list({ affiliate_id: one }, PAGE),
        "commissions of an hour by status": () => commissions.list({ occurred_at: HOUR, status: ["pending"] }, PAGE),
        "commissions of an hour by source": () => commissions.list({ occurred_at: HOUR, source: ["link"] }, PAGE),
        "commissions of a rare source": () => commissions.list({ source: ["manual"] }, PAGE),
        "commissions of a rare kind": () => commissions.list({ kind: ["refund", "cancel"] }, PAGE),
        "later commissions of orders": () => commissions.list({ first_of_order: false }, PAGE),
        "commissions by what is not there": () => commissions.list({ q: "nothing" }, PAGE),
        "first commissions of an hour's orders": () => commissions.list({ occurred_at: HOUR, first_of_order: true }, PAGE),
        "commissions by an order's number": () => commissions.list({ q: "31337" }, PAGE),
        "commissions by an affiliate's code": () => commissions.list({ q: "many77" }, PAGE),
        "commissions, deep": () => commissions.list({ occurred_at: HOUR }, { limit: 20, offset: 10 }),
        "sums of an hour": () => commissions.total({ occurred_at: HOUR }),
        "commissions of an hour as a file": () => first(commissions.export({ occurred_at: HOUR })),
        "clicks of an hour": () => clicks.list({ occurred_at: HOUR }, PAGE),
        "clicks of an affiliate": () => clicks.list({ affiliate_id: one }, PAGE),
        "clicks on a page": () => clicks.list({ page: [`https://shop.example.com/7`], occurred_at: ALL }, PAGE),
        "clicks on a rare page": () => clicks.list({ page: ["https://shop.example.com/rare"], occurred_at: ALL }, PAGE),
        "clicks by a part of a page": () => clicks.list({ q: "com/rare", occurred_at: ALL }, PAGE),
        "clicks by an affiliate's code": () => clicks.list({ q: "many77", occurred_at: ALL }, PAGE),
        "clicks by what is not there": () => clicks.list({ q: "nothing" }, PAGE),
        "clicks of an hour by outcome": () => clicks.list({ occurred_at: HOUR, outcome: ["ordered"] }, PAGE),
        "clicks that brought an order": () => clicks.list({ outcome: ["ordered"] }, PAGE),
        "clicks that brought no order": () => clicks.list({ outcome: ["registered"] }, PAGE),
        "clicks of an hour as a file": () => first(clicks.export({ occurred_at: HOUR })),
        "an affiliate's clicks by day": () => clicks.group("day", { affiliate_id: one, occurred_at: HOUR }, PAGE),
        "referrals of an hour": () => referrals.list({ started_at: HOUR }, PAGE),
        "referrals of an affiliate": () => referrals.list({ affiliate_id: one }, PAGE),
        "referrals of a rare source": () => referrals.list({ source: ["manual"] }, PAGE),
        "referrals that ended": () => referrals.list({ active: false }, PAGE),
        "referrals of a customer": () => referrals.list({ customer_id: ["cus_0031337"] }, PAGE),
        "referrals of an hour as a file": () => first(referrals.export({ started_at: HOUR })),
      }
      const found: Record<string, string[]> = {}
      for (const [name, done] of Object.entries(work)) found[name] = await largeTablesReadWhole(getContainer(), done)
      expect(found).toEqual(Object.fromEntries(Object.keys(work).map((name) => [name, []])))
    })

    it("the hourly jobs look nothing up by reading a large table", async () => {
      await setUp()
      await run(
        `INSERT INTO affiliate (id, code, customer_id, program_id)
         SELECT 'aff_few_' || substr(id, 5), 'few' || substr(id, 5), id, (SELECT id FROM affiliate_program)
         FROM customer WHERE id LIKE 'cus_000____'`
      )
      for (const job of [completeAffiliates, keepClicks, reconcileAndClose, sendPayouts]) {
        expect([job.name, await largeTablesReadForEachRow(getContainer(), () => job(getContainer()))]).toEqual([job.name, []])
      }
    })

    it("the first page of everything is read in the order of an index, and counted without a look-up", async () => {
      await setUp()
      const { commissions, clicks, referrals } = affiliateModule(getContainer())
      const lists: (() => Promise<{ rows: unknown[] }>)[] = [
        () => commissions.list({}, PAGE),
        () => clicks.list({}, PAGE),
        () => referrals.list({}, PAGE),
      ]
      for (const list of lists) {
        const sent: string[] = []
        const pool = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION) as unknown as {
          on: (name: "query", hear: (query: { sql: string; bindings?: unknown[] }) => void) => void
          removeListener: (name: "query", hear: unknown) => void
        }
        const hear = (query: { sql: string; bindings?: unknown[] }) => void sent.push(query.sql.replace(/\$\d+/g, "20"))
        pool.on("query", hear)
        const { rows } = await list()
        pool.removeListener("query", hear)
        expect([rows.length, sent.length]).toEqual([20, 2])
        const [count = "", page = ""] = sent
        const planOf = async (statement: string) =>
          (await sql<{ "QUERY PLAN": string }>(getContainer(), `EXPLAIN ${statement.replace(/OFFSET 20/, "OFFSET 0")}`))
            .map((line) => line["QUERY PLAN"])
            .join("\n")
        expect(await planOf(count)).not.toMatch(/Join|Nested Loop|SubPlan/)
        expect(await planOf(page)).toMatch(/Limit[^]*Index (Only )?Scan Backward/)
      }
    })
  },
})
