import { readFileSync } from "node:fs"
import path from "node:path"

import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { createAffiliateClient } from "../../../src/storefront"
import { affiliateModule, type TestAffiliate } from "../../helpers/affiliate"
import { createShop, type Shop } from "../../helpers/shop"
import { sql } from "../../helpers/sql"
import { STORE } from "../../helpers/store"
import { createProgramWithAffiliate, originOf } from "../capture/support"
import { openStarter } from "./starter"
import { Visitor } from "./visitor"

jest.setTimeout(180_000)

it("the recipe is at most 15 lines", () => {
  const recipe = readFileSync(path.resolve(__dirname, "../../../docs/how-to/nextjs-starter.md"), "utf8")
  const written = recipe.split("\n").filter((line) => /^\+\s*\S/.test(line))
  expect(written).toHaveLength(10)
})

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    let shop: Shop
    let anna: TestAffiliate

    beforeAll(async () => {
      shop = await createShop(getContainer())
      anna = (await createProgramWithAffiliate(getContainer(), { handle: "friends" })).affiliate
    })
    beforeEach(() => affiliateModule(getContainer()).clicks.forgetPrograms())

    const start = (options = {}) => {
      const starter = openStarter(originOf(api), shop, options)
      const visitor = new Visitor(starter.middleware)
      return { visitor, ...starter.actionsOf(visitor), sdk: starter.sdk }
    }
    const link = () => `https://shop.example.com/?ref=${anna.code}`
    const clicks = async () => (await sql(getContainer(), `SELECT landing_url FROM affiliate_click`)).map(({ landing_url }) => landing_url)
    const decision = async (orderId: string) => {
      await affiliateModule(getContainer()).orders.record([orderId], new Date())
      const [row] = await sql(
        getContainer(),
        `SELECT outcome, reason, affiliate_id FROM affiliate_attribution WHERE order_id = ? AND superseded_at IS NULL`,
        [orderId]
      )
      return row
    }
    const byLink = () => ({ outcome: "attributed", reason: "last_click", affiliate_id: anna.id })

    it("a visitor follows a link, looks around and buys", async () => {
      const { visitor, addToCart, checkOut } = start()
      expect(await visitor.open(link())).toEqual([link(), `https://shop.example.com/dk?ref=${anna.code}`])
      await visitor.open("https://shop.example.com/dk/lamps")
      await visitor.open("https://shop.example.com/dk/cart")
      await addToCart()
      await addToCart()
      expect(await decision(await checkOut("nora@example.com"))).toEqual(byLink())
      expect(await clicks()).toEqual(["https://shop.example.com/dk"])
    })

    it("a visitor registers and buys much later, in another browser", async () => {
      const first = start()
      await first.visitor.open(link())
      const customerId = await first.signUp("rita@example.com")
      const [referral] = await sql(getContainer(), `SELECT affiliate_id, customer_id, source FROM affiliate_referral`)
      expect(referral).toEqual({ affiliate_id: anna.id, customer_id: customerId, source: "link" })

      const later = start()
      await later.addToCart()
      expect(await decision(await later.checkOut("rita@example.com"))).toMatchObject({ reason: "existing_referral", affiliate_id: anna.id })
    })

    it("a cart that is older than the click is attributed at the checkout", async () => {
      const { visitor, addToCart, checkOut } = start()
      await addToCart()
      await visitor.open(link())
      expect(await decision(await checkOut("olga@example.com"))).toEqual(byLink())
    })

    it("a visitor without a link buys as ever, and no server action asks for a browser", async () => {
      expect(Reflect.get(globalThis, "localStorage")).toBeUndefined()
      const { visitor, addToCart, checkOut } = start()
      await visitor.open("https://shop.example.com/")
      await addToCart()
      expect(await decision(await checkOut("nobody@example.com"))).toMatchObject({ outcome: "none" })
      expect(await clicks()).toEqual([])
    })

    it("a visitor who did not agree is not remembered", async () => {
      const { visitor, addToCart, checkOut } = start({ consent: () => false })
      await visitor.open(link())
      await addToCart()
      expect(await decision(await checkOut("nils@example.com"))).toMatchObject({ outcome: "none" })
      expect(await clicks()).toEqual([])
    })

    it("the shop goes on while the backend is away", async () => {
      const { visitor } = start({ backendUrl: "http://127.0.0.1:9" })
      expect(await visitor.open(link())).toHaveLength(2)
      expect(visitor.cookies.get("affiliate_click")).toBeUndefined()
    })

    it("two visitors of one page have a token each", async () => {
      const [one, two] = [start(), start()]
      await one.visitor.open(link())
      await two.visitor.open(link())
      const tokens = [one, two].map(({ visitor }) => visitor.cookies.get("affiliate_click")?.value)
      expect(new Set(tokens).size).toBe(2)
    })

    it("tells the shop who would get the order", async () => {
      const { visitor, addToCart, cartId, sdk } = start()
      await visitor.open(link())
      await addToCart()
      const affiliate = createAffiliateClient(sdk)
      expect(await affiliate.retrieveCartAttribution(cartId())).toMatchObject({
        attribution: { source: "link", affiliate_code: anna.code },
      })
      await expect(affiliate.attributeCart(cartId(), { code: "NOBODYS" })).rejects.toThrow(
        "The promo code NOBODYS cannot be used: there is no such code"
      )
    })

    it("an app reports its link, and keeps the token itself", async () => {
      const { sdk } = start()
      const { click } = await createAffiliateClient(sdk).recordClick({ url: link(), token: null })
      const { cart } = await sdk.store.cart.create({ region_id: shop.regions.eur }, {}, { "x-affiliate-token": click?.token ?? null })
      expect(await createAffiliateClient(sdk).retrieveCartAttribution(cart.id)).toMatchObject({
        attribution: { affiliate_code: anna.code },
      })
    })
  },
})
