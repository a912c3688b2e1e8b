import { createPromotionsWorkflow } from "@medusajs/medusa/core-flows"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { affiliateModule } from "../../helpers/affiliate"
import { createAdmin, type Admin, type Answer } from "../../helpers/http"
import { postAffiliate, postProgram } from "../../helpers/programs"
import { createShop, type Shop } from "../../helpers/shop"
import { sql } from "../../helpers/sql"
import { STORE } from "../../helpers/store"
import { buy, createCart, enrolling, register, shopperOf, type Account, type Enrolled, type Shopper } from "./checkout"

jest.setTimeout(240_000)

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    let shop: Shop
    let admin: Admin
    let guest: Shopper
    let annasAccount: Account
    /** Anna's code takes 10 % off, Otto's in the same program too; Paula's takes nothing off. */
    let anna: Enrolled
    let otto: Enrolled
    let paula: Enrolled

    beforeAll(async () => {
      shop = await createShop(getContainer())
      admin = await createAdmin(api, getContainer())
      guest = shopperOf(api, shop)
      annasAccount = await register(api, shop, "anna@example.com")
      const discount = await postProgram(admin, { promo_code_template: "WELCOME-@ID@", customer_discount_percent: 10 })
      const plain = await postProgram(admin, { name: "Plain", promo_code_template: "PLAIN-@ID@" })
      const enroll = enrolling(api, shop, admin)
      anna = await postAffiliate(admin, discount.id, annasAccount.id)
      otto = await enroll(discount, "otto")
      paula = await enroll(plain, "paula")
      await createPromotionsWorkflow(getContainer()).run({
        input: {
          promotionsData: [
            {
              code: "SUMMER",
              type: "standard",
              status: "active",
              application_method: { type: "percentage", target_type: "items", allocation: "across", value: 5 },
            },
          ],
        },
      })
    })

    const enter = (cartId: string, ...promo_codes: string[]) => guest.post(`/store/carts/${cartId}/promotions`, { promo_codes })
    const takeOff = (cartId: string, ...promo_codes: string[]) => guest.delete(`/store/carts/${cartId}/promotions`, { promo_codes })
    const standing = async (cartId: string): Promise<string | null> =>
      (await guest.get(`/store/carts/${cartId}/affiliate`)).data.attribution?.affiliate_code ?? null
    const codesOf = async (cartId: string): Promise<string[]> =>
      (await guest.get(`/store/carts/${cartId}?fields=id,promotions.code`)).data.cart.promotions
        .map(({ code }: { code: string }) => code)
        .sort()
    const discountOf = ({ data }: Answer): number => data.cart.discount_total
    /** Medusa's own refusals have no code. */
    const refusal = ({ status, data }: Answer): string => [status, ...(data.code ? [`${data.code}:`] : []), data.message].join(" ")
    const explain = async (orderId: string): Promise<Answer["data"]> => {
      await affiliateModule(getContainer()).orders.record([orderId], new Date())
      return (await admin.get(`/admin/orders/${orderId}/affiliate`)).data
    }
    const earned = (orderId: string) =>
      sql(getContainer(), `SELECT affiliate_id, amount::text FROM affiliate_commission WHERE order_id = ?`, [orderId])
    const referrals = (email: string) =>
      sql(
        getContainer(),
        `SELECT affiliate_id, source, ended_at IS NULL AS lives FROM affiliate_referral WHERE email = ? ORDER BY started_at, ended_at NULLS LAST`,
        [email]
      )

    /** As pages and mail programs hand it over. */
    const PASTED = {
      "a zero-width blank": (code: string) => `\u200b${code}\u200b`,
      "a direction mark": (code: string) => `${code}\u200e`,
      "a soft hyphen": (code: string) => code.replace("COME", "\u00adCOME"),
      "an en dash": (code: string) => code.replace("-", "–"),
      "a hyphen that does not break": (code: string) => code.replace("-", "\u2011"),
      "full width": (code: string) => code.replace("-", "－").toLowerCase(),
    }

    it.each(Object.entries(PASTED))("a code with %s is that code, wherever it is entered", async (_, paste) => {
      const typed = paste(anna.promo_code)
      const { id: cart } = await createCart(guest, shop)
      const entered = await enter(cart, typed)
      expect([entered.status, entered.data.message]).toEqual([200, undefined])
      expect([await standing(cart), await codesOf(cart)]).toEqual([anna.code, [anna.promo_code]])
      expect(await takeOff(cart, typed)).toMatchObject({ status: 200 })
      expect([await standing(cart), await codesOf(cart)]).toEqual([null, []])

      const updated = await guest.post(`/store/carts/${cart}`, { promo_codes: [typed] })
      expect([updated.status, await standing(cart), await codesOf(cart)]).toEqual([200, anna.code, [anna.promo_code]])

      const { id: other } = await createCart(guest, shop)
      expect(await guest.post(`/store/carts/${other}/affiliate`, { code: typed })).toMatchObject({ status: 200 })
      expect([await standing(other), await codesOf(other)]).toEqual([anna.code, [anna.promo_code]])

      const { id: plain } = await createCart(guest, shop)
      expect(await enter(plain, paste(paula.promo_code))).toMatchObject({ status: 200 })
      expect(await standing(plain)).toBe(paula.code)
    })

    describe("a code with a discount", () => {
      it.each(["lower", "upper", "mixed"])(
        "works in the shop's promo field in %s case, and the order earns on what is left",
        async (how) => {
          const typed = { lower: anna.promo_code.toLowerCase(), upper: anna.promo_code, mixed: ` Welc${anna.promo_code.slice(4)} ` }[how]
          const { id } = await createCart(guest, shop)
          const answer = await enter(id, typed!)
          expect([answer.status, discountOf(answer), await codesOf(id)]).toEqual([200, 11.9, [anna.promo_code]])
          expect(await standing(id)).toBe(anna.code)
          const orderId = await buy(guest, shop, id, "shopper@example.com")
          expect(await explain(orderId)).toMatchObject({ outcome: "attributed", reason: "promo_code", affiliate: { id: anna.id } })
          expect(await earned(orderId)).toEqual([{ affiliate_id: anna.id, amount: "9.00" }])
        }
      )

      it("works by our own route, on cart creation and on cart update", async () => {
        const [own, updated] = [await createCart(guest, shop), await createCart(guest, shop)]
        const answer = await guest.post(`/store/carts/${own.id}/affiliate`, { code: anna.promo_code.toLowerCase() })
        expect(answer.data.attribution).toMatchObject({ source: "promo_code", affiliate_code: anna.code })
        const created = await createCart(guest, shop, { promo_codes: [anna.promo_code.toLowerCase()] })
        const update = await guest.post(`/store/carts/${updated.id}`, { promo_codes: [anna.promo_code.toLowerCase()] })
        expect([discountOf(created), discountOf(update)]).toEqual([11.9, 11.9])
        for (const { id } of [own, created, updated]) {
          expect([await codesOf(id), await standing(id)]).toEqual([[anna.promo_code], anna.code])
        }
      })

      it("comes off again in any letter case, with what it attributed", async () => {
        const { id } = await createCart(guest, shop, { promo_codes: [anna.promo_code, "SUMMER"] })
        expect(await codesOf(id)).toEqual(["SUMMER", anna.promo_code].sort())
        const answer = await takeOff(id, anna.promo_code.toLowerCase())
        expect([answer.status, await codesOf(id), await standing(id)]).toEqual([200, ["SUMMER"], null])
      })
    })

    describe("a code without a discount", () => {
      it("takes nothing off, leaves the shop's own codes where they are, and the order earns", async () => {
        const { id } = await createCart(guest, shop)
        const summer = await enter(id, "SUMMER")
        const answer = await enter(id, paula.promo_code.toLowerCase())
        expect([answer.status, answer.data.cart.total]).toEqual([200, summer.data.cart.total])
        expect([discountOf(answer), await codesOf(id), await standing(id)]).toEqual([5.95, ["SUMMER"], paula.code])
        const orderId = await buy(guest, shop, id, "shopper@example.com")
        expect(await explain(orderId)).toMatchObject({ outcome: "attributed", reason: "promo_code", affiliate: { id: paula.id } })
        expect(await earned(orderId)).toEqual([{ affiliate_id: paula.id, amount: "9.50" }])
      })

      it("works beside a code of the shop in one request, on creation, on update, and by our own route", async () => {
        const both = ["SUMMER", paula.promo_code]
        const [added, updated, own] = [await createCart(guest, shop), await createCart(guest, shop), await createCart(guest, shop)]
        const created = await createCart(guest, shop, { promo_codes: both })
        expect((await enter(added.id, ...both)).status).toBe(200)
        expect((await guest.post(`/store/carts/${updated.id}`, { promo_codes: both })).status).toBe(200)
        expect((await guest.post(`/store/carts/${own.id}/affiliate`, { code: paula.promo_code })).status).toBe(200)
        for (const { id } of [created, added, updated]) expect([await codesOf(id), await standing(id)]).toEqual([["SUMMER"], paula.code])
        expect([await codesOf(own.id), await standing(own.id)]).toEqual([[], paula.code])
      })

      it("comes off again, and the shop's own codes stay", async () => {
        const { id } = await createCart(guest, shop, { promo_codes: ["SUMMER", paula.promo_code] })
        const answer = await takeOff(id, paula.promo_code.toLowerCase())
        expect([answer.status, await codesOf(id), await standing(id)]).toEqual([200, ["SUMMER"], null])
      })

      it("stays where an update names the shop's own codes, and is replaced by another affiliate's", async () => {
        const { id } = await createCart(guest, shop, { promo_codes: [paula.promo_code] })
        await guest.post(`/store/carts/${id}`, { promo_codes: ["SUMMER"] })
        expect([await codesOf(id), await standing(id)]).toEqual([["SUMMER"], paula.code])
        await guest.post(`/store/carts/${id}`, { promo_codes: [anna.promo_code] })
        expect([await codesOf(id), await standing(id)]).toEqual([[anna.promo_code], anna.code])
        await guest.post(`/store/carts/${id}`, { metadata: { gift: true } })
        expect([await codesOf(id), await standing(id)]).toEqual([[anna.promo_code], anna.code])
      })
    })

    describe("a code that cannot be used", () => {
      it("is Medusa's own 400 when nobody has it, and then nothing of the request is kept", async () => {
        const { id } = await createCart(guest, shop)
        expect(refusal(await enter(id, "NOBODYS"))).toBe("400 The promotion code NOBODYS is invalid")
        expect(refusal(await enter(id, paula.promo_code, "NOBODYS"))).toBe("400 The promotion code NOBODYS is invalid")
        expect([await codesOf(id), await standing(id)]).toEqual([[], null])
      })

      it("leaves the codes that were there before, when it comes together with them", async () => {
        const { id } = await createCart(guest, shop, { promo_codes: [paula.promo_code, "SUMMER"] })
        expect((await enter(id, paula.promo_code, "NOBODYS")).status).toBe(400)
        expect((await guest.post(`/store/carts/${id}`, { promo_codes: ["NOBODYS"] })).status).toBe(400)
        expect((await guest.post(`/store/carts/${id}`, { promo_codes: [paula.promo_code, anna.promo_code] })).status).toBe(400)
        expect([await codesOf(id), await standing(id)]).toEqual([["SUMMER"], paula.code])
      })

      it("is a second affiliate's in one cart, of whatever program, and of two in one request neither stays", async () => {
        const { id } = await createCart(guest, shop, { promo_codes: [anna.promo_code] })
        for (const { promo_code } of [otto, paula]) {
          expect(refusal(await enter(id, promo_code))).toBe(
            `400 second_code: The promo code ${promo_code} cannot be used: the cart already has a code of another affiliate; remove that one first`
          )
        }
        expect([await codesOf(id), await standing(id)]).toEqual([[anna.promo_code], anna.code])
        const empty = await createCart(guest, shop)
        expect((await enter(empty.id, anna.promo_code, otto.promo_code)).status).toBe(400)
        expect([await codesOf(empty.id), await standing(empty.id)]).toEqual([[], null])
      })

      it("is a suspended affiliate's, and the affiliate's own", async () => {
        const { id } = await createCart(annasAccount, shop)
        const own = await annasAccount.post(`/store/carts/${id}/promotions`, { promo_codes: [anna.promo_code] })
        expect(refusal(own)).toBe(`400 self_referral: The promo code ${anna.promo_code} cannot be used: affiliates cannot refer themselves`)
        for (const affiliate of [otto, paula]) {
          await admin.post(`/admin/affiliates/${affiliate.id}`, { status: "suspended", reason: "spam" })
          expect(refusal(await enter((await createCart(guest, shop)).id, affiliate.promo_code))).toBe(
            `400 affiliate_not_active: The promo code ${affiliate.promo_code} cannot be used: it is not active`
          )
        }
      })

      it("is ignored on cart creation, which tells why in a header", async () => {
        await admin.post(`/admin/affiliates/${paula.id}`, { status: "suspended", reason: "spam" })
        const cart = await createCart(guest, shop, { promo_codes: [paula.promo_code, "SUMMER"] })
        expect(cart.headers["x-affiliate-refused"]).toBe("affiliate_not_active")
        expect([await codesOf(cart.id), await standing(cart.id)]).toEqual([["SUMMER"], null])
      })
    })

    describe("after a customer's first order", () => {
      const known = "known@example.com"
      let customer: Account
      beforeEach(async () => {
        customer = await register(api, shop, known)
        await buy(customer, shop, (await createCart(customer, shop)).id)
      })

      it("no code can be entered, and the answer says first order", async () => {
        const { id } = await createCart(customer, shop)
        for (const { promo_code } of [anna, paula]) {
          const sentence = "it is valid for a customer's first order only, and there is an earlier order"
          for (const answer of [
            await customer.post(`/store/carts/${id}/promotions`, { promo_codes: [promo_code] }),
            await customer.post(`/store/carts/${id}`, { promo_codes: [promo_code] }),
            await customer.post(`/store/carts/${id}/affiliate`, { code: promo_code }),
          ]) {
            expect(refusal(answer)).toBe(`400 not_first_order: The promo code ${promo_code} cannot be used: ${sentence}`)
          }
        }
        expect([await codesOf(id), await standing(id)]).toEqual([[], null])
      })

      it.each(["anna", "paula"] as const)("a guest's code goes when their e-mail turns out to be known: %s's", async (name) => {
        const { promo_code } = { anna, paula }[name]
        const cart = await createCart(guest, shop, { promo_codes: [promo_code] })
        expect(discountOf(cart)).toBe(name === "anna" ? 11.9 : 0)
        const orderId = await buy(guest, shop, cart.id, "Known@Example.com")
        const { data } = await admin.get(`/admin/orders/${orderId}?fields=discount_total`)
        expect(data.order.discount_total).toBe(0)
        expect(await explain(orderId)).toMatchObject({ outcome: "none", affiliate: null })
        expect([await earned(orderId), await referrals(known)]).toEqual([[], []])
        if (name === "paula") expect(await explain(orderId)).toMatchObject({ reason: "not_first_order" })
      })

      it("a stranger's first order is not held back by it", async () => {
        const cart = await createCart(guest, shop, { promo_codes: [anna.promo_code] })
        expect([discountOf(cart), cart.headers["x-affiliate-refused"]]).toEqual([11.9, undefined])
        expect(await explain(await buy(guest, shop, cart.id, "stranger@example.com"))).toMatchObject({ reason: "promo_code" })
      })
    })

    describe("a customer tied by a link", () => {
      const email = "linked@example.com"
      let customer: Account
      beforeEach(async () => {
        affiliateModule(getContainer()).clicks.forgetPrograms()
        const { data } = await guest.post("/store/affiliate-clicks", { url: `https://shop.example.com/?ref=${anna.code}` })
        customer = await register(api, shop, email, { "x-affiliate-token": data.click.token })
        expect(await referrals(email)).toEqual([{ affiliate_id: anna.id, source: "link", lives: true }])
      })

      it("who has never ordered is re-tied by a code; the history is kept and later orders follow the new referral", async () => {
        const { id } = await createCart(customer, shop, { promo_codes: [otto.promo_code] })
        const first = await buy(customer, shop, id)
        expect(await explain(first)).toMatchObject({ reason: "promo_code", affiliate: { id: otto.id } })
        expect(await referrals(email)).toEqual([
          { affiliate_id: anna.id, source: "link", lives: false },
          { affiliate_id: otto.id, source: "promo_code", lives: true },
        ])
        const later = await buy(customer, shop, (await createCart(customer, shop)).id)
        expect(await explain(later)).toMatchObject({ reason: "existing_referral", affiliate: { id: otto.id } })
      })

      it("who has ordered is not re-tied by another affiliate's code", async () => {
        const first = await buy(customer, shop, (await createCart(customer, shop)).id)
        expect(await explain(first)).toMatchObject({ reason: "existing_referral", affiliate: { id: anna.id } })
        const cart = await createCart(customer, shop, { promo_codes: [otto.promo_code] })
        expect([cart.headers["x-affiliate-refused"], discountOf(cart)]).toEqual(["not_first_order", 0])
        expect(await explain(await buy(customer, shop, cart.id))).toMatchObject({ affiliate: { id: anna.id } })
        expect(await referrals(email)).toEqual([{ affiliate_id: anna.id, source: "link", lives: true }])
      })
    })
  },
})
