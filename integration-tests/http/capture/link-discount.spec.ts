import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { affiliateModule } from "../../helpers/affiliate"
import { createAdmin, type Admin, type Answer } from "../../helpers/http"
import { postProgram } from "../../helpers/programs"
import { createShop, type Shop } from "../../helpers/shop"
import { sql } from "../../helpers/sql"
import { STORE } from "../../helpers/store"
import { buy, checkout, createCart, enrolling, register, shopperOf, type Enrolled, type Shopper } from "./checkout"

jest.setTimeout(240_000)

type Headers = Record<string, string>

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    let shop: Shop
    let admin: Admin
    let guest: Shopper
    /** Anna's and Otto's links take 10 % off; Paula's program says nothing of links, though her code takes 20 % off. */
    let anna: Enrolled
    let otto: Enrolled
    let paula: Enrolled
    let programId: string

    beforeAll(async () => {
      shop = await createShop(getContainer())
      admin = await createAdmin(api, getContainer())
      guest = shopperOf(api, shop)
      const giving = await postProgram(admin, {
        ...{ promo_code_template: "WELCOME-@ID@", customer_discount_percent: 10, link_gives_discount: true },
      })
      const plain = await postProgram(admin, { name: "Plain", promo_code_template: "PLAIN-@ID@", customer_discount_percent: 20 })
      const enroll = enrolling(api, shop, admin)
      anna = await enroll(giving, "anna")
      otto = await enroll(giving, "otto")
      paula = await enroll(plain, "paula")
      programId = giving.id
    })
    beforeEach(() => affiliateModule(getContainer()).clicks.forgetPrograms())

    const clicked = async ({ code }: Enrolled): Promise<Headers> => {
      const { data } = await guest.post("/store/affiliate-clicks", { url: `https://shop.example.com/?ref=${code}` })
      return { "x-affiliate-token": data.click.token }
    }
    const stateOf = async (id: string, shopper = guest): Promise<[string[], number, number, string | null, string | null]> => {
      const { cart } = (await shopper.get(`/store/carts/${id}?fields=id,total,discount_total,promotions.code`)).data
      const { attribution } = (await shopper.get(`/store/carts/${id}/affiliate`)).data
      const codes = cart.promotions.map(({ code }: { code: string }) => code).sort()
      return [codes, cart.discount_total, cart.total, attribution?.source ?? null, attribution?.affiliate_code ?? null]
    }
    const addLamp = (id: string, headers: Headers = {}): Promise<Answer> =>
      guest.post(`/store/carts/${id}/line-items`, { variant_id: shop.variants.lamp, quantity: 1 }, headers)
    const takeOff = (id: string, ...promo_codes: string[]) => guest.delete(`/store/carts/${id}/promotions`, { promo_codes })
    const type = (id: string, ...promo_codes: string[]) => guest.post(`/store/carts/${id}/promotions`, { promo_codes })
    const given = (whose: Enrolled) => [[whose.promo_code], 11.9, 107.1, "link", whose.code]
    const nothing = (whose: Enrolled | null) => [[], 0, 119, whose && "link", whose && whose.code]

    describe("a new visitor with a link", () => {
      it.each<[string, (headers: Headers) => Promise<{ id: string; answer: Answer }>]>([
        [
          "with the cart's items",
          async (headers) => {
            const answer = await createCart(guest, shop, {}, headers)
            return { id: answer.id, answer }
          },
        ],
        [
          "with the first item",
          async (headers) => {
            const { id } = await createCart(guest, shop, { items: [] }, headers)
            return { id, answer: await addLamp(id) }
          },
        ],
        [
          "on a cart that is older than the link",
          async (headers) => {
            const { id } = await createCart(guest, shop)
            return { id, answer: await guest.post(`/store/carts/${id}`, { email: "new@example.com" }, headers) }
          },
        ],
        [
          "by our own route",
          async ({ "x-affiliate-token": token }) => {
            const { id } = await createCart(guest, shop)
            await guest.post(`/store/carts/${id}/affiliate`, { token })
            return { id, answer: await guest.get(`/store/carts/${id}`) }
          },
        ],
      ])("gets the code's discount by itself: %s", async (_, come) => {
        const { id, answer } = await come(await clicked(anna))
        expect([answer.status, answer.data.cart.discount_total, answer.data.cart.total]).toEqual([200, 11.9, 107.1])
        expect(answer.data.cart.promotions).toMatchObject([{ code: anna.promo_code }])
        expect(await stateOf(id)).toEqual(given(anna))
      })

      it("buys for what the cart says, the link gets the order, and the discount is told as no code of theirs", async () => {
        const { id } = await createCart(guest, shop, {}, await clicked(anna))
        const orderId = await buy(guest, shop, id, "shopper@example.com")
        await affiliateModule(getContainer()).orders.record([orderId], new Date())
        const { data } = await admin.get(`/admin/orders/${orderId}/affiliate`)
        expect([data.outcome, data.reason]).toEqual(["attributed", "last_click"])
        expect(data.evidence.map(({ type }: { type: string }) => type)).toEqual(["click"])
        expect(data.commissions).toMatchObject([{ affiliate_id: anna.id, expense_amount: "90.00", amount: "9.00", currency_code: "eur" }])
        const orders = await sql(getContainer(), `SELECT amount::text FROM order_line_item_adjustment WHERE code = ?`, [anna.promo_code])
        expect(orders).toEqual([{ amount: "10" }])
      })

      it("gets it after registering by the link, on the first order alone", async () => {
        const headers = await clicked(anna)
        const customer = await register(api, shop, "carla@example.com", headers)
        const first = await createCart(customer, shop, {}, headers)
        expect(await stateOf(first.id, customer)).toEqual(given(anna))
        await buy(customer, shop, first.id)
        const second = await createCart(customer, shop, {}, await clicked(anna))
        expect((await stateOf(second.id, customer)).slice(0, 3)).toEqual([[], 0, 119])
      })
    })

    describe("nobody else gets it", () => {
      it("a returning customer, whether the e-mail comes with the cart or later", async () => {
        await buy(guest, shop, (await createCart(guest, shop)).id, "known@example.com")
        const early = await createCart(guest, shop, { email: "Known@example.com" }, await clicked(anna))
        expect(await stateOf(early.id)).toEqual(nothing(null))
        const late = await createCart(guest, shop, {}, await clicked(anna))
        const told = await guest.post(`/store/carts/${late.id}`, { email: "known@example.com" })
        expect(told.headers["x-affiliate-refused"]).toBe("not_first_order")
        expect((await guest.get(`/store/carts/${late.id}/affiliate`)).data.refused).toMatchObject({ promo_code: anna.promo_code })
        expect(await stateOf(late.id)).toEqual(nothing(null))
        await guest.post(`/store/carts/${late.id}`, { email: "stranger@example.com" })
        expect(await stateOf(late.id)).toEqual(given(anna))
      })

      it("a visitor of a program that does not say so", async () => {
        const { id } = await createCart(guest, shop, {}, await clicked(paula))
        expect(await stateOf(id)).toEqual(nothing(paula))
      })

      it("a program that stopped saying so: at the cart's next change", async () => {
        const { id } = await createCart(guest, shop, {}, await clicked(anna))
        await admin.post(`/admin/affiliate-programs/${programId}`, { link_gives_discount: false })
        await guest.post(`/store/carts/${id}`, { email: "new@example.com" })
        expect(await stateOf(id)).toEqual(nothing(anna))
        const next = await createCart(guest, shop, {}, await clicked(anna))
        expect(await stateOf(next.id)).toEqual(nothing(anna))
      })

      it("a visitor of a suspended affiliate, and of one who is suspended meanwhile", async () => {
        const headers = await clicked(anna)
        const { id } = await createCart(guest, shop, {}, headers)
        await admin.post(`/admin/affiliates/${anna.id}`, { status: "suspended", reason: "spam" })
        expect(await stateOf((await createCart(guest, shop, {}, headers)).id)).toEqual(nothing(null))
        await guest.post(`/store/carts/${id}`, { email: "new@example.com" })
        expect(await stateOf(id)).toEqual(nothing(null))
      })

      it("a forged token, and a link whose time has run out", async () => {
        const forged = await createCart(guest, shop, {}, { "x-affiliate-token": "forged" })
        expect(await stateOf(forged.id)).toEqual(nothing(null))
        const headers = await clicked(anna)
        await sql(getContainer(), `UPDATE affiliate_click SET occurred_at = occurred_at - interval '91 days'`)
        expect(await stateOf((await createCart(guest, shop, {}, headers)).id)).toEqual(nothing(null))
      })

      it("a customer of another affiliate of the program, also when they log in later", async () => {
        const customer = await register(api, shop, "berta@example.com", await clicked(otto))
        const early = await createCart(customer, shop, {}, await clicked(anna))
        expect((await stateOf(early.id, customer)).slice(0, 3)).toEqual([[], 0, 119])
        const late = await createCart(guest, shop, {}, await clicked(anna))
        expect(await stateOf(late.id)).toEqual(given(anna))
        await customer.post(`/store/carts/${late.id}/customer`)
        expect((await stateOf(late.id, customer)).slice(0, 3)).toEqual([[], 0, 119])
      })
    })

    describe("a typed code wins", () => {
      it("another affiliate's takes the place of the link's, and the link's comes back when it is removed", async () => {
        const { id } = await createCart(guest, shop, {}, await clicked(anna))
        expect((await type(id, paula.promo_code)).status).toBe(200)
        expect(await stateOf(id)).toEqual([[paula.promo_code], 23.8, 95.2, "promo_code", paula.code])
        await takeOff(id, paula.promo_code)
        await guest.post(`/store/carts/${id}`, { email: "new@example.com" })
        expect(await stateOf(id)).toEqual(given(anna))
      })

      it("as part of a list that repeats the link's code, and by our own route", async () => {
        const { id } = await createCart(guest, shop, {}, await clicked(anna))
        expect((await guest.post(`/store/carts/${id}`, { promo_codes: [anna.promo_code, otto.promo_code] })).status).toBe(200)
        expect(await stateOf(id)).toEqual([[otto.promo_code], 11.9, 107.1, "promo_code", otto.code])
        const own = await createCart(guest, shop, {}, await clicked(anna))
        await guest.post(`/store/carts/${own.id}/affiliate`, { code: paula.promo_code })
        expect(await stateOf(own.id)).toEqual([[paula.promo_code], 23.8, 95.2, "promo_code", paula.code])
      })

      it("with the new cart, whose link then gives nothing", async () => {
        const { id } = await createCart(guest, shop, { promo_codes: [otto.promo_code] }, await clicked(anna))
        expect(await stateOf(id)).toEqual([[otto.promo_code], 11.9, 107.1, "promo_code", otto.code])
      })

      it("the link's own code, typed as well, counts once and as typed", async () => {
        const { id } = await createCart(guest, shop, {}, await clicked(anna))
        await type(id, anna.promo_code.toLowerCase())
        expect(await stateOf(id)).toEqual([[anna.promo_code], 11.9, 107.1, "promo_code", anna.code])
      })

      it("a list that repeats the link's code types nothing", async () => {
        const { id } = await createCart(guest, shop, {}, await clicked(anna))
        await guest.post(`/store/carts/${id}`, { promo_codes: [anna.promo_code] })
        expect(await stateOf(id)).toEqual(given(anna))
      })

      it("a code that is refused changes nothing", async () => {
        const { id } = await createCart(guest, shop, {}, await clicked(anna))
        expect((await type(id, "NOBODYS")).status).toBe(400)
        expect((await guest.post(`/store/carts/${id}`, { promo_codes: ["NOBODYS"] })).status).toBe(400)
        await guest.post(`/store/carts/${id}`, { email: "new@example.com" })
        expect(await stateOf(id)).toEqual(given(anna))
      })
    })

    describe("the cart's own life", () => {
      it.each<[string, (id: string) => Promise<Answer>]>([
        ["with the promo field", (id) => takeOff(id, anna.promo_code.toLowerCase())],
        ["with a list that leaves it out", (id) => guest.post(`/store/carts/${id}`, { promo_codes: [] })],
      ])("removed by the shopper it stays removed: %s", async (_, remove) => {
        const headers = await clicked(anna)
        const { id } = await createCart(guest, shop, {}, headers)
        expect((await remove(id)).status).toBe(200)
        await addLamp(id, headers)
        await addLamp(id, await clicked(anna))
        await guest.post(`/store/carts/${id}`, { email: "new@example.com" })
        expect(await stateOf(id)).toEqual([[], 0, 357, "link", anna.code])
        expect((await type(id, anna.promo_code)).status).toBe(200)
        expect((await stateOf(id)).slice(0, 3)).toEqual([[anna.promo_code], 35.7, 321.3])
      })

      it("comes back with the items when the cart was empty for a moment", async () => {
        const { id, data } = await createCart(guest, shop, {}, await clicked(anna))
        await guest.delete(`/store/carts/${id}/line-items/${data.cart.items[0].id}`)
        expect((await stateOf(id)).slice(0, 3)).toEqual([[], 0, 0])
        await addLamp(id)
        expect(await stateOf(id)).toEqual(given(anna))
      })

      it("follows the last link", async () => {
        const { id } = await createCart(guest, shop, {}, await clicked(anna))
        await guest.post(`/store/carts/${id}`, { email: "new@example.com" }, await clicked(otto))
        expect(await stateOf(id)).toEqual(given(otto))
      })

      it("is not on the second of two carts of one shopper, whose checkout goes through at the next attempt", async () => {
        const headers = await clicked(anna)
        const carts = [await createCart(guest, shop, {}, headers), await createCart(guest, shop, {}, headers)]
        const [first, second] = carts.map(({ id }) => id) as [string, string]
        await guest.post(`/store/carts/${second}`, { email: "twice@example.com" })
        await buy(guest, shop, first, "twice@example.com")
        await guest.post(`/store/carts/${second}/shipping-methods`, { option_id: shop.shippingOptionId })
        const answers = await checkout(guest, shop, second)
        expect(answers.at(-1)).toMatchObject({ status: 200, data: { type: "order", order: { discount_total: 0 } } })
      })

      it("is off the cart after a completion that was refused, because another was quicker", async () => {
        const headers = await clicked(anna)
        const { id: first } = await createCart(guest, shop, {}, headers)
        const { id: second } = await createCart(guest, shop, {}, headers)
        const ready = async (id: string) => (await checkoutWithoutPaying(id)).status
        expect([await ready(first), await ready(second)]).toEqual([200, 200])
        expect((await guest.post(`/store/carts/${first}/complete`)).data.type).toBe("order")
        expect((await guest.post(`/store/carts/${second}/complete`)).status).toBe(400)
        expect((await stateOf(second)).slice(0, 2)).toEqual([[], 0])
        const { data } = await guest.get(`/store/carts/${second}?fields=id,payment_collection.id`)
        await guest.post(`/store/payment-collections/${data.cart.payment_collection.id}/payment-sessions`, {
          provider_id: "pp_system_default",
        })
        expect((await guest.post(`/store/carts/${second}/complete`)).data).toMatchObject({ type: "order", order: { discount_total: 0 } })
      })
    })

    const checkoutWithoutPaying = async (id: string): Promise<Answer> => {
      const address = { first_name: "A", last_name: "B", address_1: "Street 1", city: "Town", postal_code: "1", country_code: "de" }
      await guest.post(`/store/carts/${id}`, { email: "quick@example.com", shipping_address: address, billing_address: address })
      await guest.post(`/store/carts/${id}/shipping-methods`, { option_id: shop.shippingOptionId })
      const { data } = await guest.post("/store/payment-collections", { cart_id: id })
      return guest.post(`/store/payment-collections/${data.payment_collection.id}/payment-sessions`, { provider_id: "pp_system_default" })
    }

    it("a program whose codes give nothing cannot say so", async () => {
      const refused = await admin.post("/admin/affiliate-programs", {
        ...{ name: "X", site_url: "https://x.example.com", commission_percent: 1, link_gives_discount: true },
      })
      expect([refused.status, refused.data.message]).toEqual([400, expect.stringContaining("link_gives_discount")])
    })
  },
})
