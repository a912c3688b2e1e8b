import { rows, type Sql } from "../database/connection"
import { isQuarantined } from "./quarantine"

/**
 * One page, by key, of the orders that changed since an instant, without those in quarantine, which are retried separately. Medusa has no
 * index on `updated_at`, and the plugin adds none to core tables: PostgreSQL walks the primary key and filters. That is slow, and happens once
 * an hour only.
 */
const CHANGED_ORDERS = `
  SELECT o.id FROM "order" o
  WHERE o.id > :after AND (o.updated_at >= :since
    OR EXISTS (SELECT 1 FROM order_transaction transaction WHERE transaction.order_id = o.id AND transaction.created_at >= :since))
    AND NOT ${isQuarantined("o.id")}
  ORDER BY o.id LIMIT :limit`

export async function listChangedOrderIds(sql: Sql, since: Date, after: string, limit: number): Promise<string[]> {
  const found = await rows<{ id: string }>(sql, CHANGED_ORDERS, { since, after, limit })
  return found.map(({ id }) => id)
}

/**
 * One page, by key, of the orders that were recorded, still earn, and are gone from Medusa's table: an order whose payment is declined is
 * deleted for good, seconds after it was committed, without an event. Searched are the open periods and the last closed one of each program,
 * or all. Rows are added up only for the orders that are gone, because these are few.
 */
const GONE_ORDERS = `
  WITH gone AS MATERIALIZED (
    SELECT DISTINCT commission.order_id AS id
    FROM affiliate_period period
    JOIN affiliate_commission commission ON commission.program_id = period.program_id AND commission.period = period.period
    WHERE commission.order_id > :after AND NOT EXISTS (SELECT 1 FROM "order" o WHERE o.id = commission.order_id)
      AND (:full::boolean OR period.status = 'open' OR NOT EXISTS (
        SELECT 1 FROM affiliate_period later
        WHERE later.program_id = period.program_id AND later.period > period.period AND later.status = 'closed'))
  )
  SELECT gone.id FROM gone
  WHERE EXISTS (
      SELECT 1 FROM affiliate_commission commission WHERE commission.order_id = gone.id
      GROUP BY commission.affiliate_id HAVING sum(commission.expense_amount) <> 0 OR sum(commission.amount) <> 0)
    AND NOT ${isQuarantined("gone.id")}
  ORDER BY gone.id LIMIT :limit`

export async function listGoneOrderIds(sql: Sql, full: boolean, after: string, limit: number): Promise<string[]> {
  const found = await rows<{ id: string }>(sql, GONE_ORDERS, { full, after, limit })
  return found.map(({ id }) => id)
}

/** Transactions that were still running during the last reconciliation have times from before it. */
const OVERLAP = "interval '1 hour'"

const SINCE = `
  SELECT coalesce((SELECT max(began_at) - ${OVERLAP} FROM affiliate_reconciliation),
                  (SELECT min(least(created_at, coalesce(starts_at, created_at))) FROM affiliate_program)) AS since`

/** The instant since which changes have to be recorded: the last reconciliation, or the first program's beginning. Null without a program. */
export async function reconcileSince(sql: Sql): Promise<Date | null> {
  const [row] = await rows<{ since: Date | null }>(sql, SINCE)
  return row?.since ?? null
}
