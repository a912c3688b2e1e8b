import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import completeAffiliates from "../../../src/jobs/complete-affiliates"
import { affiliateModule } from "../../helpers/affiliate"
import { createAdmin, type Admin } from "../../helpers/http"
import { placeOrder } from "../../helpers/place-order"
import { postAffiliate, postProgram } from "../../helpers/programs"
import { createShop, type Shop } from "../../helpers/shop"
import { statementsOf } from "../../helpers/sql"
import { STORE } from "../../helpers/store"
import { buy, createCart, register, shopperOf } from "./checkout"

jest.setTimeout(240_000)

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    let shop: Shop
    let admin: Admin
    let anna: { id: string; code: string; promo_code: string }
    let customerId: string

    /** An account whose e-mail was typed with capitals, with an order from before the first program. */
    beforeAll(async () => {
      shop = await createShop(getContainer())
      admin = await createAdmin(api, getContainer())
      const customers = getContainer().resolve(Modules.CUSTOMER)
      customerId = (await customers.createCustomers({ email: "Case.B@x.test", has_account: true })).id
      await placeOrder(getContainer(), shop, { customer_id: customerId, email: "Case.B@x.test" })
      const program = await postProgram(admin, {
        promo_code_template: "WELCOME-@ID@",
        customer_discount_percent: 10,
        payout_method: "paypal",
      })
      anna = await postAffiliate(admin, program.id, (await register(api, shop, "anna@example.com")).id)
    })

    it.each(["case.b@x.test", "CASE.B@X.TEST", "Case.B@x.test"])("a guest who types %s is the person of the account", async (email) => {
      await completeAffiliates(getContainer())
      const guest = shopperOf(api, shop)
      const { id } = await createCart(guest, shop, { email })
      const typed = await guest.post(`/store/carts/${id}/promotions`, { promo_codes: [anna.promo_code] })
      expect([typed.status, typed.data.code]).toEqual([400, "not_first_order"])

      const late = await createCart(guest, shop, { promo_codes: [anna.promo_code] })
      const orderId = await buy(guest, shop, late.id, email)
      await affiliateModule(getContainer()).orders.record([orderId], new Date())
      const { data } = await admin.get(`/admin/orders/${orderId}/affiliate`)
      expect([data.outcome, data.commissions]).toEqual(["none", []])
      expect((await admin.get(`/admin/orders/${orderId}?fields=discount_total`)).data.order.discount_total).toBe(0)
    })

    it("an account that changes its e-mail is found by the new one", async () => {
      await completeAffiliates(getContainer())
      const first = (email: string) => affiliateModule(getContainer()).attribution.isFirstOrder("cart_none", { customer_id: null, email })
      expect(await first("case.b@x.test")).toBe(false)
      await getContainer().resolve(Modules.CUSTOMER).updateCustomers(customerId, { email: "New.B@x.test" })
      expect(await first("new.b@x.test")).toBe(true)
      await affiliateModule(getContainer()).store.keepKnownEmails([customerId])
      expect(await first("new.b@x.test")).toBe(false)
    })

    it.each<[string, string]>([
      ["former e-mail", "Anna@example.com"],
      ["PayPal e-mail", "anna.money@example.com"],
      ["PayPal e-mail in another spelling", "anna.money+shop@example.com"],
    ])("an order by the affiliate's %s with their own code is attributed, and its evidence says so", async (_, email) => {
      const { customer_id } = (await admin.get(`/admin/affiliates/${anna.id}`)).data.affiliate
      await getContainer().resolve(Modules.CUSTOMER).updateCustomers(customer_id, { email: "anna.new@example.com" })
      await completeAffiliates(getContainer())
      const method = { method: "paypal", details: { email: "anna.money@example.com" } }
      expect((await admin.post(`/admin/affiliates/${anna.id}/payout-method`, method)).status).toBe(200)
      const guest = shopperOf(api, shop)
      const explain = async (shopper: string) => {
        const orderId = await buy(guest, shop, (await createCart(guest, shop, { promo_codes: [anna.promo_code] })).id, shopper)
        await affiliateModule(getContainer()).orders.record([orderId], new Date())
        const { data } = await admin.get(`/admin/orders/${orderId}/affiliate`)
        return [data.outcome, data.evidence.map(({ type, verdict, flag }: Record<string, unknown>) => [type, verdict, flag])]
      }
      expect(await explain(email)).toEqual(["attributed", [["promo_code", "chosen", "affiliate_email"]]])
      expect(await explain("stranger@example.com")).toEqual(["attributed", [["promo_code", "chosen", null]]])
    })

    it("a guest who registers stays the affiliate's referral, also with another e-mail later", async () => {
      const guest = shopperOf(api, shop)
      const first = await buy(guest, shop, (await createCart(guest, shop, { promo_codes: [anna.promo_code] })).id, "gast@example.com")
      await affiliateModule(getContainer()).orders.record([first], new Date())
      const account = await register(api, shop, "gast@example.com")
      await completeAffiliates(getContainer())
      await getContainer().resolve(Modules.CUSTOMER).updateCustomers(account.id, { email: "moved@example.com" })
      const next = await buy(account, shop, (await createCart(account, shop)).id)
      await affiliateModule(getContainer()).orders.record([next], new Date())
      const { data } = await admin.get(`/admin/orders/${next}/affiliate`)
      expect([data.outcome, data.reason, data.affiliate?.id]).toEqual(["attributed", "existing_referral", anna.id])
    })

    it("asks no table of Medusa by a function of the e-mail", async () => {
      const check = () => affiliateModule(getContainer()).attribution.isFirstOrder("cart_none", { customer_id: null, email: "a@x.test" })
      const asked = (await statementsOf(getContainer(), check)).join("\n")
      expect(asked).toContain("affiliate_known_email")
      expect(asked).not.toMatch(/WHERE lower\(account\.email\)/)
    })
  },
})
