import { rows, type Sql } from "../sql/connection"

/**
 * One page of the orders that changed since an instant, by key, without those in quarantine, which are tried apart. Medusa has no index on `updated_at` and gets none from us: within a page
 * the primary key is walked and the rest filtered, which is slow for a reason and happens once an hour.
 */
const CHANGED_ORDERS = `
  SELECT o.id FROM "order" o
  WHERE o.id > :after AND (o.updated_at >= :since
    OR EXISTS (SELECT 1 FROM order_transaction t WHERE t.order_id = o.id AND t.created_at >= :since))
    AND NOT EXISTS (SELECT 1 FROM affiliate_quarantined_order q WHERE q.order_id = o.id AND q.resolved_at IS NULL)
  ORDER BY o.id LIMIT :limit`

export async function listChangedOrderIds(sql: Sql, since: Date, after: string, limit: number): Promise<string[]> {
  const found = await rows<{ id: string }>(sql, CHANGED_ORDERS, { since, after, limit })
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
