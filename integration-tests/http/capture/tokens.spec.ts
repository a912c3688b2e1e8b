import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { signClickToken, verifyClickToken } from "../../../src/domain/clicks/click-token"
import { affiliateModule, type TestAffiliate } from "../../helpers/affiliate"
import { createShop, type Shop } from "../../helpers/shop"
import { sql } from "../../helpers/sql"
import { STORE } from "../../helpers/store"
import { buy, createCart, register, shopperOf, type Shopper } from "./checkout"
import { createProgramWithAffiliate } from "./support"

jest.setTimeout(180_000)

const KEY = { id: "new", secret: "a secret of at least thirty-two characters" }
const OLD_KEY = { id: "old", secret: "another secret of at least thirty-two characters" }
process.env.AFFILIATE_PLUGIN_OPTIONS = JSON.stringify({ token_keys: [KEY, OLD_KEY] })

const IN_AN_HOUR = new Date(Date.now() + 3_600_000)
const AN_HOUR_AGO = new Date(Date.now() - 3_600_000)

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    let shop: Shop
    let anna: TestAffiliate
    let program_id: string
    let guest: Shopper

    beforeAll(async () => {
      shop = await createShop(getContainer())
      const made = await createProgramWithAffiliate(getContainer(), { handle: "friends" })
      ;({ affiliate: anna, program_id } = made)
      guest = shopperOf(api, shop)
    })
    beforeEach(() => affiliateModule(getContainer()).clicks.forgetPrograms())

    const click = (body: Record<string, unknown>) => guest.post("/store/affiliate-clicks", body)
    const tokenOf = async ({ code }: { code: string }): Promise<string> =>
      (await click({ url: `https://shop.example.com/?ref=${code}` })).data.click.token
    const attribute = (cartId: string, token: unknown) => guest.post(`/store/carts/${cartId}/affiliate`, { token })
    const onCarts = () => sql(getContainer(), `SELECT cart_id, source FROM affiliate_cart_attribution WHERE deleted_at IS NULL`)
    const referrals = () =>
      sql(getContainer(), `SELECT affiliate_id, customer_id, email, source, order_id FROM affiliate_referral WHERE ended_at IS NULL`)
    const decision = async (orderId: string) => {
      await affiliateModule(getContainer()).orders.record([orderId], new Date())
      const [row] = await sql(
        getContainer(),
        `SELECT outcome, reason, source, affiliate_id FROM affiliate_attribution WHERE order_id = ? AND superseded_at IS NULL`,
        [orderId]
      )
      return row
    }

    describe("a click told by a server", () => {
      it("is answered with its signed token and when that ends", async () => {
        const { status, data } = await click({ url: `https://www.shop.example.com/a?ref=${anna.code}`, referrer: null, program: "friends" })
        expect([status, Object.keys(data), Object.keys(data.click)]).toEqual([201, ["click"], ["token", "expires_at"]])
        const claim = verifyClickToken(data.click.token, [KEY], new Date())
        expect(await sql(getContainer(), `SELECT id FROM affiliate_click`)).toEqual([{ id: claim?.click_id }])
        const lifetime = new Date(data.click.expires_at).getTime() - Date.now()
        expect(lifetime / (24 * 60 * 60 * 1000)).toBeCloseTo(90, 2)
        expect(data.click.token).not.toContain(anna.code)
      })

      it.each([
        [{ url: "https://shop.example.com/" }, "no_code"],
        [{ url: "https://shop.example.com/?ref=nobody" }, "unknown_code"],
        [{ url: "https://evil.example.org/?ref=nobody" }, "off_site"],
        [{ url: "javascript:alert(1)" }, "bad_page"],
        [{ url: "https://shop.example.com/?ref=nobody", program: 99 }, "unknown_program"],
      ])("that carries nothing is answered with the reason: %j is %s", async (body, reason) => {
        expect(await click(body)).toMatchObject({ status: 200, data: { click: null, reason } })
        expect(await sql(getContainer(), `SELECT reason, count FROM affiliate_ignored_click`)).toEqual([{ reason, count: 1 }])
      })

      it.each([
        [{}, "url"],
        [{ url: "" }, "url"],
        [{ url: ["https://shop.example.com"] }, "url"],
        [{ url: "https://shop.example.com", program: {} }, "program"],
        [{ url: "https://shop.example.com", referrer: 1 }, "referrer"],
        [{ url: "https://shop.example.com", ip: "127.0.0.1" }, "ip"],
      ])("of the wrong form is a 400 that names the field: %j, %s", async (body, field) => {
        const answer = await click(body)
        expect(answer.status).toBe(400)
        expect(answer.data.message).toContain(field)
      })

      it("of 64 KiB is refused before anybody reads it, and without a publishable key there is nobody to answer", async () => {
        expect((await click({ url: `https://shop.example.com/?ref=${"x".repeat(65_536)}` })).status).toBe(413)
        expect((await guest.post("/store/affiliate-clicks", { url: "x" }, { "x-publishable-api-key": "" })).status).toBe(400)
      })
    })

    describe("a token put on a cart", () => {
      it("says who would get the order, also when it was signed with an older key, and the same again changes nothing", async () => {
        const { id } = await createCart(guest, shop)
        const attribution = { source: "link", affiliate_code: anna.code, program_id }
        const token = await tokenOf(anna)
        expect(await attribute(id, token)).toMatchObject({ status: 200, data: { attribution } })
        const claim = verifyClickToken(token, [KEY], new Date())
        const older = signClickToken({ click_id: claim!.click_id, expires_at: IN_AN_HOUR }, [OLD_KEY])
        expect(await attribute(id, older)).toMatchObject({ status: 200, data: { attribution } })
        expect(await onCarts()).toEqual([{ cart_id: id, source: "link" }])
        expect((await guest.get(`/store/carts/${id}/affiliate`)).data).toEqual({ attribution, refused: null })
      })

      it("is refused with one character changed, wherever that is", async () => {
        const { id } = await createCart(guest, shop)
        const token = await tokenOf(anna)
        const passed: string[] = []
        for (let at = 0; at < token.length; at++) {
          const altered = token.slice(0, at) + (token[at] === "A" ? "B" : "A") + token.slice(at + 1)
          const { status, data } = await attribute(id, altered)
          if (status !== 400 || data.code !== "invalid_token") passed.push(altered)
        }
        expect([passed, await onCarts()]).toEqual([[], []])
      })

      it("is refused when it is expired, signed by somebody else, for no click, or a bare click id", async () => {
        const { id } = await createCart(guest, shop)
        const click_id = verifyClickToken(await tokenOf(anna), [KEY], new Date())!.click_id
        const foreign = { id: KEY.id, secret: "somebody else's secret, long enough as well" }
        const tokens = {
          expired: signClickToken({ click_id, expires_at: AN_HOUR_AGO }, [KEY]),
          foreign: signClickToken({ click_id, expires_at: IN_AN_HOUR }, [foreign]),
          unknownKey: signClickToken({ click_id, expires_at: IN_AN_HOUR }, [{ ...KEY, id: "none" }]),
          noClick: signClickToken({ click_id: "affclk_none", expires_at: IN_AN_HOUR }, [KEY]),
          bareId: click_id,
          code: anna.code,
        }
        for (const [name, token] of Object.entries(tokens)) {
          expect([name, await attribute(id, token)]).toMatchObject([
            name,
            {
              status: 400,
              data: {
                type: "invalid_data",
                code: "invalid_token",
                message: "The click token cannot be used: the token is forged, altered or expired",
              },
            },
          ])
        }
        expect(await onCarts()).toEqual([])
      })

      it("is refused when its affiliate was suspended, its program paused or bound to another shop, with each reason told", async () => {
        const { id } = await createCart(guest, shop)
        const token = await tokenOf(anna)
        const module = affiliateModule(getContainer())
        const refused = async (): Promise<string> => {
          const { status, data } = await attribute(id, token)
          return `${status} ${data.code}`
        }
        await module.updateAffiliates({ id: anna.id, status: "suspended" })
        const suspended = await refused()
        await module.updateAffiliates({ id: anna.id, status: "active" })
        await module.updatePrograms({ id: program_id, status: "paused" })
        const paused = await refused()
        await module.updatePrograms({ id: program_id, status: "active" })
        await module.createProgramSalesChannels({ program_id, sales_channel_id: "sc_other" })
        const otherShop = await refused()
        expect([suspended, paused, otherShop, await onCarts()]).toEqual([
          "400 affiliate_not_active",
          "400 program_not_running",
          "400 other_sales_channel",
          [],
        ])
      })

      it("is refused to the affiliate, by account, by e-mail, and by e-mail with a tag", async () => {
        const berta = await register(api, shop, "berta@example.com")
        const { affiliate } = await createProgramWithAffiliate(getContainer(), { handle: "berta" })
        await affiliateModule(getContainer()).updateAffiliates({ id: affiliate.id, customer_id: berta.id })
        const token = await tokenOf(affiliate)
        const carts = {
          account: (await createCart(berta, shop)).id,
          email: (await createCart(guest, shop, { email: "Berta@example.com" })).id,
          tagged: (await createCart(guest, shop, { email: "berta+shop@example.com" })).id,
        }
        for (const [name, id] of Object.entries(carts)) {
          const { status, data } = await attribute(id, token)
          expect([name, status, data.code, data.message]).toEqual([
            name,
            400,
            "self_referral",
            "The click token cannot be used: affiliates cannot refer themselves",
          ])
        }
        expect(await onCarts()).toEqual([])
      })

      it("needs a cart, and one of token and code", async () => {
        const { id } = await createCart(guest, shop)
        const post = async (cartId: string, body: object) => (await guest.post(`/store/carts/${cartId}/affiliate`, body)).status
        const token = await tokenOf(anna)
        expect(await post("cart_none", { token })).toBe(404)
        expect(await post("cart_none", { code: "WELCOME-7" })).toBe(404)
        for (const body of [{}, { token, code: "X" }, { token: "" }, { code: "" }, { token: [token] }, { click_id: "affclk_1" }]) {
          expect([body, await post(id, body)]).toEqual([body, 400])
        }
        expect((await guest.post(`/store/carts/${id}/affiliate`, { code: "NOBODYS" })).data).toEqual({
          type: "invalid_data",
          code: "unknown_code",
          message: "The promo code NOBODYS cannot be used: there is no such code",
        })
        expect((await guest.get("/store/carts/cart_none/affiliate")).status).toBe(404)
      })
    })

    describe("a token that comes with a request", () => {
      it.each(["x-affiliate-token", "cookie"])("is put on the cart that the request makes, by %s", async (header) => {
        const token = await tokenOf(anna)
        const cart = await createCart(guest, shop, {}, { [header]: header === "cookie" ? `a=b; affiliate_click=${token}` : token })
        expect(cart.headers["x-affiliate-refused"]).toBeUndefined()
        expect((await guest.get(`/store/carts/${cart.id}/affiliate`)).data.attribution).toMatchObject({ affiliate_code: anna.code })
      })

      it("counts from the header before it counts from the cookie", async () => {
        const { affiliate: berta } = await createProgramWithAffiliate(getContainer())
        affiliateModule(getContainer()).clicks.forgetPrograms()
        const headers = { "x-affiliate-token": await tokenOf(anna), cookie: `affiliate_click=${await tokenOf(berta)}` }
        const cart = await createCart(guest, shop, {}, headers)
        expect((await guest.get(`/store/carts/${cart.id}/affiliate`)).data.attribution).toMatchObject({ affiliate_code: anna.code })
        expect(await onCarts()).toHaveLength(1)
      })

      it("is ignored when it is bad: the cart and the customer are made all the same", async () => {
        const bad = { "x-affiliate-token": "new.forged.token" }
        const cart = await createCart(guest, shop, {}, bad)
        expect(cart.headers["x-affiliate-refused"]).toBe("invalid_token")
        await register(api, shop, "carla@example.com", bad)
        await register(api, shop, "dora@example.com", { cookie: "affiliate_click=%E0%A4%A" })
        expect([await onCarts(), await referrals()]).toEqual([[], []])
      })

      it.each(["x-affiliate-token", "cookie"])("referrals the customer who registers with it, by %s", async (header) => {
        const token = await tokenOf(anna)
        const customer = await register(api, shop, "eva@example.com", {
          [header]: header === "cookie" ? `affiliate_click=${token}` : token,
        })
        expect(await referrals()).toEqual([
          { affiliate_id: anna.id, customer_id: customer.id, email: "eva@example.com", source: "link", order_id: null },
        ])
        const { affiliate: later } = await createProgramWithAffiliate(getContainer(), { handle: "later" })
        await affiliateModule(getContainer()).updateAffiliates({ id: later.id, program_id })
        const cart = await createCart(customer, shop, {}, { "x-affiliate-token": await tokenOf(later) })
        expect(await decision(await buy(customer, shop, cart.id))).toEqual({
          outcome: "attributed",
          reason: "existing_referral",
          source: "link",
          affiliate_id: anna.id,
        })
      })
    })

    it("a guest's referral follows their e-mail into the account they make later", async () => {
      const cart = await createCart(guest, shop, {}, { "x-affiliate-token": await tokenOf(anna) })
      const first = await buy(guest, shop, cart.id, "Guest@Example.com")
      expect(await decision(first)).toMatchObject({ outcome: "attributed", reason: "last_click", affiliate_id: anna.id })
      const account = await register(api, shop, "guest@example.com")
      const next = await buy(account, shop, (await createCart(account, shop)).id)
      expect(await decision(next)).toMatchObject({ outcome: "attributed", reason: "existing_referral", affiliate_id: anna.id })
      expect(await referrals()).toMatchObject([{ email: "guest@example.com", order_id: first }])
    })

    it("a customer with an earlier order does not become a referral by following a link", async () => {
      const customer = await register(api, shop, "frieda@example.com")
      await buy(customer, shop, (await createCart(customer, shop)).id)
      const cart = await createCart(customer, shop, {}, { "x-affiliate-token": await tokenOf(anna) })
      expect(cart.headers["x-affiliate-refused"]).toBe("not_first_order")
      const unlinked = await decision(await buy(customer, shop, cart.id))
      expect(unlinked).toMatchObject({ outcome: "none", affiliate_id: null })

      // A guest has no account yet, and is known by the e-mail of the purchase.
      const anonymous = await createCart(guest, shop, {}, { "x-affiliate-token": await tokenOf(anna) })
      expect(anonymous.headers["x-affiliate-refused"]).toBeUndefined()
      const linked = await decision(await buy(guest, shop, anonymous.id, "Frieda@Example.com"))
      expect(linked).toMatchObject({ outcome: "none", reason: "not_first_order", affiliate_id: null })
      expect(await referrals()).toEqual([])
    })
  },
})
