import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { affiliateModule, createAffiliate } from "../../helpers/affiliate"
import { caller, createAdmin, type Admin } from "../../helpers/http"
import { postProgram } from "../../helpers/programs"
import { countStatements, sql } from "../../helpers/sql"
import { STORE } from "../../helpers/store"
import type { AdminAffiliatePayRunDetail, AdminAffiliatePayout } from "../../../src/types"

const RUNS = "/admin/affiliate-pay-runs"
const PAYOUTS = "/admin/affiliate-payouts"
const IBAN = "DE89370400440532013000"

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    describe("pay runs", () => {
      let admin: Admin
      let programId: string

      beforeEach(async () => {
        admin = await createAdmin(api, getContainer())
        programId = (await postProgram(admin, { payout_methods: ["transfer", "paypal"] })).id
      })

      /** An affiliate with money, and where it goes. */
      async function affiliateWith(amount: string, method?: string, details?: object, currency_code = "eur"): Promise<string> {
        const { id } = await createAffiliate(getContainer(), programId)
        await affiliateModule(getContainer()).ledger.adjust({
          ...{ affiliate_id: id, amount, currency_code, reason: "test", created_by: "user_1" },
        })
        if (method) await admin.post(`/admin/affiliates/${id}/payout-method`, { method, details })
        return id
      }

      const payOut = async (): Promise<AdminAffiliatePayout[]> =>
        (await admin.post(PAYOUTS, { program_id: programId })).data.affiliate_payouts as AdminAffiliatePayout[]
      const runOf = async (id: string): Promise<AdminAffiliatePayRunDetail> =>
        (await admin.get(`${RUNS}/${id}`)).data.affiliate_pay_run as AdminAffiliatePayRunDetail

      it("one round is one run: amounts by method and currency, files side by side, and who is left out", async () => {
        const anna = await affiliateWith("62.40", "transfer", { account_holder: "Anna", iban: IBAN })
        const bo = await affiliateWith("10.10", "transfer", { account_holder: "Bo", account_number: "123", bank_code: "08" })
        const cy = await affiliateWith("5.00")
        await affiliateWith("7.50", "paypal", { email: "d@example.com" })
        await affiliateWith("20.00", "paypal", { email: "e@example.com" }, "usd")
        const payouts = await payOut()
        const [id, another] = [...new Set(payouts.map(({ pay_run_id }) => pay_run_id))]
        expect(another).toBeUndefined()
        const of = (affiliate: string) => payouts.find(({ affiliate_id }) => affiliate_id === affiliate)!
        const run = await runOf(id!)
        expect(run).toMatchObject({ id, number: expect.any(Number), program_id: programId, created_by: expect.any(String) })
        expect(run.totals).toEqual([
          { currency_code: "eur", payout_count: 4, amount: "85.00", open_count: 4, open_amount: "85.00" },
          { currency_code: "usd", payout_count: 1, amount: "20.00", open_count: 1, open_amount: "20.00" },
        ])
        expect(run.groups).toEqual([
          { method: "paypal", currency_code: "eur", payout_count: 1, amount: "7.50", open_count: 1, open_amount: "7.50" },
          { method: "paypal", currency_code: "usd", payout_count: 1, amount: "20.00", open_count: 1, open_amount: "20.00" },
          { method: "transfer", currency_code: "eur", payout_count: 3, amount: "77.50", open_count: 3, open_amount: "77.50" },
        ])
        expect(
          run.files.map(({ format, currency_code, amount, payout_ids }) => [format, currency_code, amount, payout_ids.length])
        ).toEqual([
          ["paypal", "eur", "7.50", 1],
          ["paypal", "usd", "20.00", 1],
          ["bank", "eur", "72.50", 2],
          ["sepa", "eur", "62.40", 1],
        ])
        const [bank, sepa] = run.files.slice(2)
        const leftOut = (affiliate: string, code: string) => ({
          payout_id: of(affiliate).id,
          number: of(affiliate).number,
          affiliate_id: affiliate,
          affiliate_code: of(affiliate).affiliate_code,
          amount: of(affiliate).amount,
          code,
        })
        expect(new Set(bank!.payout_ids)).toEqual(new Set([of(anna).id, of(bo).id]))
        expect(bank!.left_out).toEqual([leftOut(cy, "no_payout_details")])
        expect(sepa!.left_out).toEqual(
          [leftOut(bo, "no_iban"), leftOut(cy, "no_payout_details")].sort((one, other) => one.number - other.number)
        )
        expect(JSON.stringify(run)).not.toContain(IBAN)

        // The file of the run is what the run says, and marks it.
        const file = await admin.get(`${PAYOUTS}/export?format=bank&pay_run_id=${id}&currency_code=eur`)
        expect((file.data as string).trim().split("\r\n")).toHaveLength(3)
        expect((await runOf(id!)).files.find(({ format }) => format === "bank")).toMatchObject({ exported_count: 2 })

        // Exactly these are paid, and the run knows.
        await admin.post(`${PAYOUTS}/settle`, { ids: bank!.payout_ids, reference: "B1" })
        const after = await runOf(id!)
        expect(after.groups[2]).toMatchObject({ payout_count: 3, open_count: 1, open_amount: "5.00" })
        expect(after.files.map(({ format }) => format)).toEqual(["paypal", "paypal"])
        expect(after.totals[0]).toMatchObject({ open_count: 2, open_amount: "12.50" })
      })

      it("a further round is a further run, and nobody to pay is none", async () => {
        await affiliateWith("5.00")
        const [first] = await payOut()
        expect(await payOut()).toEqual([])
        await affiliateWith("6.00")
        const [second] = await payOut()
        const { affiliate_pay_runs, count } = (await admin.get(`${RUNS}?program_id=${programId}`)).data as {
          affiliate_pay_runs: { id: string; number: number }[]
          count: number
        }
        expect([count, affiliate_pay_runs.map(({ id }) => id)]).toEqual([2, [second!.pay_run_id, first!.pay_run_id]])
        expect((await admin.get(`${RUNS}?program_id=affprog_x`)).data.count).toBe(0)
        const listed = (await admin.get(`${PAYOUTS}?pay_run_id=${first!.pay_run_id}`)).data.affiliate_payouts as { id: string }[]
        expect(listed.map(({ id }) => id)).toEqual([first!.id])
        await expect(sql(getContainer(), `UPDATE affiliate_pay_run SET created_by = 'x'`)).rejects.toThrow()
        await expect(sql(getContainer(), `UPDATE affiliate_payout SET pay_run_id = 'x'`)).rejects.toThrow()
      })

      it("costs the same few statements for one payout and for many", async () => {
        await affiliateWith("5.00")
        const [one] = await payOut()
        for (let n = 0; n < 12; n++) await affiliateWith("5.00", "transfer", { account_holder: "A", iban: IBAN })
        const [many] = await payOut()
        const cost = (id: string) => countStatements(getContainer(), () => admin.get(`${RUNS}/${id}`))
        await cost(one!.pay_run_id)
        expect([await cost(one!.pay_run_id), await cost(many!.pay_run_id)]).toEqual([3, 3])
      })

      it("payouts are found by name, e-mail and reference", async () => {
        const anna = await affiliateWith("5.00")
        await affiliateWith("6.00")
        const payouts = await payOut()
        const own = payouts.find(({ affiliate_id }) => affiliate_id === anna)!
        await sql(
          getContainer(),
          `UPDATE customer SET first_name = 'Änne', last_name = 'Österberg', email = 'aenne.o@example.com'
           WHERE id = (SELECT customer_id FROM affiliate WHERE id = ?)`,
          [anna]
        )
        await admin.post(`${PAYOUTS}/${own.id}/settle`, { reference: "SEPA 2016-05-02/17" })
        const found = async (q: string) =>
          ((await admin.get(`${PAYOUTS}?q=${encodeURIComponent(q)}`)).data.affiliate_payouts as { id: string }[]).map(({ id }) => id)
        for (const q of ["änne öster", "AENNE.O@", "2016-05-02/17", String(own.number), own.affiliate_code]) {
          expect([q, await found(q)]).toEqual([q, expect.arrayContaining([own.id])])
        }
        expect([await found("nobody"), await found("%")]).toEqual([[], []])
      })

      it("are for admins", async () => {
        expect((await caller(api).get(RUNS)).status).toBe(401)
        expect((await admin.get(`${RUNS}/affrun_x`)).status).toBe(404)
        expect((await admin.get(`${RUNS}?nonsense=1`)).status).toBe(400)
      })
    })
  },
})
