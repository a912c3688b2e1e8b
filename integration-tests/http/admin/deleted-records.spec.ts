import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import completeAffiliates from "../../../src/jobs/complete-affiliates"
import { affiliateModule } from "../../helpers/affiliate"
import { createAdmin, type Admin, type Answer } from "../../helpers/http"
import { postAffiliate, postProgram } from "../../helpers/programs"
import { createShop, type Shop } from "../../helpers/shop"
import { STORE } from "../../helpers/store"
import { createCart, register, shopperOf, type Account } from "../capture/checkout"

jest.setTimeout(240_000)

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    let shop: Shop
    let admin: Admin
    beforeAll(async () => {
      shop = await createShop(getContainer())
      admin = await createAdmin(api, getContainer())
    })

    const exceptions = async (): Promise<unknown[]> => {
      const { invariants } = await affiliateModule(getContainer()).doctor.run(new Date())
      return invariants.find(({ id }) => id === "store_references")!.exceptions.map(({ problem, row_id }) => [problem, row_id])
    }

    describe("a customer group or a sales channel that a program refers to", () => {
      let program: Answer["data"]
      let groups: string[]
      let channels: string[]
      const save = (update: object) => admin.post(`/admin/affiliate-programs/${program.id}`, update)

      beforeEach(async () => {
        const customers = getContainer().resolve(Modules.CUSTOMER)
        groups = (await customers.createCustomerGroups([{ name: "Fans" }, { name: "Staff" }, { name: "Press" }])).map(({ id }) => id)
        const made = await getContainer()
          .resolve(Modules.SALES_CHANNEL)
          .createSalesChannels([{ name: "Shop" }, { name: "Fair" }])
        channels = made.map(({ id }) => id)
        program = await postProgram(admin, {
          eligible_customer_group_ids: groups.slice(0, 1),
          forbidden_customer_group_ids: groups.slice(1, 2),
          sales_channel_ids: channels,
        })
        for (const id of groups.slice(0, 2)) await admin.delete(`/admin/customer-groups/${id}`)
        await admin.delete(`/admin/sales-channels/${channels[1]}`)
      })

      it("may be deleted: the program can be saved, and Health names what is gone", async () => {
        const { name, eligible_customer_group_ids, forbidden_customer_group_ids, sales_channel_ids } = program
        const form = { name, eligible_customer_group_ids, forbidden_customer_group_ids, sales_channel_ids, status: "paused" }
        const answers = [await save({ status: "paused" }), await save({ status: "active" }), await save(form)]
        expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
        expect(answers[2]!.data.affiliate_program).toMatchObject({
          status: "paused",
          eligible_customer_group_ids: groups.slice(0, 1),
          forbidden_customer_group_ids: groups.slice(1, 2),
          sales_channel_ids: [...channels].sort(),
        })
        expect(await exceptions()).toEqual(
          [
            ["group_deleted", groups[0]],
            ["group_deleted", groups[1]],
            ["sales_channel_deleted", channels[1]],
          ].sort()
        )
      })

      it("can be taken out, kept beside a new one, and not be added again", async () => {
        const kept = await save({ eligible_customer_group_ids: [groups[0], groups[2]], forbidden_customer_group_ids: [] })
        expect(kept.data.affiliate_program).toMatchObject({ forbidden_customer_group_ids: [] })
        expect(kept.data.affiliate_program.eligible_customer_group_ids.sort()).toEqual([groups[0], groups[2]].sort())
        const again = await save({ forbidden_customer_group_ids: [groups[1]] })
        expect([again.status, again.data.message]).toEqual([400, `forbidden_customer_group_ids: there is no customer group ${groups[1]}`])
        await save({ eligible_customer_group_ids: [], sales_channel_ids: channels.slice(0, 1) })
        expect(await exceptions()).toEqual([])
      })
    })

    describe("a guest whom an admin enrolled", () => {
      let program: Answer["data"]
      let affiliate: Answer["data"]
      let guestId: string
      const own = async (account: Account) => (await account.get("/store/affiliates/me")).data.affiliates

      beforeEach(async () => {
        program = await postProgram(admin)
        guestId = (await getContainer().resolve(Modules.CUSTOMER).createCustomers({ email: "guest@example.com" })).id
        affiliate = await postAffiliate(admin, program.id, guestId)
        const adjustment = { amount: "20.00", currency_code: "eur", reason: "Bonus" }
        expect((await admin.post(`/admin/affiliates/${affiliate.id}/adjustments`, adjustment)).status).toBe(200)
      })

      it("sees what they earn once they have registered", async () => {
        const account = await register(api, shop, "guest@example.com")
        for (let attempt = 0; attempt < 100 && (await own(account)).length === 0; attempt++) {
          await new Promise((resolve) => setTimeout(resolve, 50))
        }
        expect(await own(account)).toMatchObject([{ id: affiliate.id, balances: [{ available: "20.00" }] }])
        const joined = await account.post("/store/affiliates/me", { program_id: program.id })
        expect(joined.data.affiliate.id).toBe(affiliate.id)
        expect((await admin.get(`/admin/affiliates?program_id=${program.id}`)).data.count).toBe(1)
      })

      it("is found by the hourly job, in any letter case, unless the account is an affiliate itself", async () => {
        const customers = getContainer().resolve(Modules.CUSTOMER)
        const { id } = await customers.createCustomers({ email: "Guest@Example.com", has_account: true })
        expect(await exceptions()).toEqual([["account_unknown", guestId]])
        const other = await postProgram(admin, { name: "Press" })
        const member = await postAffiliate(admin, other.id, id)
        expect((await admin.get(`/admin/affiliates/${affiliate.id}`)).data.affiliate.customer_id).toBe(id)
        expect(await exceptions()).toEqual([])

        const second = await postAffiliate(admin, other.id, guestId)
        await completeAffiliates(getContainer())
        const { data } = await admin.get("/admin/affiliates?order=number")
        expect(data.affiliates.map((found: Answer["data"]) => [found.id, found.customer_id])).toEqual([
          [affiliate.id, id],
          [member.id, id],
          [second.id, guestId],
        ])
      })
    })

    describe("an affiliate's customer account", () => {
      let program: Answer["data"]
      let affiliate: Answer["data"]
      let anna: Account
      const read = async () => (await admin.get(`/admin/affiliates/${affiliate.id}`)).data.affiliate
      const hand = (customer_id: string, more: object = {}) => admin.post(`/admin/affiliates/${affiliate.id}`, { customer_id, ...more })

      beforeEach(async () => {
        program = await postProgram(admin, { promo_code_template: "HI-@ID@", customer_discount_percent: 10 })
        anna = await register(api, shop, "anna@example.com")
        affiliate = await postAffiliate(admin, program.id, anna.id)
        const adjustment = { amount: "20.00", currency_code: "eur", reason: "Bonus" }
        expect((await admin.post(`/admin/affiliates/${affiliate.id}/adjustments`, adjustment)).status).toBe(200)
        await getContainer().resolve(Modules.CUSTOMER).softDeleteCustomers([anna.id])
      })

      it("is missed by Health, and the hourly job suspends the affiliate with a reason: code and payouts stop, the balance stays", async () => {
        expect(await exceptions()).toEqual([["account_deleted", anna.id]])
        await completeAffiliates(getContainer())
        expect([await exceptions(), await read()]).toMatchObject([
          [],
          { status: "suspended", status_reason: "The customer account was deleted", customer: null, balances: [{ available: "20.00" }] },
        ])
        const guest = shopperOf(api, shop)
        const { id } = await createCart(guest, shop)
        const typed = await guest.post(`/store/carts/${id}/promotions`, { promo_codes: [affiliate.promo_code] })
        expect([typed.status, typed.data.code]).toEqual([400, "affiliate_not_active"])
        const { data } = await admin.get(`/admin/affiliate-payouts/preview?program_id=${program.id}`)
        expect(JSON.stringify(data)).toContain("affiliate_not_active")
      })

      it("is deleted in the dashboard, and the affiliate is suspended at once", async () => {
        const otto = await register(api, shop, "otto@example.com")
        affiliate = await postAffiliate(admin, program.id, otto.id)
        expect((await admin.delete(`/admin/customers/${otto.id}`)).status).toBe(200)
        for (let attempt = 0; attempt < 100 && (await read()).status === "active"; attempt++) {
          await new Promise((resolve) => setTimeout(resolve, 50))
        }
        expect(await read()).toMatchObject({ status: "suspended", status_reason: "The customer account was deleted" })
      })

      it("comes again with the same e-mail: no second affiliate, until an admin hands the first one over", async () => {
        await completeAffiliates(getContainer())
        await getContainer()
          .resolve(Modules.AUTH)
          .deleteAuthIdentities(
            (
              await getContainer()
                .resolve(Modules.AUTH)
                .listAuthIdentities({ provider_identities: { entity_id: "anna@example.com" } })
            ).map(({ id }) => id)
          )
        const again = await register(api, shop, "anna@example.com")
        const join = () => again.post("/store/affiliates/me", { program_id: program.id })
        expect(await join()).toMatchObject({ status: 409, data: { code: "former_affiliate" } })
        await admin.post(`/admin/affiliate-programs/${program.id}`, { auto_enroll: true })
        await completeAffiliates(getContainer())
        expect((await admin.get(`/admin/affiliates?program_id=${program.id}&customer_id=${again.id}`)).data.count).toBe(0)

        expect((await hand(again.id, { status: "active", reason: "A new account" })).data.affiliate).toMatchObject({
          status: "active",
          customer_id: again.id,
          customer: { email: "anna@example.com" },
          balances: [{ available: "20.00" }],
        })
        const { data } = await again.get("/store/affiliates/me")
        expect(data.affiliates).toMatchObject([{ id: affiliate.id, promo_code: affiliate.promo_code }])
      })

      it("is merged into another: that customer takes the affiliate over, unless they are one already", async () => {
        const [other, member] = [await register(api, shop, "other@example.com"), await register(api, shop, "member@example.com")]
        await postAffiliate(admin, program.id, member.id)
        const refused = await hand(member.id)
        expect([refused.status, refused.data.message]).toEqual([
          400,
          expect.stringMatching(/^customer_id: the customer is the affiliate aff_/),
        ])
        expect((await hand("cus_nobody")).status).toBe(404)
        expect((await hand(anna.id)).status).toBe(200)
        expect((await hand(other.id)).data.affiliate).toMatchObject({ customer_id: other.id, status: "active" })
        expect(await exceptions()).toEqual([])
      })
    })
  },
})
