import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { affiliateModule, createAffiliate, createProgram, createReferral, type TestAffiliate } from "../helpers/affiliate"
import { eventually } from "./eventually"
import { createAdmin } from "../helpers/http"
import { type Machine, startMachine } from "../helpers/machine"
import { insertManyOrders } from "../helpers/many-orders"
import { RedisServer } from "../helpers/redis-server"
import { createShop } from "../helpers/shop"
import { sql } from "../helpers/sql"
import { STORE } from "../helpers/store"
import { buyByLink, send } from "./shoppers"

jest.setTimeout(600_000)

const SHOPPERS = 40
const AT_ONCE = 4
const CANCELED = 8
/** Orders of last month that no event told of. */
const EARLIER = 60

const lastMonth = (): Date => {
  const now = new Date()
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 15))
}

/** Each of the calls at its turn, a few at a time. What disturbs them happens beside them. */
async function inTurn<T>(
  count: number,
  call: (n: number) => Promise<T>,
  disturb: Record<number, () => Promise<unknown>> = {}
): Promise<T[]> {
  const results: T[] = []
  const disturbances: Promise<unknown>[] = []
  let next = 0
  const worker = async (): Promise<void> => {
    for (let n = next++; n < count; n = next++) {
      const disturbance = disturb[n]
      if (disturbance) disturbances.push(disturbance())
      results[n] = await call(n)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  await Promise.all(disturbances)
  return results
}

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ getContainer, api, dbConfig }) => {
    const ends: (() => Promise<unknown>)[] = []
    afterEach(async () => {
      for (const end of ends.splice(0).reverse()) await end()
    })

    it("keeps the books of one machine on two servers and two workers, of which one of each dies, with a Redis that forgets all and goes away", async () => {
      const container = getContainer()
      const shop = await createShop(container)
      const program_id = await createProgram(container, { name: "Machines", timezone: "UTC" })
      const affiliates: TestAffiliate[] = []
      for (let n = 0; n < 3; n++) affiliates.push(await createAffiliate(container, program_id))
      const anna = affiliates[0]!
      await createReferral(container, { id: anna.id, program_id }, "earlier@example.com")
      await insertManyOrders(container, "earlier", EARLIER, lastMonth())
      await createAdmin(api, container)

      const redis = await RedisServer.start()
      ends.push(() => redis.stop())
      const env = { DATABASE_URL: dbConfig.clientUrl, REDIS_URL: redis.url }
      const start = async (mode: "server" | "worker"): Promise<Machine> => {
        const machine = await startMachine(mode, env)
        ends.push(() => machine.kill())
        return machine
      }
      const [server, doomedServer, , doomedWorker] = await Promise.all((["server", "server", "worker", "worker"] as const).map(start))
      let urls = [server!.url, doomedServer!.url]
      const servers = () => urls

      const orders = await inTurn(
        SHOPPERS,
        (n) => buyByLink({ servers, shop }, `https://shop.example.com/?ref=${affiliates[n % 3]!.code}`, `shopper-${n}@example.com`),
        {
          8: () => doomedWorker!.kill(),
          14: () => doomedServer!.kill(),
          20: () => redis.flush(),
          26: () => redis.restart(),
          30: async () => {
            urls = [server!.url, (await start("server")).url]
          },
        }
      )
      expect(new Set(orders).size).toBe(SHOPPERS)
      await start("worker")

      const login = { email: "admin@shop.example.com", password: "a-long-enough-password" }
      const { token } = await send<{ token: string }>(servers, "/auth/user/emailpass", login, {})
      const admin = <T>(path: string): Promise<T> => send<T>(servers, path, {}, { authorization: `Bearer ${token}` })
      await inTurn(CANCELED, (n) => admin(`/admin/orders/${orders[n]!}/cancel`))
      // Everybody presses the button at once. The close records what events have missed before it closes.
      const period = lastMonth().toISOString().slice(0, 7)
      const closed = await inTurn(6, () => admin<{ affiliate_periods: object[] }>(`/admin/affiliate-periods/${period}/close`))
      for (const { affiliate_periods } of closed) expect(affiliate_periods).toMatchObject([{ program_id, period, status: "closed" }])

      const rows = <T extends object>(statement: string): Promise<T[]> => sql<T>(container, statement)
      // The workers are told of the cancellations.
      const canceled = orders.slice(0, CANCELED)
      const isTold = `SELECT WHERE NOT EXISTS (
        SELECT FROM affiliate_commission WHERE order_id IN ('${canceled.join("', '")}') GROUP BY order_id HAVING sum(amount) <> 0)`
      expect(await eventually(() => rows(isTold), 60)).toHaveLength(1)

      const recorded = await rows<{ order_id: string; affiliate_id: string; kinds: string[]; amount: string }>(`
        SELECT order_id, affiliate_id, array_agg(kind ORDER BY sequence) AS kinds, sum(amount)::text AS amount
        FROM affiliate_commission GROUP BY order_id, affiliate_id`)
      // An order whose event was lost and that was canceled before anybody looked was never worth anything: it has no row.
      const taken = recorded.filter(({ order_id }) => canceled.includes(order_id))
      for (const { kinds, amount } of taken) expect([kinds, amount]).toEqual([["order", "cancel"], "0.00"])
      const earned = recorded.filter((order) => !taken.includes(order))
      for (const { kinds, amount } of earned) expect([kinds, amount]).toEqual([["order"], "10.00"])
      const placedFor = new Map(orders.map((id, n) => [id, affiliates[n % 3]!.id]))
      for (const { order_id, affiliate_id } of recorded) expect(affiliate_id).toBe(placedFor.get(order_id) ?? anna.id)
      // Named with what was decided about it, because nobody can look afterwards.
      const kept = new Set(recorded.map(({ order_id }) => order_id))
      const lost = orders.filter((id) => !canceled.includes(id) && !kept.has(id))
      expect(
        await rows(`SELECT order_id, outcome, reason, evidence FROM affiliate_attribution WHERE order_id IN ('${lost.join("', '")}')`)
      ).toEqual([])
      expect(await rows(`SELECT order_id, error FROM affiliate_quarantined_order`)).toEqual([])
      expect(lost).toEqual([])
      expect(earned).toHaveLength(SHOPPERS - CANCELED + EARLIER)
      expect(
        await rows(`
          SELECT line.affiliate_id, line.outcome, line.amount::text, line.order_count, count(entry.id)::int AS entries
          FROM affiliate_period period JOIN affiliate_period_line line ON line.period_id = period.id
          LEFT JOIN affiliate_ledger_entry entry ON entry.source_type = 'period_line' AND entry.source_id = line.id
          WHERE period.status = 'closed' GROUP BY line.id`)
      ).toEqual([{ affiliate_id: anna.id, outcome: "credited", amount: `${EARLIER * 10}.00`, order_count: EARLIER, entries: 2 }])
      expect(await affiliateModule(container).doctor.run()).toMatchObject({ ok: true })
    })
  },
})
