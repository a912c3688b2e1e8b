import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { affiliateModule, createReferral } from "../../helpers/affiliate"
import { createAdmin, createCustomer, createPublishableKey, stranger, type Admin, type ShopCustomer } from "../../helpers/http"
import { createOrders } from "../../helpers/many-orders"
import { postAffiliate, postProgram } from "../../helpers/programs"
import { STORE } from "../../helpers/store"

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    let admin: Admin
    let key: string
    let anna: ShopCustomer
    let program: { id: string }
    let affiliate: { id: string }
    let path: string

    beforeEach(async () => {
      admin = await createAdmin(api, getContainer())
      key = await createPublishableKey(getContainer())
      anna = await createCustomer(api, key, { email: "anna@example.com" })
      program = await postProgram(admin, { order_commission_limits: { eur: "50" } })
      affiliate = await postAffiliate(admin, program.id, anna.id)
      path = `/store/affiliates/me/${affiliate.id}/terms`
    })

    const rule = (body: object) =>
      admin.post(`/admin/affiliate-programs/${program.id}/commission-rules`, { rate: { type: "percent", percent: 5 }, ...body })
    const terms = async () => (await anna.get(path)).data.terms
    const names = async (): Promise<string[]> => (await terms()).rules.map(({ name }: { name: string }) => name)

    it("names what an affiliate's orders earn, without what is the merchant's", async () => {
      await rule({
        name: "Clearance 2026 (margin too low)",
        public_name: "Sale items",
        rate: { type: "none" },
        conditions: { sources: ["link"] },
      })
      await rule({ name: "Secret" })
      await rule({
        name: "Kettles",
        public_name: "Kettles",
        rate: { type: "fixed", per: "unit", amounts: [{ currency_code: "eur", amount: "15" }] },
        ends_at: "2099-01-01T00:00:00Z",
      })
      await rule({ name: "Old", public_name: "Old", ends_at: "2020-01-01T00:00:00Z" })
      expect(await terms()).toEqual({
        commission_percent: "10",
        has_own_rate: false,
        order_commission_limits: { eur: "50.00" },
        commission_tiers: null,
        affiliate_month_limits: null,
        new_customer_bonuses: null,
        welcome_bonuses: null,
        rules: [
          { name: "Sale items", rate: { type: "none" }, ends_at: null },
          {
            name: "Kettles",
            rate: { type: "fixed", per: "unit", amounts: [{ currency_code: "eur", amount: "15.00" }] },
            ends_at: "2099-01-01T00:00:00.000Z",
          },
        ],
        tier_progress: [],
      })
    })

    it("tells how far the month has come towards the next tier", async () => {
      const tiers = [{ currency_code: "eur", threshold: "1000", raise_percent: "20" }]
      await admin.post(`/admin/affiliate-programs/${program.id}`, { commission_tiers: { tiers } })
      expect((await terms()).tier_progress).toEqual([
        { currency_code: "eur", measured: "0.00", raise_percent: null, next_threshold: "1000.00", next_raise_percent: "20" },
      ])
    })

    it("has the rules of the groups that the affiliate is in, and of no other affiliate", async () => {
      const group = async (name: string): Promise<string> => (await admin.post("/admin/affiliate-groups", { name })).data.affiliate_group.id
      const press = await group("Press")
      const vip = await group("VIP")
      const bert = await createCustomer(api, key, { email: "bert@example.com" })
      const other = await postAffiliate(admin, program.id, bert.id)
      await rule({ name: "Press", public_name: "Press", conditions: { affiliate_group_ids: [press] } })
      await rule({ name: "VIP", public_name: "VIP", conditions: { affiliate_group_ids: [vip] } })
      await rule({ name: "Bert", public_name: "Bert", conditions: { affiliate_ids: [other.id] } })
      expect(await names()).toEqual([])
      await admin.post(`/admin/affiliate-groups/${press}/affiliates`, { add: [affiliate.id] })
      expect(await names()).toEqual(["Press"])
      await admin.delete(`/admin/affiliate-groups/${press}`)
      expect(await names()).toEqual([])

      expect((await bert.get(path)).status).toBe(404)
      expect((await stranger(api, key).get(path)).status).toBe(401)
    })

    it("names the rules behind each commission, as they were called when the order was placed", async () => {
      await rule({
        name: "Secret",
        rate: { type: "none" },
        conditions: { min_order_amounts: [{ currency_code: "eur", amount: "100000" }] },
      })
      const { data } = await rule({ name: "All of it", public_name: "Everything", conditions: {} })
      await createReferral(getContainer(), { id: affiliate.id, program_id: program.id }, "shopper@example.com")
      const orders = await createOrders(getContainer(), [{ email: "shopper@example.com" }])
      await affiliateModule(getContainer()).orders.record(orders, new Date())
      await admin.post(`/admin/affiliate-programs/${program.id}/commission-rules/${data.commission_rule.id}`, { public_name: "Later" })
      const { commissions } = (await anna.get(`/store/affiliates/me/${affiliate.id}/commissions`)).data
      expect(commissions).toMatchObject([{ rate_percent: "5", rules: ["Everything"] }])
    })

    it("names the welcome bonus to an affiliate who has not earned yet", async () => {
      await admin.post(`/admin/affiliate-programs/${program.id}`, { welcome_bonuses: { eur: "5" } })
      expect(await terms()).toMatchObject({ welcome_bonuses: { eur: "5.00" } })
      await createReferral(getContainer(), { id: affiliate.id, program_id: program.id }, "shopper@example.com")
      await affiliateModule(getContainer()).orders.record(
        await createOrders(getContainer(), [{ email: "shopper@example.com" }]),
        new Date()
      )
      expect(await terms()).toMatchObject({ welcome_bonuses: null })
    })

    it("has only the own rate of an affiliate who has one", async () => {
      await rule({ name: "All", public_name: "All" })
      await admin.post(`/admin/affiliates/${affiliate.id}`, { commission_percent: 12.5 })
      expect(await terms()).toMatchObject({ commission_percent: "12.5", has_own_rate: true, rules: [] })
    })
  },
})
