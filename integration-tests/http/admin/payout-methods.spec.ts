import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { sendPayoutsWorkflow } from "../../../src/workflows"
import { createCustomer, createAdmin, type Admin, type ShopCustomer } from "../../helpers/http"
import { postProgram } from "../../helpers/programs"
import { createShop, type Shop } from "../../helpers/shop"
import { sql } from "../../helpers/sql"
import { STORE } from "../../helpers/store"
import { resetTestBank, testBank } from "../../helpers/test-bank"

const PAYOUTS = "/admin/affiliate-payouts"
const IBAN = "DE89370400440532013000"
const DETAILS = { account_holder: "Anna Berg", iban: "DE89 3704 0044 0532 0130 00" }

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    describe("payout methods", () => {
      let admin: Admin
      let shop: Shop
      let customer: ShopCustomer
      let programId: string
      let anna: { id: string }

      const enroll = async (own: ShopCustomer) =>
        (await admin.post("/admin/affiliates", { program_id: programId, customer_id: own.id })).data.affiliate as { id: string }
      const credit = (amount: string, currency_code = "eur", { id } = anna) =>
        admin.post(`/admin/affiliates/${id}/adjustments`, { amount, currency_code, reason: "Commissions" })
      const create = (body: object = {}) => admin.post(PAYOUTS, { program_id: programId, ...body })
      const preview = async () => (await admin.get(`${PAYOUTS}/preview?program_id=${programId}`)).data
      const choose = (method: string, details: object = DETAILS) =>
        customer.post(`/store/affiliates/me/${anna.id}/payout-method`, { method, details })
      const payout = async (id: string) => (await admin.get(`${PAYOUTS}/${id}`)).data.affiliate_payout
      const balances = async ({ id } = anna) => (await admin.get(`/admin/affiliates/${id}`)).data.affiliate.balances
      const minutesAgo = (minutes: number) =>
        sql(getContainer(), `UPDATE affiliate_payout SET sent_at = now() - interval '${minutes} minutes' WHERE status = 'processing'`)
      const sendAll = async () => (await sendPayoutsWorkflow(getContainer()).run({ input: { now: new Date() } })).result

      beforeEach(async () => {
        resetTestBank()
        admin = await createAdmin(api, getContainer())
        shop = await createShop(getContainer())
        programId = (await postProgram(admin, { payout_methods: ["transfer", "paypal", "test-bank", "store_credit"] })).id
        customer = await createCustomer(api, shop.publishableKey, { email: "anna@example.com" })
        anna = await enroll(customer)
      })

      it("are listed, with what they ask for and whether they can be used now", async () => {
        testBank.isOpen = false
        const { affiliate_payout_methods: methods } = (await admin.get("/admin/affiliate-payout-methods")).data
        expect(methods.map(({ id, is_automatic, is_available }: Record<string, unknown>) => [id, is_automatic, is_available])).toEqual([
          ["transfer", false, true],
          ["paypal", false, true],
          ["wise", false, true],
          ["store_credit", true, true],
          ["test-bank", true, false],
        ])
        expect(methods[1].fields).toEqual([{ name: "email", is_required: true }])
      })

      it("a program pays by those that the store has", async () => {
        const set = (body: object) => admin.post(`/admin/affiliate-programs/${programId}`, body)
        const expectation = "must be among the payout methods of this store: transfer, paypal, wise, store_credit, test-bank"
        expect(await set({ payout_method: "pigeon" })).toMatchObject({ status: 400, data: { message: `payout_method: ${expectation}` } })
        expect(await set({ payout_methods: ["pigeon"] })).toMatchObject({
          status: 400,
          data: { message: `payout_methods: ${expectation}` },
        })
        testBank.isOpen = false
        expect(await set({ payout_method: "test-bank" })).toMatchObject({ status: 400 })
        expect(await set({ name: "Still changeable" })).toMatchObject({ status: 200 })
      })

      describe("of an affiliate", () => {
        const path = () => `/store/affiliates/me/${anna.id}/payout-method`

        it("are the program's until an affiliate chooses, and are shown masked", async () => {
          const standing = async () => (await customer.get(path())).data.payout_method
          expect(await standing()).toMatchObject({ method: "transfer", is_chosen: false, has_details: false, masked_details: "" })
          expect((await standing()).methods.map(({ id }: { id: string }) => id)).toEqual([
            "transfer",
            "paypal",
            "store_credit",
            "test-bank",
          ])
          const chosen = { method: "transfer", is_chosen: true, has_details: true, masked_details: "DE** **** **** 3000" }
          expect(await choose("transfer")).toMatchObject({ status: 200, data: { payout_method: chosen } })
          expect(await standing()).toMatchObject(chosen)
          expect((await admin.get(`/admin/affiliates/${anna.id}/payout-method`)).data.payout_method).toMatchObject(chosen)
          await choose("store_credit", {})
          expect(await standing()).toMatchObject({ method: "store_credit", is_chosen: true, has_details: false, masked_details: "" })
        })

        it.each([
          ["a method nobody knows", { method: "pigeon" }, "method: must be one of transfer, paypal, test-bank, store_credit"],
          ["one the program does not allow", { method: "wise" }, "method: must be one of transfer, paypal, test-bank, store_credit"],
          [
            "a wrong account",
            { method: "transfer", details: { account_holder: "Anna", iban: "DE00" } },
            "details.iban: must be an IBAN such as DE89 3704 0044 0532 0130 00",
          ],
          ["nothing where something is needed", { method: "paypal" }, "details.email: is required"],
          ["a field nobody asked for", { method: "paypal", details: { email: "a@b.co", pin: "1" } }, "details.pin: must be one of email"],
        ])("refuses %s, by name", async (_, body, message) => {
          expect(await customer.post(path(), body)).toMatchObject({ status: 400, data: { message } })
          expect(await sql(getContainer(), `SELECT 1 FROM affiliate_payout_details`)).toEqual([])
        })

        it("are nobody else's", async () => {
          await choose("transfer")
          const other = await createCustomer(api, shop.publishableKey)
          await enroll(other)
          expect((await other.get(path())).status).toBe(404)
          expect((await other.post(path(), { method: "paypal", details: { email: "thief@example.com" } })).status).toBe(404)
          expect(await sql(getContainer(), `SELECT method, masked FROM affiliate_payout_details`)).toEqual([
            { method: "transfer", masked: "DE** **** **** 3000" },
          ])
        })

        it("are written once when they are said twice, also at once, and the old ones are kept", async () => {
          await Promise.all([choose("transfer"), choose("transfer"), choose("transfer")])
          await choose("paypal", { email: "rewards@example.net" })
          const rows = await sql(getContainer(), `SELECT method, superseded_at IS NULL AS stands FROM affiliate_payout_details ORDER BY id`)
          expect(rows).toEqual([
            { method: "transfer", stands: false },
            { method: "paypal", stands: true },
          ])
        })

        it("stay where a payout went, and in no list, answer or log line", async () => {
          await choose("test-bank")
          await credit("62.40")
          testBank.onPay = ({ details }) => {
            throw new Error(`connection lost while paying to ${details.iban} of ${details.account_holder}`)
          }
          const logger = getContainer().resolve(ContainerRegistrationKeys.LOGGER)
          const written = jest.spyOn(logger, "error").mockReturnValue(undefined)
          const { data } = await create()
          const log = written.mock.calls.join("\n")
          written.mockRestore()
          expect(log).toContain("connection lost while paying to *** of ***")
          await choose("paypal", { email: "rewards@example.net" })
          const [{ id }] = data.affiliate_payouts
          expect(await payout(id)).toMatchObject({ method: "test-bank", masked_details: "DE** **** **** 3000", status: "processing" })
          const seen = [data, await preview(), (await admin.get(PAYOUTS)).data, (await admin.get("/admin/affiliates")).data, log]
          expect(JSON.stringify(seen)).not.toContain(IBAN)
          expect(JSON.stringify(seen)).not.toContain("rewards@example.net")
        })
      })

      describe("in a preview", () => {
        it("say who has no details and who cannot be paid now", async () => {
          await admin.post(`/admin/affiliate-programs/${programId}`, { payout_method: "paypal" })
          await credit("62.40")
          expect(await preview()).toMatchObject({ affiliate_payouts: [], skipped: [{ method: "paypal", reason: "no_payout_details" }] })
          await choose("test-bank")
          expect(await preview()).toMatchObject({
            affiliate_payouts: [{ method: "test-bank", amount: "62.40", masked_details: "DE** **** **** 3000" }],
          })
          testBank.isOpen = false
          expect(await preview()).toMatchObject({
            affiliate_payouts: [],
            skipped: [{ method: "test-bank", reason: "method_unavailable" }],
            totals: [{ skipped: { method_unavailable: 1 } }],
          })
          expect(await create()).toMatchObject({ status: 200, data: { affiliate_payouts: [] } })
        })

        it("are what is created, or nothing is", async () => {
          await credit("62.40")
          const seen = await preview()
          const changes: [string, () => Promise<unknown>][] = [
            ["the method changed", () => choose("test-bank")],
            ["the details changed", () => choose("test-bank", { ...DETAILS, iban: "GB82WEST12345698765432" })],
            ["money was taken back", () => credit("-2.40")],
          ]
          let fingerprint = seen.fingerprint
          for (const [what, change] of changes) {
            await change()
            const answer = await create({ fingerprint })
            expect([what, answer.status, answer.data.type, answer.data.code]).toEqual([what, 409, "conflict", "stale_preview"])
            expect(answer.data.message).toBe("What would be paid out has changed since the preview: look at it again")
            expect((await admin.get(PAYOUTS)).data.count).toBe(0)
            fingerprint = (await preview()).fingerprint
          }
          expect(await create({ fingerprint })).toMatchObject({
            status: 201,
            data: { affiliate_payouts: [{ amount: "60.00", method: "test-bank" }] },
          })
        })
      })

      describe("with a provider", () => {
        const pay = async () => {
          await choose("test-bank")
          await credit("62.40")
          return (await create()).data.affiliate_payouts[0]
        }

        it("pay at once, exactly what was claimed, where the affiliate said", async () => {
          const made = await pay()
          expect(made).toMatchObject({ status: "paid", reference: `bank ${made.number}`, ended_by: "payout method test-bank" })
          expect([...testBank.transfers]).toEqual([
            [made.id, { amount: "62.40", currency_code: "eur", details: { account_holder: "Anna Berg", iban: IBAN } }],
          ])
          expect(await balances()).toEqual([
            { currency_code: "eur", pending: "0.00", available: "0.00", processing: "0.00", paid: "62.40" },
          ])
          await sendAll()
          expect(testBank.asked).toEqual([made.id])
        })

        it("give the money back when they refuse, with the reason", async () => {
          testBank.onPay = () => ({ status: "failed", reason: "Account closed" })
          expect(await pay()).toMatchObject({ status: "failed", reason: "Account closed" })
          expect(await balances()).toEqual([
            { currency_code: "eur", pending: "0.00", available: "62.40", processing: "0.00", paid: "0.00" },
          ])
        })

        it("time out after they have paid: asked again, they say so, and nothing is paid twice", async () => {
          testBank.onPay = (_, transfer) => {
            transfer()
            throw new Error("socket hang up")
          }
          const { id, status, sent_at } = await pay()
          expect([status, sent_at]).toEqual(["processing", expect.any(String)])
          expect(await admin.post(`${PAYOUTS}/${id}/check`)).toMatchObject({
            status: 200,
            data: { affiliate_payout: { id, status: "paid" } },
          })
          expect([testBank.asked, testBank.found]).toEqual([[id], [id]])
          expect(testBank.transfers.size).toBe(1)
          expect((await admin.post(`${PAYOUTS}/${id}/check`)).data.affiliate_payout.status).toBe("paid")
          expect(testBank.found).toEqual([id])
        })

        it("were never reached: sent again once nobody else can be sending, under the same key", async () => {
          testBank.onPay = () => {
            throw new Error("connect ECONNREFUSED")
          }
          const { id } = await pay()
          resetTestBank()
          await sendAll()
          expect([testBank.found, testBank.asked]).toEqual([[id], []])
          await minutesAgo(14)
          await sendAll()
          expect(testBank.asked).toEqual([])
          await minutesAgo(15)
          expect(await sendAll()).toEqual([{ id, outcome: "paid", ended: true }])
          expect([...testBank.transfers.keys()]).toEqual([id])
        })

        it("are asked late in a round that began an hour ago: the next round does not take them for forgotten", async () => {
          testBank.onPay = () => {
            throw new Error("socket hang up")
          }
          const { id } = await pay()
          await sql(getContainer(), `UPDATE affiliate_payout SET sent_at = NULL WHERE id = ?`, [id])
          await sendPayoutsWorkflow(getContainer()).run({ input: { now: new Date(Date.now() - 3_600_000) } })
          resetTestBank()
          expect(await sendAll()).toEqual([{ id, outcome: "unanswered", ended: false }])
          expect([testBank.found, testBank.asked]).toEqual([[id], []])
        })

        it("are not finished yet: asked every hour until they are", async () => {
          testBank.onPay = (_, transfer) => {
            transfer()
            return { status: "processing", reference: "batch 7" }
          }
          const { id } = await pay()
          expect(await payout(id)).toMatchObject({ status: "processing", reference: "batch 7" })
          testBank.onFind = () => ({ status: "processing", reference: "batch 7" })
          expect(await sendAll()).toEqual([{ id, outcome: "processing", ended: false }])
          testBank.onFind = () => ({ status: "failed", reason: "Returned" })
          expect(await sendAll()).toEqual([{ id, outcome: "failed", ended: true }])
          expect(await payout(id)).toMatchObject({ status: "failed", reason: "Returned", ended_by: "payout method test-bank" })
          expect(testBank.asked).toEqual([id])
        })

        it("are asked by one of eight who send at once", async () => {
          await choose("test-bank")
          await credit("62.40")
          const done = testBank.onPay
          testBank.onPay = async (...asked) => {
            await new Promise((resolve) => setTimeout(resolve, 50))
            return done(...asked)
          }
          await Promise.all([create(), create(), ...Array.from({ length: 6 }, sendAll)])
          await Promise.all(Array.from({ length: 8 }, sendAll))
          expect([testBank.asked.length, testBank.transfers.size]).toEqual([1, 1])
          expect((await admin.get(PAYOUTS)).data).toMatchObject({ count: 1, affiliate_payouts: [{ status: "paid" }] })
        })

        it("answer what is no answer: nothing is believed", async () => {
          testBank.onPay = () => ({ status: "ok" }) as never
          const { id } = await pay()
          expect(await payout(id)).toMatchObject({ status: "processing", reference: null })
        })

        it("are gone meanwhile: what was never sent is given back, what was sent waits for a person", async () => {
          testBank.onPay = (_, transfer) => {
            transfer()
            throw new Error("socket hang up")
          }
          const sent = await pay()
          const other = await createCustomer(api, shop.publishableKey)
          const bert = await enroll(other)
          await credit("10.00", "eur", bert)
          await other.post(`/store/affiliates/me/${bert.id}/payout-method`, { method: "test-bank", details: DETAILS })
          testBank.onPay = () => {
            throw new Error("never")
          }
          const [unsent] = (await create()).data.affiliate_payouts
          await sql(getContainer(), `UPDATE affiliate_payout SET sent_at = NULL WHERE id = ?`, [unsent.id])
          testBank.isOpen = false
          await sendAll()
          const reason = "The payout method test-bank cannot be used in this store any more"
          expect(await payout(unsent.id)).toMatchObject({ status: "failed", reason })
          expect(await payout(sent.id)).toMatchObject({ status: "processing" })
          expect(await admin.post(`${PAYOUTS}/${sent.id}/cancel`, { reason: "Gone" })).toMatchObject({
            status: 400,
            data: { message: `status: payout ${sent.number} was sent and cannot be canceled: it is paid, or it fails` },
          })
          expect(await admin.post(`${PAYOUTS}/${sent.id}/settle`, { reference: "seen at the bank" })).toMatchObject({ status: 200 })
        })

        it("are processing while a refund arrives: the payout stays, the debt is carried forward", async () => {
          testBank.onPay = () => ({ status: "processing", reference: null })
          const { id } = await pay()
          await credit("-20.00")
          expect(await balances()).toEqual([
            { currency_code: "eur", pending: "0.00", available: "-20.00", processing: "62.40", paid: "0.00" },
          ])
          testBank.onFind = () => ({ status: "paid", reference: "batch 7" })
          await sendAll()
          expect(await payout(id)).toMatchObject({ status: "paid", amount: "62.40" })
          await credit("50.00")
          expect((await preview()).affiliate_payouts).toMatchObject([{ amount: "30.00" }])
        })
      })
    })
  },
})
