import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { reconcileOrdersWorkflow, sendPayoutsWorkflow } from "../../src/workflows"
import { affiliateModule, createAffiliate, createProgram, createReferral, type TestAffiliate } from "../helpers/affiliate"
import { createAdmin, type Admin } from "../helpers/http"
import { createOrder } from "../helpers/many-orders"
import { sql } from "../helpers/sql"
import { STORE } from "../helpers/store"

jest.setTimeout(240_000)

const HOUR = 3_600_000

/** What the clock of a server says while its work runs, when it is ahead or behind. The database's is right. */
async function onServer<T>(ahead: number, work: () => Promise<T>): Promise<T> {
  jest.useFakeTimers({
    now: Date.now() + ahead,
    advanceTimers: true,
    doNotFake: [
      "hrtime",
      "nextTick",
      "performance",
      "queueMicrotask",
      "setImmediate",
      "clearImmediate",
      "setInterval",
      "clearInterval",
      "setTimeout",
      "clearTimeout",
    ],
  })
  try {
    return await work()
  } finally {
    jest.useRealTimers()
  }
}

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    const affiliate = () => affiliateModule(getContainer())
    const query = <T = Record<string, string>>(statement: string, values: unknown[] = []) => sql<T>(getContainer(), statement, values)
    let admin: Admin
    let program_id: string
    let anna: TestAffiliate

    beforeEach(async () => {
      admin = await createAdmin(api, getContainer())
      program_id = await createProgram(getContainer())
      anna = await createAffiliate(getContainer(), program_id)
      await createReferral(getContainer(), { id: anna.id, program_id }, "shopper@example.com")
    })

    const adjust = (amount: number) =>
      admin.post(`/admin/affiliates/${anna.id}/adjustments`, { amount, currency_code: "eur", reason: "Test" })

    it("a debit written by a server whose clock is ahead is not overlooked by a payout of another", async () => {
      await adjust(50)
      const { data } = await onServer(3000, () => adjust(-50))
      expect(data.balances).toMatchObject([{ available: "0.00" }])
      const answer = await admin.post("/admin/affiliate-payouts", { program_id })
      expect(answer.data).toMatchObject({ affiliate_payouts: [], skipped: [{ reason: "nothing_available" }] })
      const ahead = await query(
        `SELECT id FROM affiliate_ledger_entry WHERE occurred_at > clock_timestamp() OR available_at > clock_timestamp()`
      )
      expect(ahead).toEqual([])
    })

    it("nor one whose date is given, and lies ahead", async () => {
      await adjust(50)
      const now = new Date(Date.now() + 3000)
      await affiliate().ledger.adjust({ affiliate_id: anna.id, amount: "-50.00", currency_code: "eur", reason: "x", created_by: "x", now })
      expect((await affiliate().payouts.preview({ program_id })).map(({ available }) => available)).toEqual(["0.00"])
    })

    it.each([3 * HOUR, -3 * HOUR])("money is dated by the database on a server that is %d ms ahead", async (ahead) => {
      await onServer(ahead, async () => {
        await adjust(50)
        const { data } = await admin.post("/admin/affiliate-payouts", { program_id })
        await admin.post(`/admin/affiliate-payouts/${data.affiliate_payouts[0].id}/fail`, { reason: "Test" })
      })
      const off = await query(
        `SELECT source_type FROM affiliate_ledger_entry WHERE abs(extract(epoch FROM occurred_at - clock_timestamp())) > 600
         UNION ALL SELECT 'payout' FROM affiliate_payout WHERE abs(extract(epoch FROM ended_at - clock_timestamp())) > 600`
      )
      expect(off).toEqual([])
    })

    it("a reconciliation by a server that is three hours ahead makes later ones skip nothing", async () => {
      const reconcile = (now?: Date) => reconcileOrdersWorkflow(getContainer()).run({ input: { now } })
      await onServer(3 * HOUR, () => reconcile())
      await reconcile(new Date(Date.now() + 3 * HOUR))
      const id = await createOrder(getContainer(), { email: "shopper@example.com" })
      await query(`UPDATE "order" SET updated_at = clock_timestamp() WHERE id = ?`, [id])
      const { result } = await reconcile()
      expect(result).toMatchObject({ order_count: 1, commission_count: 1 })
    })

    it("a payout's answer has the time at which it came, not that of its round", async () => {
      await adjust(50)
      const [payout] = await affiliate().payouts.create({ program_id, created_by: "user_1" })
      const methods = affiliate().payouts.methods as Map<string, object>
      const transfer = methods.get("transfer")!
      const provider = {
        pay: () => Promise.resolve({ status: "failed", reason: "No such account" }),
        find: () => Promise.resolve(null),
        isAvailable: () => true,
      }
      methods.set("transfer", { ...transfer, provider })
      try {
        const began = new Date(Date.now() - 20 * 60_000)
        const { result } = await sendPayoutsWorkflow(getContainer()).run({ input: { ids: [payout!.payout_id!], now: began } })
        expect(result).toMatchObject([{ outcome: "failed", ended: true }])
        const late = await query(
          `SELECT entry.account FROM affiliate_ledger_entry entry JOIN affiliate_payout payout ON payout.id = entry.source_id
           WHERE source_type = 'payout_reversal' AND occurred_at > clock_timestamp() - interval '1 minute' AND occurred_at = payout.ended_at`
        )
        expect(late).toHaveLength(2)
      } finally {
        methods.set("transfer", transfer)
      }
    })
  },
})
