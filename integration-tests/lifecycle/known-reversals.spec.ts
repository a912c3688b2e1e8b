import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { closePeriodsWorkflow } from "../../src/workflows/periods"
import { affiliateModule, createAffiliate, createProgram, createReferral, type TestAffiliate } from "../helpers/affiliate"
import { createOrder } from "../helpers/many-orders"
import { moveOrder, sql } from "../helpers/sql"
import { STORE } from "../helpers/store"

jest.setTimeout(240_000)

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ getContainer }) => {
    const affiliate = () => affiliateModule(getContainer())
    let program_id: string
    let anna: TestAffiliate

    /** A hold period of 14 days; March is closed on 1 April with 10.00 for Anna. */
    beforeEach(async () => {
      program_id = await createProgram(getContainer(), { created_at: new Date("2016-03-01"), hold_period_days: 14 })
      anna = await createAffiliate(getContainer(), program_id)
      await createReferral(getContainer(), { id: anna.id, program_id }, "shopper@example.com")
    })

    const order = async (day: string, unit_price = 100, quantity = 1): Promise<string> => {
      const id = await createOrder(getContainer(), { unit_price, quantity })
      await moveOrder(getContainer(), id, new Date(`${day}T12:00:00Z`))
      await affiliate().orders.record([id], new Date(`${day}T12:00:01Z`))
      return id
    }
    const cancel = async (id: string, day: string) => {
      const at = new Date(`${day}T12:00:00Z`)
      await sql(getContainer(), `UPDATE "order" SET status = 'canceled', canceled_at = ?, updated_at = ? WHERE id = ?`, [at, at, id])
      await affiliate().orders.record([id], new Date(`${day}T12:00:01Z`))
    }
    const reduce = async (id: string, quantity: number, day: string) => {
      await sql(getContainer(), `UPDATE order_item SET quantity = ? WHERE order_id = ?`, [quantity, id])
      await sql(getContainer(), `UPDATE "order" SET updated_at = ? WHERE id = ?`, [new Date(`${day}T12:00:00Z`), id])
      await affiliate().orders.record([id], new Date(`${day}T12:00:01Z`))
    }
    const close = (day: string) =>
      closePeriodsWorkflow(getContainer()).run({ input: { closed_by: "test", now: new Date(`${day}T00:30:00Z`) } })
    /** Pending and available, and what a payout would pay: they agree. */
    const money = async (day: string) => {
      const now = new Date(`${day}T12:00:00Z`)
      const balances = (await affiliate().ledger.listBalances([anna.id], now)).get(anna.id)!
      const accounts = await affiliate().payouts.preview({ program_id, now })
      const pays = accounts.map(({ available, reason }) => `${available} ${reason ?? "paid"}`)
      const named = await affiliate().payouts.preview({ program_id, now, affiliate_ids: [anna.id], currency_code: "eur" })
      expect(named.map(({ available }) => available)).toEqual(balances.map(({ available }) => available))
      return [...balances.map(({ pending, available }) => `${pending} pending, ${available} available`), ...pays]
    }

    it("a payout does not pay what was taken back in a month that is still open", async () => {
      const march = await order("2016-03-15")
      await close("2016-04-01")
      expect(await money("2016-04-01")).toEqual(["10.00 pending, 0.00 available", "0.00 nothing_available"])
      await cancel(march, "2016-04-02")
      expect(await money("2016-04-02")).toEqual(["0.00 pending, 0.00 available", "0.00 nothing_available"])
      expect(await money("2016-04-16")).toEqual(["0.00 pending, 0.00 available", "0.00 nothing_available"])
      const made = await affiliate().payouts.create({ program_id, created_by: "user_1", now: new Date("2016-04-16T12:00:00Z") })
      expect(made).toMatchObject([{ available: "0.00", reason: "nothing_available", payout_id: null }])
    })

    it("nor what was taken back in a month that is on hold, whatever other orders have earned there", async () => {
      const march = await order("2016-03-15")
      await close("2016-04-01")
      await cancel(march, "2016-04-20")
      const april = await order("2016-04-21", 100, 3)
      await reduce(april, 2, "2016-04-22")
      expect(await money("2016-04-25")).toEqual(["20.00 pending, 0.00 available", "0.00 nothing_available"])
      await close("2016-05-01")
      expect(await money("2016-05-10")).toEqual(["20.00 pending, 0.00 available", "0.00 nothing_available"])
      expect(await money("2016-05-15")).toEqual(["0.00 pending, 20.00 available", "20.00 paid"])
    })

    it("after a payout, the debt is there as soon as the reversal is", async () => {
      const march = await order("2016-03-15")
      await close("2016-04-01")
      await affiliate().payouts.create({ program_id, created_by: "user_1", now: new Date("2016-04-16T12:00:00Z") })
      await cancel(march, "2016-04-20")
      expect((await money("2016-04-20"))[0]).toBe("0.00 pending, -10.00 available")
      await close("2016-05-01")
      expect((await money("2016-05-02"))[0]).toBe("0.00 pending, -10.00 available")
      expect((await money("2016-05-15"))[0]).toBe("0.00 pending, -10.00 available")
    })

    it("what an order takes back of its own pending commission takes nothing off what is available", async () => {
      await order("2016-03-15")
      await close("2016-04-01")
      const april = await order("2016-04-05", 200)
      await cancel(april, "2016-04-10")
      expect(await money("2016-04-16")).toEqual(["0.00 pending, 10.00 available", "10.00 paid"])
      const late = await order("2016-04-20", 300)
      await close("2016-05-01")
      await cancel(late, "2016-05-02")
      expect(await money("2016-05-03")).toEqual(["0.00 pending, 10.00 available", "10.00 paid"])
      expect(await money("2016-05-16")).toEqual(["0.00 pending, 10.00 available", "10.00 paid"])
    })

    it("what was withheld was never credited, and is not taken back", async () => {
      const customers = getContainer().resolve(Modules.CUSTOMER)
      const group = await customers.createCustomerGroups({ name: "Staff" })
      await affiliate().createProgramCustomerGroups({ program_id, customer_group_id: group.id, access: "forbidden" })
      const member = { customer_id: anna.customer_id, customer_group_id: group.id }
      await customers.addCustomerToGroup(member)
      const march = await order("2016-03-15")
      await close("2016-04-01")
      await customers.removeCustomerFromGroup(member)
      await order("2016-04-05", 200)
      await close("2016-05-01")
      await cancel(march, "2016-05-10")
      expect((await money("2016-05-16")).at(-1)).toBe("20.00 paid")
      await close("2016-06-01")
      expect(await money("2016-06-02")).toEqual(["0.00 pending, 20.00 available", "20.00 paid"])
    })
  },
})
