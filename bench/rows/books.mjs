import { built, undone } from "../bench.mjs"
import { compare, time } from "../rounds.mjs"

/** As many orders to a page as the reconciliation takes. */
const PAGE = 20_000

/** @param {import("../bench.mjs").Bench} bench */
const orderIds = async ({ sql }) =>
  (await sql.raw(`SELECT id FROM "order" ORDER BY id`)).rows.map((/** @type {{ id: string }} */ { id }) => id)

/** @template T @param {T[]} all */
const pages = (all, size = PAGE) => Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size))

/** Decides and records orders: every one, or the first of them. @param {import("../bench.mjs").Bench} bench */
export async function recordAll(bench, count = bench.orders) {
  const { recordOrders } = built("orders/record-orders.js")
  const transact = (/** @type {(sql: import("knex").Knex) => Promise<unknown>} */ work) => bench.sql.transaction(work)
  for (const ids of pages((await orderIds(bench)).slice(0, count))) {
    const { quarantined } = await recordOrders(transact, ids, new Date())
    if (quarantined.length > 0) throw new Error(`${quarantined.length} orders could not be recorded: ${quarantined[0].error}`)
  }
  // As the reconciliation does in the end.
  await bench.sql.raw(`SELECT affiliate_merge_period_totals(), affiliate_merge_quarter_hours()`)
}

/** The columns of `affiliate_commission` and its indexes, without its triggers and rules. */
const BARE_TABLE = `CREATE TABLE bench_commission (LIKE affiliate_commission INCLUDING DEFAULTS INCLUDING INDEXES)`

/** @param {import("../bench.mjs").Bench} bench */
const month = ({ facts }) => ({ program_id: facts.program_id, period: facts.period, closed_by: "bench" })

export const books = {
  /** @type {import("./index.mjs").Preparation} */
  backfill: {
    name: "All orders decided and recorded",
    async prepare(bench) {
      bench.backfillMs = await time(() => recordAll(bench))
      // PostgreSQL does it by itself within minutes, and a store that runs has it behind it.
      await bench.sql.raw("VACUUM (ANALYZE)")
    },
  },
  /** @type {import("./index.mjs").Preparation} */
  closeForGood: {
    name: "Month closed",
    async prepare(bench) {
      const { closePeriod } = built("periods/close-period.js")
      await bench.sql.transaction((sql) => closePeriod(sql, month(bench)))
    },
  },
  /** @type {import("./index.mjs").Row[]} */
  open: [
    {
      name: "record decided orders ÷ bare INSERT … SELECT",
      unit: "×",
      must: 4,
      goal: 2.5,
      async measure(bench) {
        const { recordCommissions } = built("commissions/record-commissions.js")
        const { facts } = bench
        const ids = (await orderIds(bench)).slice(0, 20_000)
        const ours = () =>
          undone(bench.sql, async (sql) => {
            await sql.raw(`ALTER TABLE affiliate_commission DISABLE TRIGGER USER`)
            await sql.raw(`DELETE FROM affiliate_commission WHERE order_id = ANY(?)`, [ids])
            await sql.raw(`ALTER TABLE affiliate_commission ENABLE TRIGGER USER`)
            await sql.raw(`SELECT affiliate_recount_period_totals(?)`, [facts.program_id])
            return time(() => recordCommissions(sql, ids, new Date()))
          })
        const theirs = () =>
          undone(bench.sql, async (sql) => {
            await sql.raw(BARE_TABLE)
            return time(async () => {
              await sql.raw(`INSERT INTO bench_commission SELECT * FROM affiliate_commission WHERE order_id = ANY(?)`, [ids])
            })
          })
        const { ratio, worst, ours: ms } = await compare(ours, theirs)
        // What was taken back still fills the table, and the rows after this one would read it.
        await bench.sql.raw(`VACUUM (FULL, ANALYZE) affiliate_commission`)
        await bench.sql.raw(`VACUUM (FULL, ANALYZE) affiliate_period_total`)
        return { seen: ratio, worst, note: `${Math.round((ids.length / ms) * 1000)} orders/s` }
      },
    },
    {
      name: "close of a month ÷ bare GROUP BY into a table",
      unit: "×",
      must: 1.5,
      goal: 0.3,
      async measure(bench) {
        const { sql, facts } = bench
        const { closePeriod } = built("periods/close-period.js")
        const ours = () => undone(sql, (transaction) => time(() => closePeriod(transaction, month(bench))))
        const theirs = () =>
          undone(sql, (transaction) =>
            time(async () => {
              await transaction.raw(
                `CREATE TABLE bench_total AS SELECT affiliate_id, currency_code, sum(amount) AS amount, sum(expense_amount) AS expense_amount,
                   count(*) AS count FROM affiliate_commission WHERE program_id = ? AND period = ? GROUP BY affiliate_id, currency_code`,
                [facts.program_id, facts.period]
              )
            })
          )
        const { ratio, worst, ours: ms } = await compare(ours, theirs)
        return { seen: ratio, worst, note: `${(ms / 1000).toFixed(2)} s` }
      },
    },
  ],
  /** @type {import("./index.mjs").Row[]} */
  closed: [
    {
      name: "second close of the month",
      unit: "s",
      must: 0.05,
      async measure(bench) {
        const { closePeriod } = built("periods/close-period.js")
        return { seen: (await time(() => bench.sql.transaction((sql) => closePeriod(sql, month(bench))))) / 1000 }
      },
    },
    {
      name: "replay of the month",
      unit: "s",
      async measure({ sql, facts }) {
        const { replayPeriod } = built("periods/replay-period.js")
        const request = { program_id: facts.program_id, period: facts.period, commission_percent: "7" }
        return { seen: (await time(() => sql.transaction((transaction) => replayPeriod(transaction, request)))) / 1000 }
      },
    },
    {
      name: "an order on disk, with indexes",
      unit: "bytes",
      async measure({ sql, orders }) {
        const tables = ["affiliate_attribution", "affiliate_order_terms", "affiliate_commission"]
        for (const table of tables) await sql.raw(`VACUUM FULL ${table}`)
        const { rows } = await sql.raw(`SELECT sum(pg_total_relation_size(name::regclass)) AS bytes FROM unnest(?::text[]) name`, [tables])
        return { seen: Number(rows[0].bytes) / orders }
      },
    },
    {
      name: "doctor",
      unit: "s",
      async measure({ sql }) {
        const { runDoctor } = built("doctor/run-doctor.js")
        let report
        const ms = await time(async () => (report = await runDoctor(sql)))
        const { ok, invariants } = /** @type {any} */ (report)
        const sick = invariants.filter((/** @type {{ ok: boolean }} */ found) => !found.ok)
        if (!ok) throw new Error(`The doctor found ${sick.map((/** @type {{ id: string }} */ { id }) => id).join(", ")}.`)
        return { seen: ms / 1000 }
      },
    },
  ],
}
