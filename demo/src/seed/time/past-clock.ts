import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { setTimeout as sleep } from "node:timers/promises"

interface Moment {
  began: Date
  ended: Date
  /** When it happened in the story. */
  at: Date
}

/** What is append-only has no moment to be moved: the plugin writes these rows afterwards, with the story's dates. */
const NEVER_TOUCHED = [
  "affiliate_adjustment",
  "affiliate_agreement",
  "affiliate_agreement_acceptance",
  "affiliate_commission",
  "affiliate_ledger_entry",
  "affiliate_order_terms",
  "affiliate_pay_run",
  "affiliate_payout",
  "affiliate_payout_details",
  "affiliate_paid_period",
  "affiliate_period",
  "affiliate_period_commission",
  "affiliate_period_line",
  "affiliate_reconciliation",
  "affiliate_statement",
]

/** A trigger writes the versions of an agreement, and their dates are the database's. So its guard steps aside while they are moved. */
const MOVE_AGREEMENTS = `
  ALTER TABLE affiliate_agreement DISABLE TRIGGER USER;
  UPDATE affiliate_agreement SET created_at = pg_temp.moved(created_at), updated_at = pg_temp.moved(updated_at);
  ALTER TABLE affiliate_agreement ENABLE TRIGGER USER`

const TIME_COLUMNS = `
  SELECT table_name, array_agg(column_name::text) AS columns FROM information_schema.columns
  WHERE table_schema = 'public' AND data_type = 'timestamp with time zone' AND table_name <> ALL(?)
    AND table_name IN (SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE')
  GROUP BY table_name ORDER BY table_name`

const MOVED = `
  CREATE FUNCTION pg_temp.moved(written timestamptz) RETURNS timestamptz LANGUAGE sql STABLE AS $$
    SELECT coalesce((SELECT m.at + (written - m.began) FROM moment m WHERE written >= m.began AND written < m.ended), written) $$`

/**
 * Lets things happen in the past. Medusa has no clock to set: everything it writes carries the time of writing. So each thing is noted with
 * the instants it really began and ended, and afterwards every time that was written between the two is moved to the story's day.
 */
export class PastClock {
  private moments: Moment[] = []

  constructor(private readonly container: MedusaContainer) {}

  /** Does something now that shall have happened at `at`. One thing at a time: that is how their traces are told apart. */
  async at<T>(at: Date, work: () => Promise<T>): Promise<T> {
    const began = new Date()
    try {
      return await work()
    } finally {
      await sleep(2)
      this.moments.push({ began, ended: new Date(), at })
    }
  }

  /** Moves everything written since the last call. */
  async moveToThePast(): Promise<void> {
    const [first] = this.moments
    if (!first) return
    const knex = this.container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await knex.transaction(async (sql) => {
      await sql.raw("CREATE TEMP TABLE moment (began timestamptz, ended timestamptz, at timestamptz) ON COMMIT DROP")
      await sql.raw("INSERT INTO moment SELECT * FROM json_to_recordset(?) AS m(began timestamptz, ended timestamptz, at timestamptz)", [
        JSON.stringify(this.moments),
      ])
      await sql.raw(MOVED)
      const tables: { rows: { table_name: string; columns: string[] }[] } = await sql.raw(TIME_COLUMNS, [NEVER_TOUCHED])
      for (const { table_name, columns } of tables.rows) {
        const changes = columns.map((column) => `"${column}" = pg_temp.moved("${column}")`).join(", ")
        const since = columns.map((column) => `"${column}" >= :first`).join(" OR ")
        await sql.raw(`UPDATE "${table_name}" SET ${changes} WHERE ${since}`, { first: first.began })
      }
      await sql.raw(MOVE_AGREEMENTS)
      await sql.raw("DROP FUNCTION pg_temp.moved")
    })
    this.moments = []
  }
}
