import { rows, type Sql } from "../database/connection"
import { isQuarantined } from "./is-quarantined"

/**
 * One page of the orders that changed since an instant, by key, without those in quarantine, which are tried apart. Medusa has no index on
 * `updated_at` and gets none from us: within a page the primary key is walked and the rest filtered, which is slow for a reason and happens
 * once an hour.
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
 * deleted for good, seconds after it was committed, and no event tells of it. Looked for in open months and the last closed one of each
 * program, or in all. Whose rows add up to zero is asked of those that are gone only, which are few.
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

/** Transactions that were still running when the last reconciliation looked carry times from before it. */
const OVERLAP = "interval '1 hour'"

const SINCE = `
  SELECT coalesce((SELECT max(began_at) - ${OVERLAP} FROM affiliate_reconciliation),
                  (SELECT min(least(created_at, coalesce(starts_at, created_at))) FROM affiliate_program)) AS since`

/** The instant from which changes have to be looked at: the last reconciliation, or the first program's beginning. Null without one. */
export async function reconcileSince(sql: Sql): Promise<Date | null> {
  const [row] = await rows<{ since: Date | null }>(sql, SINCE)
  return row?.since ?? null
}
