import { rows, type Sql } from "../database/connection"
import { driverMessage } from "../database/driver-error"

/** Whether an order, by SQL for its id, is in quarantine. */
export const isQuarantined = (orderId: string): string =>
  `EXISTS (SELECT 1 FROM affiliate_quarantined_order quarantined WHERE quarantined.order_id = ${orderId} AND quarantined.resolved_at IS NULL)`

const QUARANTINE = `
  INSERT INTO affiliate_quarantined_order (id, order_id, error, first_failed_at, last_failed_at)
  VALUES (affiliate_new_id('affquar'), :order_id, :error, :now, :now)
  ON CONFLICT (order_id) DO UPDATE SET error = excluded.error, last_failed_at = excluded.last_failed_at, resolved_at = NULL, updated_at = :now,
    attempts = affiliate_quarantined_order.attempts + 1,
    first_failed_at = CASE WHEN affiliate_quarantined_order.resolved_at IS NULL THEN affiliate_quarantined_order.first_failed_at ELSE :now END`

const RELEASE = `UPDATE affiliate_quarantined_order SET resolved_at = :now, updated_at = :now WHERE order_id = ANY(:ids) AND resolved_at IS NULL`

const CURRENT = `SELECT order_id FROM affiliate_quarantined_order WHERE resolved_at IS NULL ORDER BY order_id`

/** Keeps an order that cannot be recorded apart, with the error that refused it. */
export async function quarantineOrder(sql: Sql, order_id: string, cause: unknown, now: Date): Promise<{ order_id: string; error: string }> {
  const error = driverMessage(cause).slice(0, 500)
  await rows(sql, QUARANTINE, { order_id, error, now })
  return { order_id, error }
}

/** Ends the quarantine of orders that were recorded after all. */
export async function releaseOrders(sql: Sql, ids: string[], now: Date): Promise<void> {
  await rows(sql, RELEASE, { ids, now })
}

/** The orders that stand in quarantine. */
export async function listQuarantinedOrderIds(sql: Sql): Promise<string[]> {
  return (await rows<{ order_id: string }>(sql, CURRENT)).map(({ order_id }) => order_id)
}
