import type { Logger } from "@medusajs/framework/types"

import type { OrderExplanation } from "../../../domain/orders/explanation/order-explanation"
import type { CreatedReferral } from "../attribution/attribute-orders"
import { timeOf, type GivenTime } from "../database/clock"
import type { Database } from "../database/database"
import { listChangedOrderIds, listGoneOrderIds, reconcileSince } from "./changed-orders"
import { explainOrder } from "./explain-order"
import { listQuarantinedOrderIds } from "./quarantine"
import { reassignOrder, type Reassignment } from "./reassign-order"
import { recordOrders, type RecordedOrders } from "./record-orders"

/** Orders of the store: who gets them, what they earn, and which have to be recorded. */
export const orders = (db: Database, logger: Logger) => {
  const record = async (orderIds: string[], given?: Date): Promise<RecordedOrders> => {
    const now = await timeOf(db.sql, given)
    const recorded = await recordOrders((work) => db.transaction(work), orderIds, now)
    for (const { order_id, error } of recorded.quarantined) logger.error(`affiliate: order ${order_id} cannot be recorded: ${error}`)
    return recorded
  }
  return {
    /** Decides who gets the given orders and brings their commissions up to date. Repeating it changes nothing. */
    record,

    /** Gives an order to another affiliate, or to nobody, by hand. @returns the referrals that deciding it created. */
    async reassign({ now: given, ...reassignment }: GivenTime<Reassignment>): Promise<CreatedReferral[]> {
      const change = { ...reassignment, now: await timeOf(db.sql, given) }
      const { order_ids, referrals } = await db.transaction((sql) => reassignOrder(sql, change))
      if (order_ids.length > 0) await record(order_ids, change.now)
      return referrals
    },

    /** Everything about any order: decisions, evidence, commissions and their ledger entries. Null when there is no such order. */
    explain(orderId: string): Promise<OrderExplanation | null> {
      return explainOrder(db.sql, orderId)
    },

    /** The orders that could not be recorded and are retried. */
    listQuarantined(): Promise<string[]> {
      return listQuarantinedOrderIds(db.sql)
    },

    /** One page, by key, of the orders that changed since an instant. */
    listChanged(since: Date, after: string, limit: number): Promise<string[]> {
      return listChangedOrderIds(db.sql, since, after, limit)
    },

    /** One page, by key, of the orders that still earn and are gone: in open and just closed periods, or in all. */
    listGone(full: boolean, after: string, limit: number): Promise<string[]> {
      return listGoneOrderIds(db.sql, full, after, limit)
    },

    /** The instant since which the next reconciliation records changes; null while there is no program. */
    reconcileSince(): Promise<Date | null> {
      return reconcileSince(db.sql)
    },
  }
}

export type Orders = ReturnType<typeof orders>
