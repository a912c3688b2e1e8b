import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { affiliateModule, createReferral } from "../../helpers/affiliate"
import { createAdmin } from "../../helpers/http"
import { createOrders } from "../../helpers/many-orders"
import { postAffiliate, postProgram } from "../../helpers/programs"
import { countStatements } from "../../helpers/sql"
import { STORE } from "../../helpers/store"

const ROWS = 12

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    it("lists cost the same few statements for one row and for many", async () => {
      const container = getContainer()
      const admin = await createAdmin(api, container)
      const program = await postProgram(admin, { promo_code_template: "HI-@ID@" })
      const customers = await container
        .resolve(Modules.CUSTOMER)
        .createCustomers(Array.from({ length: ROWS }, (_, i) => ({ email: `affiliate-${i}@example.com` })))
      const affiliates: { id: string; code: string }[] = []
      for (const [i, { id }] of customers.entries()) {
        const affiliate = await postAffiliate(admin, program.id, id)
        affiliates.push(affiliate)
        await createReferral(container, { id: affiliate.id, program_id: program.id }, `shopper-${i}@example.com`)
      }
      const orders = await createOrders(
        container,
        customers.map((_, i) => ({ email: `shopper-${i}@example.com` }))
      )
      await affiliateModule(container).orders.record(orders, new Date())

      for (const { code } of affiliates) {
        const page = `${program.site_url}/${code}?ref=${code}`
        await affiliateModule(container).clicks.capture({ page }, new Date())
        await affiliateModule(container).clicks.capture({ page: program.site_url }, new Date())
      }

      for (const { id } of affiliates) {
        await admin.post(`/admin/affiliates/${id}/adjustments`, { amount: 5, currency_code: "eur", reason: "Thank you" })
      }
      await admin.post("/admin/affiliate-payouts", { program_id: program.id })
      for (const text of Array.from({ length: ROWS }, (_, i) => `Version ${i + 1}`)) {
        await admin.post(`/admin/affiliate-programs/${program.id}`, { agreement_text: text })
      }
      for (const { id } of affiliates) {
        await affiliateModule(container).agreements.accept({ affiliate_id: id, version: ROWS, accepted_by: "test", now: new Date() })
      }

      for (const [list, most] of [
        ["affiliate-programs", 2],
        ["affiliates", 2],
        ["affiliates?group_id=affgroup_x", 2],
        ["affiliate-groups", 2],
        ["affiliate-referrals", 2],
        ["affiliate-commissions", 2],
        ["affiliate-commissions?status=credited,withheld&q=shop", 2],
        ["affiliate-clicks", 2],
        ["affiliate-commissions?source=manual,link&kind=order&first_of_order=true", 1],
        ["affiliate-referrals?source=link&active=true", 1],
        ["affiliate-referrals?q=shopper", 2],
        ["affiliate-clicks?outcome=ordered", 1],
        ["affiliate-clicks?q=shop", 2],
        ["affiliate-clicks?q=nothing", 2],
        ["affiliate-clicks?page=https://shop.example.com&occurred_at[gte]=2020-01-01&occurred_at[lt]=2040-01-01", 1],
        ["affiliate-clicks/groups?by=page", 1],
        ["affiliate-clicks/groups?by=day&occurred_at[gte]=2020-01-01&occurred_at[lt]=2040-01-01", 1],
        ["affiliate-clicks/ignored", 2],
        ["affiliate-ledger", 1],
        ["affiliate-periods", 3],
        ["affiliate-payouts", 2],
        ["affiliate-pay-runs", 2],
        ["affiliate-agreement-acceptances", 2],
        [`affiliate-programs/${program.id}/agreements`, 4],
      ] as const) {
        const cost = (limit: number) =>
          countStatements(container, () => admin.get(`/admin/${list}${list.includes("?") ? "&" : "?"}limit=${limit}`))
        await cost(1)
        expect([list, await cost(1), await cost(ROWS)]).toEqual([list, most, most])
      }
    })
  },
})
