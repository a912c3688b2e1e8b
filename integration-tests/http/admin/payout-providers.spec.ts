import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import type { PayoutAnswer } from "../../../src/modules/affiliate"
import { sendPayoutsWorkflow } from "../../../src/workflows"
import { aMoment, forgetEvents, seeEvents } from "../../helpers/events"
import { createCustomer, createAdmin, type Admin, type ShopCustomer } from "../../helpers/http"
import { postProgram } from "../../helpers/programs"
import { createShop } from "../../helpers/shop"
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
      const sendAll = async () => (await sendPayoutsWorkflow(getContainer()).run({ input: { now: new Date() } })).result

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

      it.each([
        ["paid", { status: "paid", reference: "TX-1" }, "affiliate.payout.paid"],
        ["failed", { status: "failed", reason: "Returned" }, "affiliate.payout.failed"],
      ] as [string, PayoutAnswer, string][])("is asked by eight at once and says %s: one event", async (_, answer, name) => {
        testBank.onPay = hangUp
        const [{ id }] = (await create()).data.payouts
        testBank.onFind = () => answer
        const seen = seeEvents(getContainer())
        const rounds = await Promise.all(Array.from({ length: 8 }, sendAll))
        await aMoment()
        forgetEvents(getContainer())
        expect(rounds.flat().filter(({ ended }) => ended)).toEqual([{ id, outcome: answer.status, ended: true }])
        expect(seen).toEqual([{ name, data: { id } }])
      })
    })
  },
})
