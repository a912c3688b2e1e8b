import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { affiliateModule } from "../../helpers/affiliate"
import { caller, createAdmin, type Admin } from "../../helpers/http"
import { placeOrder } from "../../helpers/place-order"
import { postAffiliate, postProgram } from "../../helpers/programs"
import { createShop, type Shop } from "../../helpers/shop"
import { sql } from "../../helpers/sql"
import { STORE } from "../../helpers/store"

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    describe("/admin/customers/:id/affiliate-referrer", () => {
      let admin: Admin
      let shop: Shop
      let path: string
      let shopperId: string
      let programId: string
      let anna: { id: string; code: string }
      let otto: { id: string; code: string }

      beforeEach(async () => {
        const container = getContainer()
        admin = await createAdmin(api, container)
        shop = await createShop(container)
        programId = (await postProgram(admin)).id
        const [shopper, first, second] = await container
          .resolve(Modules.CUSTOMER)
          .createCustomers([
            { email: "Shopper@example.com", has_account: true },
            { email: "anna@example.com" },
            { email: "otto@example.com" },
          ])
        shopperId = shopper!.id
        anna = await postAffiliate(admin, programId, first!.id)
        otto = await postAffiliate(admin, programId, second!.id)
        path = `/admin/customers/${shopperId}/affiliate-referrer`
      })

      const order = async (wish: object = {}): Promise<string> => {
        const id = await placeOrder(getContainer(), shop, { email: "shopper@example.com", ...wish })
        await affiliateModule(getContainer()).orders.record([id], new Date())
        return id
      }
      const earned = async (orderId: string) => {
        const { data } = await admin.get(`/admin/orders/${orderId}/affiliate`)
        return data.commissions.map(({ affiliate_code, kind, amount }: Record<string, string>) => [affiliate_code, kind, amount])
      }

      it("referrals a customer to an affiliate, with author and reason, and pays for orders of the open month", async () => {
        const placed = await order()
        expect(await earned(placed)).toEqual([])

        const answer = await admin.post(path, { affiliate_id: anna.id, reason: "Told us at the fair" })
        const referral = {
          id: expect.stringMatching(/^affref_/),
          affiliate_id: anna.id,
          affiliate: { id: anna.id, code: anna.code },
          program_id: programId,
          customer_id: shopperId,
          email: "shopper@example.com",
          source: "manual",
          reason: "Told us at the fair",
          created_by: admin.id,
          ended_at: null,
        }
        expect(answer).toMatchObject({ status: 200, data: { referral: referral, referrals: [referral], affiliates: [] } })
        expect((await admin.get(path)).data).toEqual(answer.data)

        expect(await earned(placed)).toEqual([[anna.code, "order", "10.00"]])
        expect(await earned(await order())).toEqual([[anna.code, "order", "10.00"]])
      })

      it("referrals a customer one of whose orders cannot be recorded: that one waits in quarantine, the others are paid for", async () => {
        const [good, bad] = [await order(), await order()]
        await sql(getContainer(), `UPDATE "order" SET currency_code = 'zzz' WHERE id = ?`, [bad])

        const answer = await admin.post(path, { affiliate_id: anna.id, reason: "Told us at the fair" })
        expect(answer).toMatchObject({ status: 200, data: { referral: { affiliate_id: anna.id, reason: "Told us at the fair" } } })
        expect(await earned(good)).toEqual([[anna.code, "order", "10.00"]])
        const { data } = await admin.get(`/admin/orders/${bad}/affiliate`)
        expect(data).toMatchObject({ affiliate: { id: anna.id }, commissions: [] })
        expect(await sql(getContainer(), `SELECT order_id, error FROM affiliate_quarantined_order WHERE resolved_at IS NULL`)).toEqual([
          { order_id: bad, error: "'zzz' is no currency of this store" },
        ])

        await sql(getContainer(), `UPDATE "order" SET currency_code = 'eur' WHERE id = ?`, [bad])
        await affiliateModule(getContainer()).orders.record([bad], new Date())
        expect(await earned(bad)).toEqual([[anna.code, "order", "10.00"]])
      })

      it("changes nothing when the same affiliate is set again", async () => {
        const first = await admin.post(path, { affiliate_id: anna.id, reason: "a" })
        expect((await admin.post(path, { affiliate_id: anna.id, reason: "b" })).data).toEqual(first.data)
        expect((await admin.get("/admin/affiliate-referrals")).data.count).toBe(1)
      })

      it("hands orders of the open month over when another affiliate is set, and keeps the history", async () => {
        await admin.post(path, { affiliate_id: anna.id, reason: "a" })
        const placed = await order()
        await admin.post(path, { affiliate_id: otto.id, reason: "Anna agrees" })

        expect(await earned(placed)).toEqual([
          [anna.code, "order", "10.00"],
          [anna.code, "reassign", "-10.00"],
          [otto.code, "reassign", "10.00"],
        ])
        const { data } = await admin.get(`/admin/affiliate-referrals?customer_id=${shopperId}&order=created_at`)
        expect(data.affiliate_referrals).toMatchObject([
          { affiliate_id: anna.id, reason: "a", ended_at: expect.any(String) },
          { affiliate_id: otto.id, reason: "Anna agrees", ended_at: null },
        ])
      })

      it("takes later orders of a customer whose first order came by another affiliate's code", async () => {
        await admin.post(`/admin/affiliate-programs/${programId}`, { promo_code_template: "HI-@ID@", customer_discount_percent: 50 })
        const { promo_code } = (await admin.get(`/admin/affiliates/${anna.id}`)).data.affiliate
        const first = await order({ promo_codes: [promo_code] })
        const second = await order()
        expect(await earned(second)).toEqual([[anna.code, "order", "10.00"]])

        await admin.post(path, { affiliate_id: otto.id, reason: "Sales says so" })
        expect(await earned(first)).toEqual([[anna.code, "order", "5.00"]])
        expect(await earned(second)).toEqual([
          [anna.code, "order", "10.00"],
          [anna.code, "reassign", "-10.00"],
          [otto.code, "reassign", "10.00"],
        ])
        expect((await admin.get(path)).data.referral.affiliate_id).toBe(otto.id)
      })

      it("ends the referral with null, with author and reason; what was earned stays", async () => {
        await admin.post(path, { affiliate_id: anna.id, reason: "a" })
        const placed = await order()
        const answer = await admin.post(path, { affiliate_id: null, reason: "Was a mistake" })

        expect(answer).toMatchObject({ status: 200, data: { referral: null, referrals: [] } })
        expect((await admin.get("/admin/affiliate-referrals")).data.affiliate_referrals).toMatchObject([
          { reason: "a", ended_at: expect.any(String), ended_by: admin.id, ended_reason: "Was a mistake" },
        ])
        expect(await earned(placed)).toEqual([[anna.code, "order", "10.00"]])
        expect(await earned(await order())).toEqual([])
      })

      it("ends the referral of one program only when that is asked", async () => {
        const press = await postProgram(admin, { name: "Press" })
        const [editor] = await getContainer()
          .resolve(Modules.CUSTOMER)
          .createCustomers([{ email: "editor@example.com" }])
        const other = await postAffiliate(admin, press.id, editor!.id)
        await admin.post(path, { affiliate_id: anna.id, reason: "a" })
        await admin.post(path, { affiliate_id: other.id, reason: "b" })
        expect((await admin.get(path)).data.referrals).toHaveLength(2)

        const { data } = await admin.post(path, { affiliate_id: null, program_id: press.id, reason: "c" })
        expect(data.referrals).toMatchObject([{ affiliate_id: anna.id }])
      })

      it("makes one living referral of two admins' requests at the same time", async () => {
        await Promise.all([
          admin.post(path, { affiliate_id: anna.id, reason: "a" }),
          admin.post(path, { affiliate_id: otto.id, reason: "b" }),
        ])
        expect((await admin.get("/admin/affiliate-referrals?active=true")).data.count).toBe(1)
      })

      it("refuses what makes no sense and says why", async () => {
        const refused = async (body: object, status: number, named: string) =>
          expect(await admin.post(path, body)).toMatchObject({ status, data: { message: expect.stringContaining(named) } })

        await refused({ affiliate_id: anna.id }, 400, "reason")
        await refused({ affiliate_id: anna.id, reason: "  " }, 400, "reason")
        await refused({ reason: "a" }, 400, "affiliate_id")
        await refused({ affiliate_id: "aff_x", reason: "a" }, 404, "affiliate_id")
        await admin.post(`/admin/affiliates/${otto.id}`, { status: "suspended" })
        await refused({ affiliate_id: otto.id, reason: "a" }, 400, "affiliate_id")

        const own = await postAffiliate(admin, programId, shopperId)
        await refused({ affiliate_id: own.id, reason: "a" }, 400, "affiliate_id: affiliates cannot refer themselves")
        expect((await admin.get(path)).data).toMatchObject({ referrals: [], affiliates: [{ id: own.id }] })

        const unknown = "/admin/customers/cus_x/affiliate-referrer"
        expect((await admin.get(unknown)).status).toBe(404)
        expect((await admin.post(unknown, { affiliate_id: anna.id, reason: "a" })).status).toBe(404)
        expect((await caller(api).post(path, { affiliate_id: anna.id, reason: "a" })).status).toBe(401)
      })

      it("lists referrals by program, affiliate, source, state and search", async () => {
        await admin.post(path, { affiliate_id: anna.id, reason: "a" })
        const count = async (query: string) => (await admin.get(`/admin/affiliate-referrals?${query}`)).data.count
        expect(await count(`program_id=${programId}&affiliate_id=${anna.id}&source=manual&active=true&q=SHOPPER`)).toBe(1)
        expect(await count("program_id=affprog_x")).toBe(0)
        expect(await count(`affiliate_id=${otto.id}`)).toBe(0)
        expect(await count("source=link")).toBe(0)
        expect(await count("active=false")).toBe(0)
        expect(await count("q=nobody")).toBe(0)
      })
    })
  },
})
