import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { affiliateModule, createReferral } from "../helpers/affiliate"
import { createAdmin } from "../helpers/http"
import { createOrders } from "../helpers/many-orders"
import { postAffiliate, postProgram } from "../helpers/programs"
import { STORE } from "../helpers/store"

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    it("lead from our rows to Medusa's by query.graph", async () => {
      const container = getContainer()
      const admin = await createAdmin(api, container)
      const customers = container.resolve(Modules.CUSTOMER)
      const group = await customers.createCustomerGroups({ name: "Bloggers" })
      const customer = await customers.createCustomers({ email: "anna@example.com" })
      const program = await postProgram(admin, {
        promo_code_template: "HI-@ID@",
        customer_discount_percent: 5,
        eligible_customer_group_ids: [group.id],
      })
      const affiliate = await postAffiliate(admin, program.id, customer.id)
      await createReferral(container, { id: affiliate.id, program_id: program.id }, "shopper@example.com")
      const shopper = await customers.createCustomers({ email: "shopper@example.com" })
      await affiliateModule(container).updateReferrals({ selector: {}, data: { customer_id: shopper.id } })
      const [orderId] = await createOrders(container, [{ email: "shopper@example.com" }])
      await affiliateModule(container).orders.record([orderId!], new Date())

      const query = container.resolve(ContainerRegistrationKeys.QUERY)
      const graph = async (entity: string, fields: string[]) => (await query.graph({ entity, fields })).data
      expect(await graph("affiliate", ["id", "customer.email", "program.name", "promo_codes.promotion.code"])).toMatchObject([
        {
          id: affiliate.id,
          customer: { email: "anna@example.com" },
          program: { name: "Friends" },
          promo_codes: [{ promotion: { code: affiliate.promo_code } }],
        },
      ])
      expect(await graph("affiliate_referral", ["customer.email"])).toMatchObject([{ customer: { email: "shopper@example.com" } }])
      expect(await graph("affiliate_commission", ["amount", "order.email"])).toMatchObject([
        { amount: "10.00", order: { email: "shopper@example.com" } },
      ])
      expect(await graph("affiliate_attribution", ["order.id"])).toMatchObject([{ order: { id: orderId } }])
      expect(await graph("affiliate_program_customer_group", ["access", "customer_group.name"])).toMatchObject([
        { access: "eligible", customer_group: { name: "Bloggers" } },
      ])
    })
  },
})
