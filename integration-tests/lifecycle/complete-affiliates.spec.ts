import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import completeAffiliates from "../../src/jobs/complete-affiliates"
import enrollRegisteredCustomer from "../../src/subscribers/enroll-registered-customer"
import { affiliateModule, createProgram } from "../helpers/affiliate"
import { STORE } from "../helpers/store"

jest.setTimeout(120_000)

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ getContainer }) => {
    const customers = () => getContainer().resolve(Modules.CUSTOMER)
    const enrolled = async (program_id: string): Promise<string[]> =>
      (await affiliateModule(getContainer()).listAffiliates({ program_id, status: "active" })).map(({ customer_id }) => customer_id).sort()

    it("enrolls registered customers into a program that enrolls by itself, and gives each a code and its promotion, once", async () => {
      const program_id = await createProgram(getContainer(), {
        auto_enroll: true,
        promo_code_template: "HI-@ID@",
        customer_discount_percent: "5",
      })
      const made = await customers().createCustomers(
        Array.from({ length: 3 }, (_, n) => ({ email: `account-${n}@example.com`, has_account: true }))
      )
      await customers().createCustomers({ email: "guest@example.com", has_account: false })

      await completeAffiliates(getContainer())
      await completeAffiliates(getContainer())

      expect(await enrolled(program_id)).toEqual(made.map(({ id }) => id).sort())
      const codes = await affiliateModule(getContainer()).listPromoCodes({}, { relations: ["affiliate"] })
      expect(codes.map(({ code, affiliate }) => code === `HI-${affiliate.number}`)).toEqual([true, true, true])
      const promotions = await getContainer()
        .resolve(Modules.PROMOTION)
        .listPromotions({ id: codes.map(({ promotion_id }) => promotion_id!) })
      expect(promotions.map(({ code }) => code).sort()).toEqual(codes.map(({ code }) => code).sort())
    })

    it("enrolls a customer at registration, and only one in a group that may join", async () => {
      const group = await customers().createCustomerGroups({ name: "Fans" })
      const program_id = await createProgram(getContainer(), { auto_enroll: true })
      await affiliateModule(getContainer()).createProgramCustomerGroups({ program_id, customer_group_id: group.id, access: "eligible" })
      const [fan, other] = await customers().createCustomers([
        { email: "fan@example.com", has_account: true },
        { email: "other@example.com", has_account: true },
      ])
      await customers().addCustomerToGroup({ customer_id: fan!.id, customer_group_id: group.id })
      for (const { id } of [fan!, other!]) {
        await enrollRegisteredCustomer({
          event: { name: "customer.created", data: { id }, metadata: {} },
          container: getContainer(),
          pluginOptions: {},
        })
      }
      expect(await enrolled(program_id)).toEqual([fan!.id])
    })
  },
})
