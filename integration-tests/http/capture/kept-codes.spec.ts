import { createPromotionsWorkflow } from "@medusajs/medusa/core-flows"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { affiliateModule } from "../../helpers/affiliate"
import { createAdmin, type Admin, type Answer } from "../../helpers/http"
import { postProgram } from "../../helpers/programs"
import { createShop, type Shop } from "../../helpers/shop"
import { statementsOf } from "../../helpers/sql"
import { STORE } from "../../helpers/store"
import { buy, createCart, enrolling, register, shopperOf, type Enrolled, type Shopper } from "./checkout"

jest.setTimeout(240_000)

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    let shop: Shop
    let admin: Admin
    let guest: Shopper
    /** Anna's code takes 10 % off, Otto's in the same program too; Paula's takes nothing off. */
    let anna: Enrolled
    let otto: Enrolled
    let paula: Enrolled

    beforeAll(async () => {
      shop = await createShop(getContainer())
      admin = await createAdmin(api, getContainer())
      guest = shopperOf(api, shop)
      const discount = await postProgram(admin, { promo_code_template: "WELCOME-@ID@", customer_discount_percent: 10 })
      const plain = await postProgram(admin, { name: "Plain", promo_code_template: "PLAIN-@ID@" })
      const enroll = enrolling(api, shop, admin)
      anna = await enroll(discount, "anna")
      otto = await enroll(discount, "otto")
      paula = await enroll(plain, "paula")
      const application_method = { type: "percentage", target_type: "items", allocation: "across", value: 5 } as const
      await createPromotionsWorkflow(getContainer()).run({
        input: { promotionsData: [{ code: "TENOFF", type: "standard", status: "active", application_method }] },
      })
    })

    const send = (id: string, ...promo_codes: string[]) => guest.post(`/store/carts/${id}`, { promo_codes })
    const takeOff = (id: string, ...promo_codes: string[]) => guest.delete(`/store/carts/${id}/promotions`, { promo_codes })
    const standing = async (id: string): Promise<string | null> =>
      (await guest.get(`/store/carts/${id}/affiliate`)).data.attribution?.affiliate_code ?? null
    const stateOf = async (id: string): Promise<unknown[]> => {
      const { cart } = (await guest.get(`/store/carts/${id}?fields=id,discount_total,promotions.code`)).data
      return [cart.promotions.map(({ code }: { code: string }) => code).sort(), cart.discount_total, await standing(id)]
    }
    const addLamp = (id: string, quantity = 1): Promise<Answer> =>
      guest.post(`/store/carts/${id}/line-items`, { variant_id: shop.variants.lamp, quantity })

    describe("a list of codes that the storefront keeps", () => {
      it("leaves a code alone that Medusa does not show, with whatever list", async () => {
        const { id } = await createCart(guest, shop, { promo_codes: [paula.promo_code] })
        for (const [list, shown, discount] of [
          [["TENOFF"], ["TENOFF"], 5.95],
          [[], [], 0],
          [["TENOFF"], ["TENOFF"], 5.95],
        ] as const) {
          expect((await send(id, ...list)).status).toBe(200)
          expect(await stateOf(id)).toEqual([shown, discount, paula.code])
        }
        await guest.post(`/store/carts/${id}/promotions`, { promo_codes: [] })
        expect(await standing(id)).toBe(paula.code)
        const orderId = await buy(guest, shop, id, "shopper@example.com")
        await affiliateModule(getContainer()).orders.record([orderId], new Date())
        expect((await admin.get(`/admin/orders/${orderId}/affiliate`)).data.outcome).toBe("attributed")
      })

      it("ends a code that Medusa shows and the list leaves out", async () => {
        const { id } = await createCart(guest, shop, { promo_codes: [anna.promo_code] })
        expect(await stateOf(id)).toEqual([[anna.promo_code], 11.9, anna.code])
        await send(id, "TENOFF")
        expect(await stateOf(id)).toEqual([["TENOFF"], 5.95, null])
      })

      it("ends a code by another affiliate's, and the shopper's own removal ends it as well", async () => {
        const { id } = await createCart(guest, shop, { promo_codes: [paula.promo_code] })
        await send(id, anna.promo_code)
        expect(await stateOf(id)).toEqual([[anna.promo_code], 11.9, anna.code])
        await send(id, paula.promo_code)
        expect(await stateOf(id)).toEqual([[], 0, paula.code])
        await takeOff(id, paula.promo_code.toLowerCase())
        expect(await stateOf(id)).toEqual([[], 0, null])
      })
    })

    describe("a discount that had nothing to be taken off", () => {
      it.each(["in the promo field", "in a list", "with the cart", "by our own route"])("comes with the items: typed %s", async (how) => {
        const typed = how === "with the cart" ? [anna.promo_code] : []
        const { id } = await createCart(guest, shop, { items: [], promo_codes: typed })
        if (how === "in the promo field") await guest.post(`/store/carts/${id}/promotions`, { promo_codes: [anna.promo_code] })
        if (how === "in a list") await send(id, anna.promo_code)
        if (how === "by our own route") await guest.post(`/store/carts/${id}/affiliate`, { code: anna.promo_code })
        expect(await stateOf(id)).toEqual([[], 0, anna.code])
        const added = await addLamp(id)
        expect([added.status, added.data.cart.discount_total]).toEqual([200, 11.9])
        expect(await stateOf(id)).toEqual([[anna.promo_code], 11.9, anna.code])
      })

      it("comes again when the cart was emptied and filled, and not when the code was taken off meanwhile", async () => {
        const { id, data } = await createCart(guest, shop, { promo_codes: [anna.promo_code] })
        await guest.delete(`/store/carts/${id}/line-items/${data.cart.items[0].id}`)
        expect(await stateOf(id)).toEqual([[], 0, anna.code])
        const filled = await addLamp(id)
        expect(filled.data.cart.discount_total).toBe(11.9)
        await guest.delete(`/store/carts/${id}/line-items/${filled.data.cart.items[0].id}`)
        await takeOff(id, anna.promo_code)
        expect([(await addLamp(id)).data.cart.discount_total, ...(await stateOf(id))]).toEqual([0, [], 0, null])
      })

      it("comes when an e-mail that is known was a slip", async () => {
        await buy(guest, shop, (await createCart(guest, shop)).id, "known@example.com")
        const { id } = await createCart(guest, shop, { promo_codes: [anna.promo_code] })
        await guest.post(`/store/carts/${id}`, { email: "known@example.com" })
        expect(await stateOf(id)).toEqual([[], 0, null])
        await guest.post(`/store/carts/${id}`, { email: "stranger@example.com" })
        expect(await stateOf(id)).toEqual([[anna.promo_code], 11.9, anna.code])
      })

      it("is not on the cart when Medusa refuses the items", async () => {
        const { id } = await createCart(guest, shop, { items: [], promo_codes: [anna.promo_code] })
        expect((await guest.post(`/store/carts/${id}/line-items`, { variant_id: "variant_none", quantity: 1 })).status).toBe(400)
        expect(await stateOf(id)).toEqual([[], 0, anna.code])
      })
    })

    describe("why a code or token was refused", () => {
      const refused = async (id: string) => (await guest.get(`/store/carts/${id}/affiliate`)).data.refused

      it("is shown to scripts of another origin, and told by the cart's own route", async () => {
        await admin.post(`/admin/affiliates/${paula.id}`, { status: "suspended", reason: "spam" })
        const { id, headers } = await createCart(guest, shop, { promo_codes: [paula.promo_code] }, { origin: "https://shop.example.com" })
        expect(headers["x-affiliate-refused"]).toBe("affiliate_not_active")
        expect(String(headers["access-control-expose-headers"]).split(/, */)).toContain("x-affiliate-refused")
        expect(await refused(id)).toEqual({
          code: "affiliate_not_active",
          message: `The promo code ${paula.promo_code} cannot be used: it is not active`,
          promo_code: paula.promo_code,
        })
        await guest.post(`/store/carts/${id}/promotions`, { promo_codes: [anna.promo_code] })
        expect(await refused(id)).toBeNull()
      })

      it("names a bad token, the second of two codes, and a code that an e-mail has ended", async () => {
        const token = await createCart(guest, shop, {}, { "x-affiliate-token": "forged" })
        expect(await refused(token.id)).toMatchObject({ code: "invalid_token", promo_code: null })
        const two = await createCart(guest, shop, { promo_codes: [anna.promo_code, otto.promo_code] })
        expect(await refused(two.id)).toMatchObject({ code: "second_code" })
        await buy(guest, shop, (await createCart(guest, shop)).id, "known@example.com")
        const known = await createCart(guest, shop, { promo_codes: [paula.promo_code], email: "new@example.com" })
        expect(await refused(known.id)).toBeNull()
        await guest.post(`/store/carts/${known.id}`, { email: "Known@example.com" })
        expect(await refused(known.id)).toMatchObject({ code: "not_first_order", promo_code: paula.promo_code })
      })

      it("costs a cart that has no code or token of ours one statement more than any other change, which costs two", async () => {
        const { id } = await createCart(guest, shop, {})
        const ours = async (body: object) => {
          const sent = await statementsOf(getContainer(), () => guest.post(`/store/carts/${id}`, body))
          return sent.filter((statement) => statement.includes("affiliate_")).length
        }
        expect([await ours({ metadata: { gift: true } }), await ours({ email: "nobody@example.com" })]).toEqual([2, 3])
      })

      it("is told in the answer that drops a code, when an old customer's e-mail comes in or they log in", async () => {
        const berta = await register(api, shop, "berta@example.com")
        await buy(berta, shop, (await createCart(berta, shop)).id)
        const dropped = {
          code: "not_first_order",
          message: `The promo code ${anna.promo_code} cannot be used: it is valid for a customer's first order only, and there is an earlier order`,
          promo_code: anna.promo_code,
        }
        const byEmail = await createCart(guest, shop, { promo_codes: [anna.promo_code] })
        const kept = await guest.post(`/store/carts/${byEmail.id}`, { email: "new@example.com" })
        expect([kept.data.cart.discount_total, kept.headers["x-affiliate-refused"]]).toEqual([11.9, undefined])
        const told = await guest.post(`/store/carts/${byEmail.id}`, { email: "Berta@example.com" }, { origin: "https://shop.example.com" })
        expect([told.status, told.data.cart.discount_total, told.headers["x-affiliate-refused"]]).toEqual([200, 0, "not_first_order"])
        expect(String(told.headers["access-control-expose-headers"]).split(/, */)).toContain("x-affiliate-refused")
        expect(await refused(byEmail.id)).toEqual(dropped)

        const byLogin = await createCart(guest, shop, { promo_codes: [anna.promo_code] })
        const loggedIn = await berta.post(`/store/carts/${byLogin.id}/customer`)
        expect([loggedIn.status, loggedIn.headers["x-affiliate-refused"]]).toEqual([200, "not_first_order"])
        expect(await refused(byLogin.id)).toEqual(dropped)
      })
    })
  },
})
