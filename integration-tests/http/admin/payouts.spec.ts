import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { createAffiliate, type TestAffiliate } from "../../helpers/affiliate"
import { caller, createAdmin, type Admin, type Caller } from "../../helpers/http"
import { postProgram } from "../../helpers/programs"
import { countStatements, sql } from "../../helpers/sql"
import { STORE } from "../../helpers/store"

const PAYOUTS = "/admin/affiliate-payouts"

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    describe("payouts", () => {
      let admin: Admin
      let programId: string
      let anna: TestAffiliate
      let bert: TestAffiliate

      const credit = async ({ id }: { id: string }, amount: string, currency_code = "eur") => {
        const answer = await admin.post(`/admin/affiliates/${id}/adjustments`, { amount, currency_code, reason: "Commissions" })
        expect(answer.status).toBe(200)
      }
      const create = (body: object = {}) => admin.post(PAYOUTS, { program_id: programId, ...body })
      const preview = (query = "") => admin.get(`${PAYOUTS}/preview?program_id=${programId}${query}`)
      const balances = async ({ id }: { id: string }) => (await admin.get(`/admin/affiliates/${id}`)).data.affiliate.balances
      const entries = async () => (await sql(getContainer(), `SELECT * FROM affiliate_ledger_entry ORDER BY id`)).length

      beforeEach(async () => {
        admin = await createAdmin(api, getContainer())
        programId = (await postProgram(admin, { payout_minimums: { eur: "50.00" } })).id
        anna = await createAffiliate(getContainer(), programId, { code: "anna" })
        bert = await createAffiliate(getContainer(), programId, { code: "bert" })
      })

      it("go where the affiliate said, also where the program was made before it could name methods", async () => {
        await sql(getContainer(), `UPDATE affiliate_program SET payout_methods = NULL`)
        const details = { account_holder: "Anna Berg", iban: "DE89370400440532013000" }
        const path = `/admin/affiliates/${anna.id}/payout-method`
        const chosen = { method: "transfer", is_chosen: true, has_details: true, masked_details: "DE** **** **** 3000" }
        expect(await admin.post(path, { method: "transfer", details })).toMatchObject({ status: 200, data: { payout_method: chosen } })
        await credit(anna, "62.40")
        const { affiliate_payouts: payouts } = (await create()).data
        expect(await admin.get(`${PAYOUTS}/${payouts[0].id}`)).toMatchObject({
          data: { affiliate_payout: { method: "transfer", masked_details: "DE** **** **** 3000" } },
        })
      })

      it("are previewed figure by figure, and made just so", async () => {
        await credit(anna, "62.40")
        await credit(anna, "700", "jpy")
        await credit(bert, "49.99")
        const skipped = [
          {
            affiliate_id: bert.id,
            affiliate_code: bert.code,
            currency_code: "eur",
            available: "49.99",
            method: "transfer",
            reason: "below_minimum",
          },
        ]
        const none = {
          already_processing: 0,
          nothing_available: 0,
          affiliate_not_active: 0,
          below_minimum: 0,
          method_unavailable: 0,
          currency_not_supported: 0,
          amount_too_small: 0,
          no_payout_details: 0,
        }
        expect(await preview()).toMatchObject({
          status: 200,
          data: {
            affiliate_payouts: [
              {
                affiliate_id: anna.id,
                affiliate_code: anna.code,
                currency_code: "eur",
                amount: "62.40",
                method: "transfer",
                remaining: "0.00",
                remaining_reason: null,
              },
              { affiliate_id: anna.id, affiliate_code: anna.code, currency_code: "jpy", amount: "700", masked_details: "" },
            ],
            skipped,
            totals: [
              { currency_code: "eur", amount: "62.40", payout_count: 1, skipped: { ...none, below_minimum: 1 } },
              { currency_code: "jpy", amount: "700", payout_count: 1, skipped: none },
            ],
          },
        })
        expect((await admin.get(PAYOUTS)).data.count).toBe(0)

        const { status, data } = await create()
        const payout = {
          id: expect.stringMatching(/^affpay_/),
          number: expect.any(Number),
          pay_run_id: expect.stringMatching(/^affrun_/),
          program_id: programId,
          program_name: "Friends",
          affiliate_id: anna.id,
          affiliate_code: anna.code,
          amount: "62.40",
          currency_code: "eur",
          method: "transfer",
          exported_at: null,
          sent_at: null,
          status: "processing",
          reference: null,
          reason: null,
          created_by: admin.id,
          created_at: expect.any(String),
          ended_by: null,
          ended_at: null,
        }
        expect([status, data]).toEqual([201, { affiliate_payouts: [payout, { ...payout, amount: "700", currency_code: "jpy" }], skipped }])
        expect(await balances(anna)).toEqual([
          { currency_code: "eur", pending: "0.00", available: "0.00", processing: "62.40", paid: "0.00" },
          { currency_code: "jpy", pending: "0", available: "0", processing: "700", paid: "0" },
        ])

        const again = await create()
        expect(again).toMatchObject({ status: 200, data: { affiliate_payouts: [] } })
        expect(again.data.skipped.map(({ available, reason }: Record<string, string>) => [available, reason]).sort()).toEqual([
          ["0", "already_processing"],
          ["0.00", "already_processing"],
          ["49.99", "below_minimum"],
        ])
      })

      it("are made for one currency and for those who are named", async () => {
        await credit(anna, "62.40")
        await credit(anna, "700", "jpy")
        await credit(bert, "700", "jpy")
        expect((await preview("&currency_code=JPY")).data.totals).toMatchObject([{ currency_code: "jpy", amount: "1400", payout_count: 2 }])
        expect((await preview(`&affiliate_ids=${bert.id}`)).data.affiliate_payouts).toMatchObject([
          { affiliate_id: bert.id, amount: "700" },
        ])
        const { data } = await create({ currency_code: "JPY", affiliate_ids: [anna.id, anna.id] })
        expect(data).toMatchObject({ affiliate_payouts: [{ affiliate_id: anna.id, amount: "700", currency_code: "jpy" }], skipped: [] })
      })

      it("are settled with a reference, once", async () => {
        await credit(anna, "62.40")
        const [{ id, number }] = (await create()).data.affiliate_payouts
        const settle = (body: object) => admin.post(`${PAYOUTS}/${id}/settle`, body)
        const first = await settle({ reference: " SEPA 17 " })
        expect(first).toMatchObject({
          status: 200,
          data: { affiliate_payout: { id, status: "paid", reference: "SEPA 17", ended_by: admin.id, ended_at: expect.any(String) } },
        })
        for (const body of [{ reference: "SEPA 17" }, {}, { reference: null }]) {
          expect(await settle(body)).toMatchObject({ status: 200, data: first.data })
        }
        expect(await settle({ reference: "SEPA 18" })).toMatchObject({
          status: 400,
          data: { message: `reference: payout ${number} was settled with SEPA 17` },
        })
        for (const [verb, status] of [
          ["fail", "failed"],
          ["cancel", "canceled"],
        ]) {
          expect(await admin.post(`${PAYOUTS}/${id}/${verb}`, { reason: "Wrong" })).toMatchObject({
            status: 400,
            data: { message: `status: payout ${number} is paid and cannot become ${status}` },
          })
        }
        expect((await admin.get(`${PAYOUTS}/${id}`)).data).toEqual(first.data)
        expect(await balances(anna)).toMatchObject([{ available: "0.00", processing: "0.00", paid: "62.40" }])
      })

      it.each([
        ["fail", "failed"],
        ["cancel", "canceled"],
      ])("%s gives the money back, once", async (verb, status) => {
        await credit(anna, "62.40")
        const [{ id, number }] = (await create()).data.affiliate_payouts
        const end = (reason: unknown) => admin.post(`${PAYOUTS}/${id}/${verb}`, { reason })
        const first = await end(" Account closed ")
        expect(first).toMatchObject({
          status: 200,
          data: { affiliate_payout: { id, status, reason: "Account closed", ended_by: admin.id } },
        })
        const before = await entries()
        expect(await end("Another")).toMatchObject({ status: 200, data: first.data })
        expect(await admin.post(`${PAYOUTS}/${id}/settle`)).toMatchObject({
          status: 400,
          data: { message: `status: payout ${number} is ${status} and cannot be settled` },
        })
        expect(await entries()).toBe(before)
        expect(await balances(anna)).toMatchObject([{ available: "62.40", processing: "0.00", paid: "0.00" }])

        const { data } = await admin.get(`/admin/affiliate-ledger?affiliate_id=${anna.id}&order=id`)
        expect(data.affiliate_ledger_entries).toMatchObject([
          { source_type: "adjustment", amount: "62.40" },
          { source_type: "payout", source_id: id, amount: "-62.40", note: null, created_by: admin.id },
          { source_type: "payout_reversal", source_id: id, amount: "62.40", note: "Account closed", created_by: admin.id },
        ])
        expect((await admin.get("/admin/affiliate-ledger?account=payout&order=id")).data.affiliate_ledger_entries).toMatchObject([
          { account: "payout", amount: "62.40" },
          { account: "payout", amount: "-62.40" },
        ])
      })

      it("are listed by program, affiliate, status, currency and search, in pages", async () => {
        const press = await postProgram(admin, { name: "Press" })
        const zoe = await createAffiliate(getContainer(), press.id, { code: "zoe" })
        await credit(anna, "60")
        await credit(anna, "700", "jpy")
        await credit(bert, "70")
        await credit(zoe, "80")
        const [a, j, b] = (await create()).data.affiliate_payouts as { id: string; number: number }[]
        const [z] = (await create({ program_id: press.id })).data.affiliate_payouts as { id: string }[]
        await admin.post(`${PAYOUTS}/${b!.id}/settle`, { reference: "TX" })
        const ids = async (query: string) => {
          const { data } = await admin.get(`${PAYOUTS}?order=number&${query}`)
          return data.affiliate_payouts.map(({ id }: { id: string }) => id)
        }

        expect(await ids("")).toEqual([a!.id, j!.id, b!.id, z!.id])
        expect(await ids(`program_id=${press.id}`)).toEqual([z!.id])
        expect(await ids(`affiliate_id=${anna.id}`)).toEqual([a!.id, j!.id])
        expect(await ids("status=paid")).toEqual([b!.id])
        expect(await ids("status=failed,canceled")).toEqual([])
        expect(await ids("currency_code=jpy")).toEqual([j!.id])
        expect(await ids(`q=${bert.code.toUpperCase()}`)).toEqual([b!.id])
        // The digits may stand in somebody's e-mail too.
        expect(await ids(`q=${j!.number}&program_id=${programId}`)).toContain(j!.id)
        expect(await ids("q=%25")).toEqual([])
        expect(await ids("limit=1&offset=2")).toEqual([b!.id])
        const { data } = await admin.get(`${PAYOUTS}?limit=1&fields=id,amount`)
        expect(data).toEqual({ affiliate_payouts: [{ id: z!.id, amount: "80.00" }], count: 4, offset: 0, limit: 1 })
        expect((await admin.get(`${PAYOUTS}/${z!.id}?fields=number`)).data).toEqual({
          affiliate_payout: { id: z!.id, number: expect.any(Number) },
        })
      })

      it("name the field that is wrong", async () => {
        await credit(anna, "62.40")
        const stranger = await createAffiliate(getContainer(), (await postProgram(admin, { name: "Press" })).id)
        const message = async (answer: ReturnType<Caller["get"]>) => {
          const { status, data } = await answer
          return [status, data.message]
        }
        const names = (field: string) => [400, expect.stringContaining(field)]
        expect(await message(admin.post(PAYOUTS, {}))).toEqual(names("program_id"))
        expect(await message(admin.get(`${PAYOUTS}/preview`))).toEqual(names("program_id"))
        expect(await message(create({ currency_code: "xxx" }))).toEqual(names("currency_code"))
        expect(await message(preview("&currency_code=xxx"))).toEqual(names("currency_code"))
        expect(await message(create({ currency_code: 5 }))).toEqual(names("currency_code"))
        expect(await message(create({ affiliate_ids: [] }))).toEqual(names("affiliate_ids"))
        expect(await message(create({ affiliate_ids: [anna.id, stranger.id] }))).toEqual(names("affiliate_ids"))
        expect(await message(preview("&affiliate_ids=aff_x"))).toEqual(names("affiliate_ids"))
        expect(await message(create({ affiliate_ids: anna.id }))).toEqual(names("affiliate_ids"))
        expect(await message(create({ amount: "5" }))).toEqual(names("amount"))
        expect(await message(admin.get(`${PAYOUTS}?status=open`))).toEqual(names("status"))
        expect(await message(admin.get(`${PAYOUTS}?order=amount`))).toEqual(names("order"))
        expect((await admin.get(PAYOUTS)).data.count).toBe(0)

        const [{ id }] = (await create()).data.affiliate_payouts
        for (const verb of ["fail", "cancel"]) {
          for (const body of [{}, { reason: "" }, { reason: "  " }, { reason: 5 }]) {
            expect(await message(admin.post(`${PAYOUTS}/${id}/${verb}`, body))).toEqual(names("reason"))
          }
        }
        expect(await message(admin.post(`${PAYOUTS}/${id}/settle`, { reference: 5 }))).toEqual(names("reference"))
        expect((await admin.get(`${PAYOUTS}/${id}`)).data.affiliate_payout.status).toBe("processing")
      })

      it("are not there where there are none, and nobody's without a login", async () => {
        expect((await admin.get(`${PAYOUTS}/affpay_x`)).status).toBe(404)
        expect((await admin.post(`${PAYOUTS}/affpay_x/settle`)).status).toBe(404)
        for (const verb of ["fail", "cancel"]) {
          expect((await admin.post(`${PAYOUTS}/affpay_x/${verb}`, { reason: "Wrong" })).status).toBe(404)
        }
        expect((await create({ program_id: "affprog_x" })).status).toBe(404)
        expect((await admin.get(`${PAYOUTS}/preview?program_id=affprog_x`)).status).toBe(404)

        const nobody = caller(api)
        for (const path of ["", "/affpay_x", `/preview?program_id=${programId}`])
          expect((await nobody.get(PAYOUTS + path)).status).toBe(401)
        for (const path of ["", "/affpay_x/settle", "/affpay_x/fail", "/affpay_x/cancel"]) {
          expect((await nobody.post(PAYOUTS + path, { program_id: programId, reason: "Mine" })).status).toBe(401)
        }
      })

      it("cost the same few statements for one affiliate and for many", async () => {
        const crowd = await Promise.all(Array.from({ length: 12 }, () => createAffiliate(getContainer(), programId)))
        for (const affiliate of [anna, ...crowd]) await credit(affiliate, "60")
        const cost = (body: object) => countStatements(getContainer(), () => create(body))
        await cost({ affiliate_ids: [bert.id] })
        const one = await cost({ affiliate_ids: [anna.id] })
        expect([one, await cost({ affiliate_ids: crowd.map(({ id }) => id) })]).toEqual([one, one])
        expect((await admin.get(PAYOUTS)).data.count).toBe(13)
      })

      it("of ten requests at once one pays", async () => {
        await credit(anna, "62.40")
        await credit(bert, "70")
        const answers = await Promise.all(Array.from({ length: 10 }, () => create()))
        expect(answers.map(({ status }) => status).sort()).toEqual([...Array<number>(9).fill(200), 201])
        expect((await admin.get(PAYOUTS)).data.count).toBe(2)
        expect(await balances(anna)).toMatchObject([{ available: "0.00", processing: "62.40" }])
      })
    })
  },
})
