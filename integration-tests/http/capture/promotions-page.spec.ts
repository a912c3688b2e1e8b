import { createPromotionsWorkflow } from "@medusajs/medusa/core-flows"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import completeAffiliates from "../../../src/jobs/complete-affiliates"
import { affiliateModule } from "../../helpers/affiliate"
import { createAdmin, type Admin } from "../../helpers/http"
import { postAffiliate, postProgram } from "../../helpers/programs"
import { createShop, type Shop } from "../../helpers/shop"
import { sql } from "../../helpers/sql"
import { STORE } from "../../helpers/store"
import { buy, createCart, enrolling, register, shopperOf, type Enrolled, type Shopper } from "./checkout"

jest.setTimeout(240_000)

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    let shop: Shop
    let admin: Admin
    let guest: Shopper
    /** Anna's and Otto's codes take 10 % off; Paula's and Pia's nothing. */
    let discount: { id: string }
    let plain: { id: string }
    let anna: Enrolled
    let otto: Enrolled
    let paula: Enrolled
    let pia: Enrolled

    beforeAll(async () => {
      shop = await createShop(getContainer())
      admin = await createAdmin(api, getContainer())
      guest = shopperOf(api, shop)
      discount = await postProgram(admin, { promo_code_template: "WELCOME-@ID@", customer_discount_percent: 10 })
      plain = await postProgram(admin, { name: "Plain", promo_code_template: "PLAIN-@ID@" })
      const enroll = enrolling(api, shop, admin)
      anna = await enroll(discount, "anna")
      otto = await enroll(discount, "otto")
      paula = await enroll(plain, "paula")
      pia = await enroll(plain, "pia")
    })

    const codeOf = async ({ id }: Enrolled) => ((await admin.get(`/admin/affiliates/${id}`)).data.affiliate as Enrolled).promo_codes[0]!
    const promotionIdOf = async (affiliate: Enrolled): Promise<string> => (await codeOf(affiliate)).promotion_id ?? "none"
    const change = async (affiliate: Enrolled, body: object) =>
      expect((await admin.post(`/admin/promotions/${await promotionIdOf(affiliate)}`, body)).status).toBe(200)
    const remove = async (affiliate: Enrolled) =>
      expect((await admin.delete(`/admin/promotions/${await promotionIdOf(affiliate)}`)).status).toBe(200)
    const createPromotion = async (code: string, value = 5): Promise<string> => {
      const application_method = { type: "percentage", target_type: "items", allocation: "across", value } as const
      const input = { promotionsData: [{ code, type: "standard", status: "active", application_method } as const] }
      return (await createPromotionsWorkflow(getContainer()).run({ input })).result[0]!.id
    }
    const hourly = () => completeAffiliates(getContainer())
    const standing = async (id: string): Promise<string | null> =>
      (await guest.get(`/store/carts/${id}/affiliate`)).data.attribution?.affiliate_code ?? null
    /** What a code typed into the promo field does: the answer, the discount on a lamp at 119.00, and who would get the order. */
    const typed = async (code: string, shopper = guest): Promise<unknown[]> => {
      const { id } = await createCart(shopper, shop)
      const { status, data } = await shopper.post(`/store/carts/${id}/promotions`, { promo_codes: [code] })
      return [status, data.cart?.discount_total ?? data.message, await standing(id)]
    }
    const exceptions = async (): Promise<unknown[]> => {
      const { invariants } = await affiliateModule(getContainer()).doctor.run(new Date())
      return invariants.find(({ id }) => id === "promo_codes")!.exceptions.map(({ problem, name }) => [problem, name])
    }

    it.each<[string, (affiliate: Enrolled) => Promise<void>, number, string | null]>([
      ["deleted", remove, 0, "discount_missing"],
      ["renamed", (affiliate) => change(affiliate, { code: "SPRING" }), 0, "discount_missing"],
      ["switched off", (affiliate) => change(affiliate, { status: "inactive" }), 0, "discount_missing"],
      ["set to 50 %", (affiliate) => change(affiliate, { application_method: { value: 50 } }), 59.5, "discount_differs"],
      ["made automatic", (affiliate) => change(affiliate, { is_automatic: true }), 11.9, "discount_differs"],
    ])("a promotion that was %s: the code attributes, and one run of the hourly job mends it", async (_, spoil, meanwhile, problem) => {
      await spoil(anna)
      expect(await typed(anna.promo_code)).toEqual([200, meanwhile, anna.code])
      expect(await exceptions()).toEqual([[problem, anna.promo_code]])
      await hourly()
      expect(await typed(anna.promo_code.toLowerCase())).toEqual([200, 11.9, anna.code])
      expect([await typed(otto.promo_code), await exceptions()]).toEqual([[200, 11.9, otto.code], []])
    })

    it("an automatic promotion takes nothing off and attributes nothing that nobody typed", async () => {
      await createPromotion("SUMMER")
      await change(anna, { is_automatic: true })
      const cart = await createCart(guest, shop)
      const summer = await guest.post(`/store/carts/${cart.id}/promotions`, { promo_codes: ["SUMMER"] })
      expect([cart.data.cart.discount_total, summer.data.cart.discount_total]).toEqual([0, 5.95])
      const orderId = await buy(guest, shop, cart.id, "shopper@example.com")
      await hourly()
      await affiliateModule(getContainer()).orders.record([orderId], new Date())
      expect((await admin.get(`/admin/orders/${orderId}/affiliate`)).data).toMatchObject({ outcome: "none", reason: "no_evidence" })
    })

    it("a promotion of the store that has taken a code holds up nothing else, and is named", async () => {
      await remove(anna)
      await remove(otto)
      const takenBy = await createPromotion(anna.promo_code)
      await hourly()
      expect(await typed(anna.promo_code)).toEqual([200, 5.95, anna.code])
      expect(await typed(otto.promo_code)).toEqual([200, 11.9, otto.code])
      expect(await codeOf(anna)).toMatchObject({ promotion_id: null, taken_by: takenBy })
      expect(await exceptions()).toEqual([
        ["code_taken", anna.promo_code],
        ["discount_missing", anna.promo_code],
      ])
      const { affiliate_program } = (await admin.get(`/admin/affiliate-programs/${discount.id}`)).data
      expect(affiliate_program.taken_promo_codes).toEqual([anna.promo_code])
      for (const status of ["paused", "active"]) {
        expect((await admin.post(`/admin/affiliate-programs/${discount.id}`, { status })).status).toBe(200)
      }
      const carl = await postAffiliate(admin, discount.id, (await register(api, shop, "carl@example.com")).id)
      expect(await typed(carl.promo_code)).toEqual([200, 11.9, carl.code])

      expect((await admin.delete(`/admin/promotions/${takenBy}`)).status).toBe(200)
      await hourly()
      expect([await typed(anna.promo_code), await exceptions()]).toEqual([[200, 11.9, anna.code], []])
    })

    it("a promotion in other letters can be used as it is spelled, and the affiliate's code in any other way", async () => {
      const small = otto.promo_code.toLowerCase()
      await createPromotion(small)
      expect(await typed(small)).toEqual([200, 5.95, otto.code])
      expect(await typed(otto.promo_code)).toEqual([200, 11.9, otto.code])
      expect(await exceptions()).toEqual([["code_taken", otto.promo_code]])
      await buy(guest, shop, (await createCart(guest, shop)).id, "known@example.com")
      const known = await createCart(guest, shop, { email: "known@example.com" })
      const answer = await guest.post(`/store/carts/${known.id}/promotions`, { promo_codes: [small] })
      expect([answer.status, answer.data.cart.discount_total, await standing(known.id)]).toEqual([200, 5.95, null])
    })

    it("a first discount is given to each code but the one that is taken", async () => {
      await createPromotion(paula.promo_code)
      const answer = await admin.post(`/admin/affiliate-programs/${plain.id}`, { customer_discount_percent: 8 })
      expect(answer.status).toBe(200)
      expect(await typed(pia.promo_code)).toEqual([200, 9.52, pia.code])
      expect(await typed(paula.promo_code)).toEqual([200, 5.95, paula.code])
      expect(await exceptions()).toContainEqual(["code_taken", paula.promo_code])
    })

    describe("a code on a draft order", () => {
      /** A draft with a lamp and Anna's code, typed in the draft's edit; the order it becomes. */
      const convert = async (email: string): Promise<{ id: string; discount_total: number }> => {
        const draft = { email, region_id: shop.regions.eur, sales_channel_id: shop.salesChannelId }
        const items = [{ variant_id: shop.variants.lamp, quantity: 1 }]
        const { id } = (await admin.post("/admin/draft-orders", { ...draft, items })).data.draft_order
        expect((await admin.post(`/admin/draft-orders/${id}/edit`)).status).toBe(200)
        expect((await admin.post(`/admin/draft-orders/${id}/edit/promotions`, { promo_codes: [anna.promo_code] })).status).toBe(200)
        expect((await admin.post(`/admin/draft-orders/${id}/edit/confirm`)).status).toBe(200)
        expect((await admin.post(`/admin/draft-orders/${id}/convert-to-order`)).status).toBe(200)
        return (await admin.get(`/admin/orders/${id}?fields=id,discount_total`)).data.order
      }

      it("takes its discount off a first order, and nothing off a later one", async () => {
        const first = await convert("draft@example.com")
        // A draft without an address has no tax.
        expect(first.discount_total).toBe(10)
        await affiliateModule(getContainer()).orders.record([first.id], new Date())
        const { data } = await admin.get(`/admin/orders/${first.id}/affiliate`)
        expect([data.reason, data.commissions[0].expense_amount, data.commissions[0].amount]).toEqual(["promo_code", "90.00", "9.00"])
        expect((await convert("Draft@example.com")).discount_total).toBe(0)
      })
    })

    describe("an order edit that carries promotions over", () => {
      /** Two lamps instead of one. Gives what the discount takes off them, with tax. */
      const editedDiscount = async (orderId: string): Promise<number> => {
        const { order } = (await admin.get(`/admin/orders/${orderId}?fields=items.id`)).data
        await admin.post("/admin/order-edits", { order_id: orderId })
        const change = (await admin.get(`/admin/orders/${orderId}/changes`)).data.order_changes[0]
        const carried = await admin.post(`/admin/order-changes/${change.id}`, { carry_over_promotions: true })
        expect(carried.status).toBe(200)
        const edited = await admin.post(`/admin/order-edits/${orderId}/items/item/${order.items[0].id}`, { quantity: 2 })
        expect(edited.status).toBe(200)
        expect((await admin.post(`/admin/order-edits/${orderId}/confirm`)).status).toBe(200)
        return (await admin.get(`/admin/orders/${orderId}?fields=discount_total`)).data.order.discount_total
      }
      const order = async (): Promise<string> =>
        buy(guest, shop, (await createCart(guest, shop, { promo_codes: [anna.promo_code] })).id, "shopper@example.com")

      it.each<[string, () => Promise<unknown>, unknown[]]>([
        ["nothing has changed", () => Promise.resolve(), [200, 11.9, "anna"]],
        ["the affiliate is suspended", () => admin.post(`/admin/affiliates/${anna.id}`, { status: "suspended" }), [400, "refused", null]],
        [
          "the discount is 5 % now",
          () => admin.post(`/admin/affiliate-programs/${discount.id}`, { customer_discount_percent: 5 }),
          [200, 5.95, "anna"],
        ],
        [
          "the program gives none now",
          () => admin.post(`/admin/affiliate-programs/${discount.id}`, { customer_discount_percent: null }),
          [200, 0, "anna"],
        ],
        [
          "the program is paused",
          () => admin.post(`/admin/affiliate-programs/${discount.id}`, { status: "paused" }),
          [400, "refused", null],
        ],
      ])("keeps what was given when %s", async (_, happen, afterwards) => {
        const orderId = await order()
        await happen()
        await hourly()
        expect(await editedDiscount(orderId)).toBe(23.8)
        const [status, result, by] = await typed(anna.promo_code)
        expect([status, status === 400 ? "refused" : result, by === anna.code ? "anna" : by]).toEqual(afterwards)
      })

      it("a cart that is open while the discount changes takes the new one, and the former promotion can be used by nobody", async () => {
        await order()
        const cart = await createCart(guest, shop, { promo_codes: [anna.promo_code], email: "other@example.com" })
        await admin.post(`/admin/affiliate-programs/${discount.id}`, { customer_discount_percent: 5 })
        const refreshed = await guest.post(`/store/carts/${cart.id}`, { metadata: { gift: true } })
        expect(refreshed.data.cart.discount_total).toBe(5.95)
        const [retired] = await sql<{ code: string }>(getContainer(), `SELECT code FROM promotion WHERE code LIKE ?`, [
          `${anna.promo_code}#%`,
        ])
        expect(await typed(retired!.code)).toEqual([200, 0, null])
      })

      it("an open cart loses the discount when the affiliate is suspended", async () => {
        const { id } = await createCart(guest, shop, { promo_codes: [anna.promo_code] })
        await admin.post(`/admin/affiliates/${anna.id}`, { status: "suspended" })
        const refreshed = await guest.post(`/store/carts/${id}`, { metadata: { gift: true } })
        expect([refreshed.data.cart.discount_total, await standing(id)]).toEqual([0, null])
      })
    })
  },
})
