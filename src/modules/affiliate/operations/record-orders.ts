import type { Sql } from "../sql/connection"
import { attributeOrders } from "./attribute-orders"
import { quarantineOrder, releaseOrders } from "./quarantine"
import { recordCommissions } from "./record-commissions"
import { isTemporary } from "./temporary-error"

export interface RecordedOrders {
  commission_count: number
  /** Orders that could not be recorded; the others were recorded without them. */
  quarantined: { order_id: string; error: string }[]
}

/** Runs work in a transaction of its own. */
export type Transact = <T>(work: (sql: Sql) => Promise<T>) => Promise<T>

/**
 * Decides who gets the given orders and brings their commissions up to date, all in one transaction. When one of them cannot be recorded
 * (no such currency, an amount that is no number, a bug of ours), halves are tried until it is alone: it goes to quarantine, and nobody
 * else's order waits for it. Repeating it changes nothing.
 *
 * @throws what passes by itself (a lost connection, a lock that was not given): then nothing is wrong with any order.
 */
export async function recordOrders(transact: Transact, orderIds: string[], now: Date): Promise<RecordedOrders> {
  try {
    const recorded = await transact(async (sql) => {
      const decided = await attributeOrders(sql, orderIds, now)
      return recordAndRelease(sql, [...new Set([...orderIds, ...decided])], now)
    })
    return { commission_count: recorded, quarantined: [] }
  } catch (error) {
    if (isTemporary(error)) throw error
  }
  const [orderId] = orderIds
  if (orderIds.length === 1 && orderId) return recordAlone(transact, orderId, now)
  const half = Math.ceil(orderIds.length / 2)
  const first = await recordOrders(transact, orderIds.slice(0, half), now)
  return merged(first, await recordOrders(transact, orderIds.slice(half), now))
}

/** An order is decided together with the earlier ones of its person: whichever of them it is that fails, the rest is recorded. */
async function recordAlone(transact: Transact, orderId: string, now: Date): Promise<RecordedOrders> {
  let together = [orderId]
  const decision = await orQuarantine(transact, orderId, now, async () => {
    const decided = await transact((sql) => attributeOrders(sql, [orderId], now))
    together = [...new Set([orderId, ...decided])]
    return 0
  })
  if (decision.quarantined.length > 0) return decision
  let recorded = decision
  for (const id of together) {
    const alone = () => transact((sql) => recordAndRelease(sql, [id], now))
    recorded = merged(recorded, await orQuarantine(transact, id, now, alone))
  }
  return recorded
}

async function orQuarantine(transact: Transact, orderId: string, now: Date, work: () => Promise<number>): Promise<RecordedOrders> {
  try {
    return { commission_count: await work(), quarantined: [] }
  } catch (error) {
    if (isTemporary(error)) throw error
    return { commission_count: 0, quarantined: [await transact((sql) => quarantineOrder(sql, orderId, error, now))] }
  }
}

async function recordAndRelease(sql: Sql, orderIds: string[], now: Date): Promise<number> {
  const recorded = await recordCommissions(sql, orderIds, now)
  await releaseOrders(sql, orderIds, now)
  return recorded.length
}

const merged = (one: RecordedOrders, other: RecordedOrders): RecordedOrders => ({
  commission_count: one.commission_count + other.commission_count,
  quarantined: [...one.quarantined, ...other.quarantined],
})
