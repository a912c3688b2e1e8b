import type { Sql } from "../database/connection"
import { attributeOrders, type CreatedReferral } from "../attribution/attribute-orders"
import { isOrdersFault, wrapDataError } from "./order-fault"
import { quarantineOrder, releaseOrders } from "./quarantine"
import { recordCommissions } from "../commissions/record-commissions"

export interface RecordedOrders {
  commission_count: number
  /** Orders that could not be recorded; the others were recorded without them. */
  quarantined: { order_id: string; error: string }[]
  /** Referrals that first orders created. */
  referrals: CreatedReferral[]
}

/** Runs work in a transaction of its own. */
export type Transact = <T>(work: (sql: Sql) => Promise<T>) => Promise<T>

/**
 * Decides who gets the given orders and brings their commissions up to date, all in one transaction. When one of them cannot be recorded (an
 * unknown currency, an amount that is no number, a bug of the plugin), the orders are halved until it is alone: it goes to quarantine, and the
 * other orders are recorded without it. Repeating it changes nothing.
 *
 * @throws errors that no order caused (a lost connection, a lock timeout, a migration that has not run): then no order is put in quarantine,
 * and nothing is written.
 */
export const recordOrders = (transact: Transact, orderIds: string[], now: Date): Promise<RecordedOrders> =>
  recordOrHalve((work) => transact((sql) => wrapDataError(() => work(sql))), orderIds, now)

async function recordOrHalve(transact: Transact, orderIds: string[], now: Date): Promise<RecordedOrders> {
  try {
    return await transact(async (sql) => {
      const { order_ids, referrals } = await attributeOrders(sql, orderIds, now)
      const commission_count = await recordAndRelease(sql, [...new Set([...orderIds, ...order_ids])], now)
      return { commission_count, quarantined: [], referrals }
    })
  } catch (error) {
    if (!isOrdersFault(error)) throw error
  }
  const [orderId] = orderIds
  if (orderIds.length === 1 && orderId) return recordAlone(transact, orderId, now)
  const half = Math.ceil(orderIds.length / 2)
  const first = await recordOrHalve(transact, orderIds.slice(0, half), now)
  return merged(first, await recordOrHalve(transact, orderIds.slice(half), now))
}

/** An order is decided together with the earlier ones of its person. Whichever of them fails, the others are recorded. */
async function recordAlone(transact: Transact, orderId: string, now: Date): Promise<RecordedOrders> {
  let together = [orderId]
  let recorded = await orQuarantine(transact, orderId, now, async () => {
    const { order_ids, referrals } = await transact((sql) => attributeOrders(sql, [orderId], now))
    together = [...new Set([orderId, ...order_ids])]
    return { commission_count: 0, referrals }
  })
  if (recorded.quarantined.length > 0) return recorded
  for (const id of together) {
    const alone = async () => ({ commission_count: await transact((sql) => recordAndRelease(sql, [id], now)), referrals: [] })
    recorded = merged(recorded, await orQuarantine(transact, id, now, alone))
  }
  return recorded
}

type Recorded = Omit<RecordedOrders, "quarantined">

async function orQuarantine(transact: Transact, orderId: string, now: Date, work: () => Promise<Recorded>): Promise<RecordedOrders> {
  try {
    return { ...(await work()), quarantined: [] }
  } catch (error) {
    if (!isOrdersFault(error)) throw error
    const quarantined = [await transact((sql) => quarantineOrder(sql, orderId, error, now))]
    return { commission_count: 0, quarantined, referrals: [] }
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
  referrals: [...one.referrals, ...other.referrals],
})
