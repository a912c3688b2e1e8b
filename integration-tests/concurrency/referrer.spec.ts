import { setTimeout as sleep } from "node:timers/promises"

import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { Knex } from "knex"

import { attributeOrders } from "../../src/modules/affiliate/attribution/attribute-orders"
import { recordCommissions } from "../../src/modules/affiliate/commissions/record-commissions"
import type { Sql } from "../../src/modules/affiliate/database/connection"
import { setReferrer } from "../../src/modules/affiliate/referrals/set-referrer"
import { affiliateModule, createAffiliate, createProgram, createReferral, type TestAffiliate } from "../helpers/affiliate"
import { createOrder } from "../helpers/many-orders"
import { sql } from "../helpers/sql"
import { STORE } from "../helpers/store"

jest.setTimeout(180_000)

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ getContainer }) => {
    let former: TestAffiliate
    let present: TestAffiliate
    let customer_id: string

    beforeEach(async () => {
      const program_id = await createProgram(getContainer())
      former = await createAffiliate(getContainer(), program_id)
      present = await createAffiliate(getContainer(), program_id)
      await createReferral(getContainer(), { id: former.id, program_id }, "shopper@example.com")
      customer_id = (
        await getContainer()
          .resolve(Modules.CUSTOMER)
          .createCustomers([{ id: "cus_shopper", email: "shopper@example.com" } as { email: string }])
      )[0]!.id
    })

    const place = (): Promise<string> => createOrder(getContainer(), { customer_id })
    const affiliate = () => affiliateModule(getContainer())
    const begin = async (): Promise<Knex.Transaction> => {
      const knex: Knex = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      return knex.transaction()
    }
    const record = async (transaction: Knex.Transaction, id: string): Promise<void> => {
      await attributeOrders(transaction as unknown as Sql, [id], new Date())
      await recordCommissions(transaction as unknown as Sql, [id], new Date())
    }
    const change = () => ({ customer_id, affiliate_id: present.id, reason: "told us", created_by: "user_1", now: new Date() })
    /** Whether the work comes to wait for a lock of another transaction, within many times the time it needs to get there. */
    const waits = async (work: Promise<unknown>): Promise<boolean> => {
      const progress = { isOver: false }
      void work.finally(() => (progress.isOver = true)).catch(() => undefined)
      while (!progress.isOver) {
        const waiting = await sql(
          getContainer(),
          `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
        )
        if (waiting.length > 0) return true
        await sleep(20)
      }
      return false
    }
    const earned = (order_id: string) =>
      sql(
        getContainer(),
        `SELECT affiliate_id, sum(amount)::text AS amount FROM affiliate_commission WHERE order_id = ? GROUP BY 1 HAVING sum(amount) <> 0`,
        [order_id]
      )
    const expectPresent = async (order_id: string) => {
      expect(await earned(order_id)).toEqual([{ affiliate_id: present.id, amount: "10.00" }])
      const { decisions } = (await affiliate().orders.explain(order_id))!
      expect(decisions.filter(({ superseded_at }) => !superseded_at)).toMatchObject([
        { affiliate: { id: present.id }, reason: "existing_referral" },
      ])
      return decisions
    }

    it("an order that a page has decided, but not committed, is decided again when the referrer is set meanwhile", async () => {
      const order = await place()
      const page = await begin()
      await record(page, order)
      const setting = affiliate().referrals.setReferrer(change())
      expect(await waits(setting)).toBe(true)
      await page.commit()
      await setting
      const decisions = await expectPresent(order)
      expect(decisions.map(({ affiliate: earner, note }) => [earner?.id, note])).toEqual([
        [former.id, null],
        [present.id, "told us"],
      ])
    })

    it("an order that is placed after the referrer was set, but before that was committed, waits for it", async () => {
      const setting = await begin()
      await setReferrer(setting as unknown as Sql, change())
      const order = await place()
      const recording = affiliate().orders.record([order], new Date())
      expect(await waits(recording)).toBe(true)
      await setting.commit()
      await recording
      const decisions = await expectPresent(order)
      expect(decisions).toHaveLength(1)
    })

    it("a page that decided nothing for the customer does not keep the admin waiting, nor recordings each other", async () => {
      const [other, order] = [await createOrder(getContainer(), { email: "other@example.com" }), await place()]
      const page = await begin()
      await record(page, other)
      await Promise.all([affiliate().orders.record([order], new Date()), affiliate().referrals.setReferrer(change())])
      await page.commit()
      await expectPresent(order)
    })

    it("a decision of a process that takes no lock, such as an older version's, is decided again too", async () => {
      const order = await place()
      const page = await begin()
      await page.raw(
        `INSERT INTO affiliate_attribution (id, order_id, email, outcome, reason, evidence, placed_at)
         SELECT 'affattr_1', id, email, 'none', 'no_evidence', '[]', created_at FROM "order" WHERE id = ?`,
        [order]
      )
      const setting = affiliate().referrals.setReferrer(change())
      expect(await waits(setting)).toBe(true)
      await page.commit()
      await setting
      await expectPresent(order)
    })

    it("orders that are placed, recorded and given to another referrer at once all end with the last referrer", async () => {
      const referrers = [present, former, present]
      const storm = Array.from({ length: 24 }, async (_, n) => {
        await sleep(n * 10)
        const order = await place()
        await affiliate().orders.record([order], new Date())
        return order
      })
      const setting = (async () => {
        for (const { id } of referrers) {
          await affiliate().referrals.setReferrer({ ...change(), affiliate_id: id })
          await sleep(40)
        }
      })()
      const orders = await Promise.all(storm)
      await setting
      for (const order of orders) await expectPresent(order)
    })
  },
})
