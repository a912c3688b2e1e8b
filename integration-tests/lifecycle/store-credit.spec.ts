import type { MedusaContainer } from "@medusajs/framework/types"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { closePeriodsWorkflow, createPayoutsWorkflow, sendPayoutsWorkflow } from "../../src/workflows"
import { affiliateModule } from "../helpers/affiliate"
import { dyingStore } from "../helpers/dying-store"
import { createAdmin, createCustomer, type Admin, type ShopCustomer } from "../helpers/http"
import { placeOrder } from "../helpers/place-order"
import { postProgram } from "../helpers/programs"
import { createShop, type Shop } from "../helpers/shop"
import { sql } from "../helpers/sql"
import { STORE } from "../helpers/store"

jest.setTimeout(300_000)

const ADDRESS = { first_name: "A", last_name: "B", address_1: "Street 1", city: "Town", postal_code: "1", country_code: "de" }
const NEXT_MONTH = new Date(Date.now() + 32 * 24 * 60 * 60 * 1000)
const MONTH = new Date().toISOString().slice(0, 7)

interface Story {
  container: MedusaContainer
  admin: Admin
  shop: Shop
  programId: string
  anna: ShopCustomer
  affiliateId: string
}

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    describe("An affiliate is paid in store credit", () => {
      let story: Story
      beforeEach(async () => {
        const container = getContainer()
        const admin = await createAdmin(api, container)
        const shop = await createShop(container)
        const { id: programId } = await postProgram(admin, { payout_method: "store_credit" })
        const anna = await createCustomer(api, shop.publishableKey, { email: "anna@example.com" })
        const { data } = await admin.post("/admin/affiliates", { program_id: programId, customer_id: anna.id })
        story = { container, admin, shop, programId, anna, affiliateId: data.affiliate.id }
      })

      const storeCredit = () =>
        sql<{ balance: string; credits: number }>(
          story.container,
          `SELECT a.currency_code, sum(CASE t.type WHEN 'credit' THEN t.amount ELSE -t.amount END)::text AS balance, count(*)::int AS credits
           FROM store_credit_account a JOIN store_credit_account_transaction t ON t.account_id = a.id
           WHERE a.customer_id = ? GROUP BY a.id ORDER BY 1`,
          [story.anna.id]
        )
      const balances = async () =>
        (await affiliateModule(story.container).ledger.listBalances([story.affiliateId], NEXT_MONTH)).get(story.affiliateId)
      const credit = (amount: string, currency_code = "eur") =>
        story.admin.post(`/admin/affiliates/${story.affiliateId}/adjustments`, { amount, currency_code, reason: "Commissions" })
      const payOut = () =>
        createPayoutsWorkflow(story.container).run({ input: { program_id: story.programId, created_by: "law", now: new Date() } })
      const sendAll = () => sendPayoutsWorkflow(story.container).run({ input: { now: new Date() } })

      it("close, payout: the credit grows by exactly the amount, and pays for an order", async () => {
        const { container, shop, anna, affiliateId, programId } = story
        const affiliate = affiliateModule(container)
        await affiliate.createReferrals({
          program_id: programId,
          affiliate_id: affiliateId,
          email: "shopper@example.com",
          source: "link",
          started_at: new Date("2010-01-01"),
        })
        const bought = await placeOrder(container, shop, { items: [{ variant: "lamp", quantity: 13 }] })
        await affiliate.orders.record([bought], new Date())
        await closePeriodsWorkflow(container).run({ input: { period: MONTH, closed_by: "law", now: NEXT_MONTH } })
        const input = { program_id: programId, created_by: "law", now: NEXT_MONTH }
        const { result } = await createPayoutsWorkflow(container).run({ input })
        expect(result).toMatchObject([{ available: "130.00", method: "store_credit", reason: null }])
        expect(await balances()).toEqual([{ currency_code: "eur", pending: "0.00", available: "0.00", processing: "0.00", paid: "130.00" }])
        const { data } = await anna.get("/store/store-credit-accounts?currency_code=eur")
        expect(data.store_credit_accounts).toMatchObject([{ currency_code: "eur", balance: 130 }])
        const [credited] = await sql(container, `SELECT reference, reference_id, note, amount::text FROM store_credit_account_transaction`)
        expect(credited).toEqual({
          reference: "affiliate_payout",
          reference_id: result[0]!.payout_id,
          note: "Affiliate payout 1",
          amount: "130",
        })

        // One lamp with tax and shipping: 100.00 + 5.00, and 19 % on both.
        const items = [{ variant_id: shop.variants.lamp, quantity: 1 }]
        const cart = (await anna.post("/store/carts", { region_id: shop.regions.eur, items })).data.cart
        await anna.post(`/store/carts/${cart.id}`, { shipping_address: ADDRESS, billing_address: ADDRESS })
        await anna.post(`/store/carts/${cart.id}/shipping-methods`, { option_id: shop.shippingOptionId })
        const paid = await anna.post(`/store/carts/${cart.id}/store-credits`, {})
        expect(paid).toMatchObject({ status: 200, data: { cart: { credit_line_total: 124.95, total: 0 } } })
        const completed = await anna.post(`/store/carts/${cart.id}/complete`)
        expect(completed).toMatchObject({ status: 200, data: { type: "order" } })
        expect(await storeCredit()).toEqual([{ currency_code: "eur", balance: "5.05", credits: 2 }])
      })

      it("run twice and ten times at once: paid once, in each currency", async () => {
        await credit("62.40")
        await credit("700", "jpy")
        await Promise.all([...Array.from({ length: 5 }, payOut), ...Array.from({ length: 5 }, sendAll)])
        await payOut()
        await sendAll()
        expect(await storeCredit()).toEqual([
          { currency_code: "eur", balance: "62.4", credits: 1 },
          { currency_code: "jpy", balance: "700", credits: 1 },
        ])
        expect(await balances()).toMatchObject([{ paid: "62.40" }, { paid: "700" }])
      })

      it("dies before every statement of a payout, starts again: paid once", async () => {
        const different: number[] = []
        let [k, rounds] = [0, 0]
        for (let statements = 0; statements >= k; rounds++) {
          k++
          await credit("10.01")
          statements = await dyingStore(story.container, k, payOut)
          // The next hours: whoever may still be sending is over by then.
          await payOut()
          await sql(story.container, `UPDATE affiliate_payout SET sent_at = sent_at - interval '15 minutes' WHERE status = 'processing'`)
          await sendAll()
          const expected = ((rounds + 1) * 1001) / 100
          const [account] = await storeCredit()
          const [balance] = (await balances()) ?? []
          const isRight = Number(account?.balance) === expected && account?.credits === rounds + 1
          if (!isRight || Number(balance?.paid) !== expected || balance?.processing !== "0.00") different.push(k)
        }
        process.stderr.write(`journeys: a payout in store credit died before each of ${k - 1} statements\n`)
        expect(different).toEqual([])
        expect(k).toBeGreaterThan(15)
      })
    })
  },
})
