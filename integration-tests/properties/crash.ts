import type { MedusaContainer } from "@medusajs/framework/types"
import knex, { type Knex } from "knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { createAffiliate, createProgram, createReferral } from "../helpers/affiliate"
import { insertManyOrders } from "../helpers/many-orders"
import { sql } from "../helpers/sql"

/** What the module's operations need of Medusa's repository. */
export interface Repository {
  transaction: <T>(work: (manager: { getTransactionContext: () => Knex }) => Promise<T>) => Promise<T>
}

export class Died extends Error {}

/**
 * Does some work in a process that dies before its `k`th statement, BEGIN and COMMIT included: the server loses the connection, and nothing
 * more is asked of it. @returns how many statements there were.
 */
export async function dyingAt(k: number, url: string, work: (repository: Repository) => Promise<void>): Promise<number> {
  const own = knex({ client: "pg", connection: url, pool: { min: 0, max: 2 } })
  let statements = 0
  const live = async (transaction?: Knex.Transaction): Promise<void> => {
    if (++statements < k) return
    if (statements === k && transaction) await endConnection(own, transaction)
    throw new Died()
  }
  const transaction: Repository["transaction"] = async (inside) => {
    await live()
    const open = await own.transaction()
    const raw = async (statement: string, values: never[]) => {
      await live(open)
      return open.raw(statement, values)
    }
    try {
      const result = await inside({ getTransactionContext: () => ({ raw }) as unknown as Knex })
      await live(open)
      await open.commit()
      return result
    } catch (error) {
      // A dead process takes nothing back; the server does, when the connection is gone.
      if (!(error instanceof Died)) await open.rollback()
      throw error
    }
  }
  try {
    await work({ transaction })
    return statements
  } finally {
    await own.destroy()
  }
}

async function endConnection(own: Knex, transaction: Knex.Transaction): Promise<void> {
  const { rows } = await transaction.raw<{ rows: { pid: number }[] }>(`SELECT pg_backend_pid() AS pid`)
  await own.raw(`SELECT pg_terminate_backend(?, 5000)`, [rows[0]!.pid])
  await transaction.rollback().catch(() => undefined)
}

/** From the beginning, so that orders of long ago follow it. */
async function createRule(container: MedusaContainer, program_id: string): Promise<void> {
  const rate = JSON.stringify({ type: "percent", percent: "7" })
  await sql(
    container,
    `INSERT INTO affiliate_commission_rule (id, program_id, name, rate, conditions, rank)
     VALUES (affiliate_new_id('affrule'), ?, 'Everything', ?, '{}', 1)`,
    [program_id, rate]
  )
  await sql(container, `UPDATE affiliate_commission_rule_history SET valid_from = '-infinity' WHERE program_id = ?`, [program_id])
}

/**
 * What lies beyond 500.00 is raised, each new customer brings 0.50, the first month brings 2.00, and what a month then earns beyond 75.00 is withheld
 * by its limit. Of that, the two affiliates keep 120.00 together.
 */
const OF_MONTHS = {
  commission_tiers: {
    ...{ measure: "expenses", span: "month", scope: "beyond", after_refund: "recompute" },
    tiers: [{ currency_code: "eur", threshold: "500.00", raise_percent: "20" }],
  },
  ...{ new_customer_bonuses: { eur: "0.50" }, welcome_bonuses: { eur: "2.00" } },
  ...{ affiliate_month_limits: { eur: "75.00" }, month_budgets: { eur: "120.00" } },
}

/** Two programs with a rule, tiers, a limit and two affiliates each, and orders of April for each of them. */
export async function createStores(container: MedusaContainer, ordersEach: number): Promise<void> {
  for (const name of ["one", "two"]) {
    const program_id = await createProgram(container, { timezone: "Europe/Berlin", ...OF_MONTHS })
    await createRule(container, program_id)
    for (const shopper of ["a", "b"]) {
      const { id } = await createAffiliate(container, program_id)
      await createReferral(container, { id, program_id }, `${name}${shopper}@example.com`)
      await insertManyOrders(container, `${name}${shopper}`, ordersEach, new Date("2016-04-15T12:00:00Z"))
    }
  }
}

const BOOKS = [
  "attribution",
  "order_terms",
  "commission",
  "period",
  "period_commission",
  "period_line",
  "period_total",
  "quarter_hour_total",
  "day_total",
  "span_total",
  "ledger_entry",
  "payout",
  "statement",
  "quarantined_order",
]

/** As if nothing of ours had ever run. The rows refuse to be deleted; a replica's session may. */
export async function forgetEverything(container: MedusaContainer): Promise<void> {
  const shop: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  await shop.transaction(async (transaction) => {
    await transaction.raw(`SET LOCAL session_replication_role = replica`)
    await transaction.raw(`TRUNCATE ${BOOKS.map((name) => `affiliate_${name}`).join(", ")}`)
    await transaction.raw(`UPDATE "order" SET status = 'pending', canceled_at = NULL, version = 1 WHERE version = 2`)
  })
}

/** All that was written, in one word; ids and times of writing are left out. */
export async function digest(container: MedusaContainer): Promise<string> {
  const [row] = await sql<{ digest: string }>(
    container,
    `SELECT md5(string_agg(line, E'\\n' ORDER BY line)) || ' ' || count(*) AS digest FROM (
       SELECT concat_ws(' ', 'row', order_id, sequence, affiliate_id, kind, expense_amount, amount, period, corrects_period, occurred_at) AS line
       FROM affiliate_commission
       UNION ALL SELECT concat_ws(' ', 'terms', order_id, sequence, facts, lines) FROM affiliate_order_terms
       UNION ALL SELECT concat_ws(' ', 'decision', order_id, affiliate_id, reason, superseded_at IS NULL) FROM affiliate_attribution
       UNION ALL SELECT concat_ws(' ', 'period', program_id, period, status) FROM affiliate_period
       UNION ALL SELECT concat_ws(' ', 'line', p.period, l.affiliate_id, l.currency_code, l.amount, l.outcome, l.commission_count)
         FROM affiliate_period_line l JOIN affiliate_period p ON p.id = l.period_id
       UNION ALL SELECT concat_ws(' ', 'of the month', period, corrects_period, affiliate_id, currency_code, kind, amount)
         FROM affiliate_period_commission
       UNION ALL SELECT concat_ws(' ', 'total', period, corrects_period, affiliate_id, currency_code, sum(expense_amount), sum(amount),
                                  sum(commission_count), sum(order_count))
         FROM affiliate_period_total GROUP BY period, corrects_period, affiliate_id, currency_code
       UNION ALL SELECT concat_ws(' ', 'quarter of an hour', starts_at, currency_code, sum(expense_amount), sum(amount), sum(commission_count),
                                  sum(order_count))
         FROM affiliate_quarter_hour_total WHERE currency_code IS NOT NULL GROUP BY starts_at, currency_code
       UNION ALL SELECT concat_ws(' ', 'day', day, affiliate_id, currency_code, sum(expense_amount), sum(amount), sum(order_count))
         FROM affiliate_day_total GROUP BY day, affiliate_id, currency_code
       UNION ALL SELECT concat_ws(' ', 'month', starts_on, affiliate_id, currency_code, sum(expense_amount), sum(amount), sum(order_count))
         FROM (
           SELECT starts_on, affiliate_id, currency_code, expense_amount, amount, order_count FROM affiliate_span_total WHERE span = 'month'
           UNION ALL
           SELECT date_trunc('month', day::timestamp)::date, affiliate_id, currency_code, expense_amount, amount, order_count
           FROM affiliate_day_total WHERE NOT is_merged
         ) added GROUP BY starts_on, affiliate_id, currency_code
       UNION ALL SELECT concat_ws(' ', 'entry', affiliate_id, account, source_type, period, amount) FROM affiliate_ledger_entry
       UNION ALL SELECT concat_ws(' ', 'payout', affiliate_id, amount, status) FROM affiliate_payout
       UNION ALL SELECT concat_ws(' ', 'statement', program_id, number, period, affiliate_id, currency_code, closing_balance) FROM affiliate_statement
       UNION ALL SELECT concat_ws(' ', 'quarantine', order_id) FROM affiliate_quarantined_order
     ) books`
  )
  return row!.digest
}
