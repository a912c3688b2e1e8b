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
    const AUTOMATIC = { automatic_payouts: true, payout_method: "store_credit", created_at: new Date("2016-04-02") }

    const setUp = async (overrides: Record<string, unknown> = {}): Promise<{ program_id: string; anna: TestAffiliate }> => {
      const program_id = await createProgram(getContainer(), { ...AUTOMATIC, ...overrides })
      const anna = await createAffiliate(getContainer(), program_id)
      await createReferral(getContainer(), { id: anna.id, program_id }, "shopper@example.com")
      return { program_id, anna }
    }
    const orderAt = async (at: string): Promise<void> => moveOrder(getContainer(), await createOrder(getContainer()), new Date(at))
    /** What the hourly job does, at an hour of our choice. */
    const hour = async (at: string, period?: string) =>
      (await closePeriodsWorkflow(getContainer()).run({ input: { closed_by: "system", now: new Date(at), period } })).result
    const payouts = () =>
      sql(getContainer(), `SELECT amount::text, currency_code, method, status, created_by FROM affiliate_payout ORDER BY number`)
    const PAID = { amount: "10.00", currency_code: "eur", method: "store_credit", status: "paid", created_by: "system" }

    it("pays out what a close has made available, once, also when ten processes close", async () => {
      await setUp()
      await orderAt("2016-04-15T12:00:00Z")
      await hour("2016-04-30T12:00:00Z")
      expect(await payouts()).toEqual([])
      await Promise.all(Array.from({ length: 10 }, () => hour("2016-05-01T00:07:00Z")))
      expect(await payouts()).toEqual([PAID])
      await hour("2016-05-01T01:07:00Z")
      expect(await payouts()).toEqual([PAID])
    })

    it("pays out a month that is closed by hand, too", async () => {
      await setUp()
      await orderAt("2016-04-15T12:00:00Z")
      expect(await hour("2016-05-01T00:07:00Z", "2016-04")).toMatchObject([{ period: "2016-04", closed: true }])
      expect(await payouts()).toEqual([PAID])
      expect(await hour("2016-05-01T00:08:00Z", "2016-04")).toMatchObject([{ closed: false }])
      expect(await payouts()).toEqual([PAID])
    })

    it("waits for the hold period, and pays then without another close", async () => {
      await setUp({ hold_period_days: 14 })
      await orderAt("2016-04-15T12:00:00Z")
      await hour("2016-05-01T00:07:00Z")
      const [line] = await sql<{ available_at: Date }>(getContainer(), `SELECT available_at FROM affiliate_period_line`)
      const before = new Date(line!.available_at.getTime() - 1)
      await hour(before.toISOString())
      expect(await payouts()).toEqual([])
      await hour(line!.available_at.toISOString())
      expect(await payouts()).toEqual([PAID])
    })

    it("takes what is below the minimum along the next time", async () => {
      await setUp({ payout_minimums: { eur: "15.00" } })
      await orderAt("2016-04-15T12:00:00Z")
      await hour("2016-05-01T00:07:00Z")
      expect(await payouts()).toEqual([])
      await orderAt("2016-05-15T12:00:00Z")
      await hour("2016-06-01T00:07:00Z")
      expect(await payouts()).toEqual([{ ...PAID, amount: "20.00" }])
    })

    it("begins with the next close where it is switched on later, and does nothing where it is off", async () => {
      const { program_id } = await setUp({ automatic_payouts: false })
      await orderAt("2016-04-15T12:00:00Z")
      await hour("2016-05-01T00:07:00Z")
      await affiliateModule(getContainer()).programs.update(program_id, { automatic_payouts: true })
      await hour("2016-05-01T01:07:00Z")
      expect(await payouts()).toEqual([])
      await hour("2016-06-01T00:07:00Z")
      expect(await payouts()).toEqual([PAID])
    })

    it("does not keep a month open when it fails: the next hour makes up for it", async () => {
      await setUp()
      await orderAt("2016-04-15T12:00:00Z")
      await sql(getContainer(), `ALTER TABLE affiliate_paid_period RENAME TO affiliate_paid_period_away`)
      expect(await hour("2016-05-01T00:07:00Z")).toMatchObject([{ period: "2016-04", closed: true }])
      await sql(getContainer(), `ALTER TABLE affiliate_paid_period_away RENAME TO affiliate_paid_period`)
      expect(await payouts()).toEqual([])
      await hour("2016-05-01T01:07:00Z")
      expect(await payouts()).toEqual([PAID])
    })
  },
})
