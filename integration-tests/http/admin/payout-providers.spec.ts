import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import type { PayoutAnswer } from "../../../src/modules/affiliate"
import type { PayoutMethod } from "../../../src/modules/affiliate/payouts/providers/methods"
import { sendPayoutsWorkflow } from "../../../src/workflows"
import { askProvider } from "../../../src/workflows/payouts/ask-provider"
import { affiliateModule } from "../../helpers/affiliate"
import { aMoment, forgetEvents, seeEvents } from "../../helpers/events"
import { createCustomer, createAdmin, type Admin, type ShopCustomer } from "../../helpers/http"
import { postProgram } from "../../helpers/programs"
import { createShop } from "../../helpers/shop"
import { sql } from "../../helpers/sql"
import { STORE } from "../../helpers/store"
import { resetTestBank, testBank } from "../../helpers/test-bank"

const PAYOUTS = "/admin/affiliate-payouts"
const DETAILS = { account_holder: "Anna Berg", iban: "DE89 3704 0044 0532 0130 00" }
const hangUp = () => {
  throw new Error("socket hang up")
}

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    describe("a payout's provider", () => {
      let admin: Admin
      let customer: ShopCustomer
      let programId: string
      let anna: { id: string }

      const create = () => admin.post(PAYOUTS, { program_id: programId })
      /** Made, and not sent: its process died before. */
      const makeUnsent = async (): Promise<string> => {
        const made = await affiliateModule(getContainer()).payouts.create({ program_id: programId, created_by: "user_1", now: new Date() })
        return made.flatMap(({ payout_id }) => payout_id ?? [])[0]!
      }
      const listed = (id: string) => affiliateModule(getContainer()).payouts.listUnanswered({ ids: [id], after: "", limit: 1 })
      const payout = async (id: string) => (await admin.get(`${PAYOUTS}/${id}`)).data.affiliate_payout
      const eur = async () => {
        const {
          pending: _pending,
          currency_code: _currency,
          ...rest
        } = (await admin.get(`/admin/affiliates/${anna.id}`)).data.affiliate.balances[0]
        return rest
      }
      const minutesAgo = (minutes: number) =>
        sql(getContainer(), `UPDATE affiliate_payout SET sent_at = now() - interval '${minutes} minutes' WHERE status = 'processing'`)
      const sendAll = async () => (await sendPayoutsWorkflow(getContainer()).run({ input: { now: new Date() } })).result
      const logged = async <T>(work: () => Promise<T>): Promise<[T, string]> => {
        const logger = getContainer().resolve(ContainerRegistrationKeys.LOGGER)
        const written = jest.spyOn(logger, "error").mockReturnValue(undefined)
        try {
          return [await work(), written.mock.calls.join("\n")]
        } finally {
          written.mockRestore()
        }
      }
      /** As in a store whose configuration does not name it any more. */
      const withoutTestBank = async (work: () => Promise<void>) => {
        const methods = affiliateModule(getContainer()).payouts.methods as Map<string, PayoutMethod>
        const bank = methods.get("test-bank")!
        methods.delete("test-bank")
        try {
          await work()
        } finally {
          methods.set("test-bank", bank)
        }
      }

      beforeEach(async () => {
        resetTestBank()
        admin = await createAdmin(api, getContainer())
        const { publishableKey } = await createShop(getContainer())
        programId = (await postProgram(admin, { payout_methods: ["transfer", "test-bank"] })).id
        customer = await createCustomer(api, publishableKey, { email: "anna@example.com" })
        anna = (await admin.post("/admin/affiliates", { program_id: programId, customer_id: customer.id })).data.affiliate
        await customer.post(`/store/affiliates/me/${anna.id}/payout-method`, { method: "test-bank", details: DETAILS })
        await admin.post(`/admin/affiliates/${anna.id}/adjustments`, { amount: "62.40", currency_code: "eur", reason: "Commissions" })
      })

      const PAID = { available: "0.00", processing: "0.00", paid: "62.40" }
      const PROCESSING = { available: "0.00", processing: "62.40", paid: "0.00" }
      const AVAILABLE = { available: "62.40", processing: "0.00", paid: "0.00" }

      it("is gone for a round that listed the payout before another sent it: nothing is given back that may have been paid", async () => {
        const id = await makeUnsent()
        const [stale] = await listed(id)
        testBank.onPay = (_, transfer) => {
          transfer()
          return { status: "processing", reference: "batch 7" }
        }
        await sendAll()
        testBank.isOpen = false
        const [answer, log] = await logged(() => askProvider(getContainer(), stale!, new Date()))
        expect(answer).toEqual({ id, outcome: "unanswered", ended: false })
        expect(log).toContain(`payout ${stale!.number} was sent meanwhile`)
        expect(await payout(id)).toMatchObject({ status: "processing", reference: "batch 7" })
        expect(await eur()).toEqual(PROCESSING)
        testBank.isOpen = true
        await create()
        expect([...testBank.transfers.keys()]).toEqual([id])
      })

      it("was removed from the store: what was never sent is given back, what was sent waits for a person", async () => {
        const id = await makeUnsent()
        await withoutTestBank(async () => {
          expect(await sendAll()).toEqual([{ id, outcome: "failed", ended: true }])
        })
        const reason = "The payout method test-bank cannot be used in this store any more"
        expect(await payout(id)).toMatchObject({ status: "failed", reason, ended_by: "payout method test-bank" })
        expect(await eur()).toEqual(AVAILABLE)

        testBank.onPay = hangUp
        const [sent] = (await create()).data.affiliate_payouts
        await withoutTestBank(async () => {
          expect(await sendAll()).toEqual([{ id: sent.id, outcome: "unanswered", ended: false }])
        })
        expect(await eur()).toEqual(PROCESSING)
      })

      it("is not asked for what a person pays", async () => {
        await customer.post(`/store/affiliates/me/${anna.id}/payout-method`, { method: "transfer", details: DETAILS })
        await create()
        expect(await sendAll()).toEqual([])
        expect(await eur()).toEqual(PROCESSING)
      })

      it.each([
        ["pay", () => (testBank.onPay = () => new Promise(() => {})), []],
        ["find", () => (testBank.onFind = () => new Promise(() => {})), [1]],
      ] as const)("never answers %s: the others go on, and it is asked again later", async (question, hang, found) => {
        if (question === "find") {
          testBank.onPay = hangUp
          await create()
          resetTestBank()
        }
        hang()
        const id = question === "pay" ? await makeUnsent() : (await admin.get(PAYOUTS)).data.affiliate_payouts[0].id
        const [asked] = await listed(id)
        const [answer, log] = await logged(() => askProvider(getContainer(), asked!, new Date(), 30))
        expect(answer).toEqual({ id, outcome: "unanswered", ended: false })
        expect(log).toContain("is not answered, and will be asked for again: no answer within 0.03 seconds")
        expect([testBank.asked.length, testBank.found.length]).toEqual([1 - found.length, found.length])
        expect(await payout(id)).toMatchObject({ status: "processing", sent_at: expect.any(String) })
      })

      it("answers too late: what it says then is not heard, and it is asked what became of the payout", async () => {
        const id = await makeUnsent()
        const [asked] = await listed(id)
        testBank.onPay = async (_, transfer) => {
          await new Promise((resolve) => setTimeout(resolve, 60))
          transfer()
          return { status: "failed", reason: "Too late" }
        }
        await logged(() => askProvider(getContainer(), asked!, new Date(), 30))
        await new Promise((resolve) => setTimeout(resolve, 60))
        expect(await payout(id)).toMatchObject({ status: "processing" })
        expect(await sendAll()).toEqual([{ id, outcome: "paid", ended: true }])
        expect(await eur()).toEqual(PAID)
      })

      it.each([
        ["paid", { status: "paid", reference: "TX-1" }, "affiliate.payout.paid"],
        ["failed", { status: "failed", reason: "Returned" }, "affiliate.payout.failed"],
      ] as [string, PayoutAnswer, string][])("is asked by eight at once and says %s: one event", async (_, answer, name) => {
        testBank.onPay = hangUp
        const [{ id }] = (await create()).data.affiliate_payouts
        testBank.onFind = () => answer
        const seen = seeEvents(getContainer())
        const rounds = await Promise.all(Array.from({ length: 8 }, sendAll))
        await aMoment()
        forgetEvents(getContainer())
        expect(rounds.flat().filter(({ ended }) => ended)).toEqual([{ id, outcome: answer.status, ended: true }])
        expect(seen).toEqual([{ name, data: { id } }])
      })

      it.each([
        ["paid, and no reference", { status: "paid" }, { status: "paid", reference: null, reason: null }],
        ["paid, and a number for a reference", { status: "paid", reference: 42 }, { status: "paid", reference: "42" }],
        ["failed, and no reason", { status: "failed" }, { status: "failed", reason: "test-bank gives no reason" }],
        ["failed, and an empty reason", { status: "failed", reason: " " }, { status: "failed", reason: "test-bank gives no reason" }],
        ["on its way, and no reference", { status: "processing" }, { status: "processing", reference: null }],
      ])("says %s: recorded", async (_, answer, expected) => {
        testBank.onPay = () => answer as PayoutAnswer
        const [{ id }] = (await create()).data.affiliate_payouts
        expect(await payout(id)).toMatchObject(expected)
      })

      it.each([
        [
          "reason",
          { status: "failed", reason: "Account de89 3704-0044 0532 0130 00 of ANNA BERG is closed" },
          "Account *** of *** is closed",
        ],
        ["reference", { status: "paid", reference: "TX-1/DE89370400440532013000" }, "TX-1/***"],
        ["reference of what is on its way", { status: "processing", reference: "to DE89 3704 0044 0532 0130 00" }, "to ***"],
      ] as [string, PayoutAnswer, string][])("tells payout details in its %s: nobody reads them", async (_, answer, shown) => {
        testBank.onPay = () => answer
        const [{ id }] = (await create()).data.affiliate_payouts
        const { reason, reference } = await payout(id)
        expect(reason ?? reference).toBe(shown)
      })

      describe("when a person says that a payout failed", () => {
        const fail = (id: string) => admin.post(`${PAYOUTS}/${id}/fail`, { reason: "It came back" })
        const sent = async () => {
          testBank.onPay = (_, transfer) => {
            transfer()
            return hangUp()
          }
          return (await create()).data.affiliate_payouts[0] as { id: string; number: number; sent_at: string }
        }

        it("says that it is paid: recorded, refused, and nothing is paid twice", async () => {
          const { id, number } = await sent()
          const seen = seeEvents(getContainer())
          const message = `status: test-bank says that it has paid payout ${number}`
          expect(await fail(id)).toMatchObject({ status: 400, data: { message } })
          await aMoment()
          forgetEvents(getContainer())
          expect(seen).toEqual([{ name: "affiliate.payout.paid", data: { id } }])
          expect(await payout(id)).toMatchObject({ status: "paid", reference: `bank ${number}`, ended_by: "payout method test-bank" })
          expect(await eur()).toEqual(PAID)
          await create()
          expect([...testBank.transfers.keys()]).toEqual([id])
        })

        it("says that it is on its way: noted, and refused", async () => {
          const { id, number } = await sent()
          testBank.onFind = () => ({ status: "processing", reference: "batch 7" })
          const message = `status: test-bank says that payout ${number} is on its way: it is paid, or it comes back`
          expect(await fail(id)).toMatchObject({ status: 400, data: { message } })
          expect(await payout(id)).toMatchObject({ status: "processing", reference: "batch 7" })
          expect(await eur()).toEqual(PROCESSING)
        })

        it("cannot say what became of it: refused, and the details are not told", async () => {
          const { id, number } = await sent()
          testBank.onFind = ({ details }) => {
            throw new Error(`nothing about ${details.iban}`)
          }
          const message = `status: test-bank cannot say now what became of payout ${number}: try again later`
          const [answer, log] = await logged(() => fail(id))
          expect(answer).toMatchObject({ status: 400, data: { message } })
          expect(log).toContain(`payout ${number} by test-bank is not answered, and will be asked for again: nothing about ***`)
          expect(await eur()).toEqual(PROCESSING)
        })

        it("has never heard of it: refused while the request may be under way, and a failure after that", async () => {
          const { id, number } = await sent()
          testBank.onFind = () => null
          await minutesAgo(14)
          const { sent_at } = await payout(id)
          const over = new Date(new Date(sent_at).getTime() + 15 * 60_000).toISOString()
          const message = `status: the request to pay payout ${number} may be under way: try again after ${over}`
          expect(await fail(id)).toMatchObject({ status: 400, data: { message } })
          expect(await eur()).toEqual(PROCESSING)
          await minutesAgo(15)
          expect(await fail(id)).toMatchObject({ status: 200, data: { affiliate_payout: { status: "failed", reason: "It came back" } } })
          expect(await eur()).toEqual(AVAILABLE)
        })

        it("is asked to pay once more meanwhile: refused", async () => {
          const { id, number } = await sent()
          await minutesAgo(15)
          testBank.onFind = async () => {
            await sql(getContainer(), `UPDATE affiliate_payout SET sent_at = now() WHERE id = ?`, [id])
            return null
          }
          const message = `status: payout ${number} was sent meanwhile: look what became of it`
          expect(await fail(id)).toMatchObject({ status: 400, data: { message } })
          expect(await eur()).toEqual(PROCESSING)
        })

        it("says the same: it is as the person says", async () => {
          const { id } = await sent()
          testBank.onFind = () => ({ status: "failed", reason: "Returned" })
          const ended = { status: "failed", reason: "It came back" }
          expect(await fail(id)).toMatchObject({ status: 200, data: { affiliate_payout: ended } })
          expect(await fail(id)).toMatchObject({ status: 200, data: { affiliate_payout: ended } })
          expect(testBank.found).toEqual([id])
          expect(await eur()).toEqual(AVAILABLE)
        })

        it("was never asked to pay: it is as the person says", async () => {
          const id = await makeUnsent()
          expect(await fail(id)).toMatchObject({ status: 200, data: { affiliate_payout: { status: "failed" } } })
          expect(testBank.found).toEqual([])
          expect(await eur()).toEqual(AVAILABLE)
        })

        it.each([
          ["is closed", () => (testBank.isOpen = false), (work: () => Promise<void>) => work()],
          ["was removed", () => {}, withoutTestBank],
        ])("%s: it is as the person says", async (_, close, within) => {
          const { id } = await sent()
          close()
          await within(async () => {
            expect(await fail(id)).toMatchObject({ status: 200, data: { affiliate_payout: { status: "failed" } } })
          })
          expect(testBank.found).toEqual([])
          expect(await eur()).toEqual(AVAILABLE)
        })
      })
    })
  },
})
