import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { affiliateModule, createAffiliate, createProgram } from "../helpers/affiliate"
import { makeReady } from "../helpers/place-order"
import { createShop, type Shop } from "../helpers/shop"

jest.setTimeout(120_000)

medusaIntegrationTestRunner({
  cwd: `${process.cwd()}/integration-tests`,
  medusaConfigFile: `${process.cwd()}/integration-tests`,
  testSuite: ({ api, getContainer }) => {
    describe("A visitor follows an affiliate's link and buys", () => {
      let shop: Shop
      beforeEach(async () => {
        shop = await createShop(getContainer())
      })

      it("earns the affiliate 10 % of the items, without tax and shipping", async () => {
        const container = getContainer()
        const affiliate = affiliateModule(container)
        const programId = await createProgram(container)
        const anna = await createAffiliate(container, programId)
        const headers = { "x-publishable-api-key": shop.publishableKey }

        const page = encodeURIComponent(`https://www.shop.example.com/lamps?ref=${anna.code.toUpperCase()}`)
        const counter = await api.get(`/affiliate/counter?project=1&p=${page}`)
        expect(counter.status).toBe(200)
        const token = counter.headers["x-affiliate-click"]
        expect(token).toBeDefined()

        const { data } = await api.post(
          "/store/carts",
          { region_id: shop.regions.eur, email: "Shopper@Example.com", items: [{ variant_id: shop.variants.lamp, quantity: 2 }] },
          { headers: { ...headers, "x-affiliate-token": token } }
        )
        expect(data.cart.id).toBeDefined()
        await makeReady(container, shop, data.cart.id)
        const completed = await api.post(`/store/carts/${data.cart.id}/complete`, {}, { headers })
        const order = completed.data.order
        await affiliate.orders.record([order.id], new Date())
        const commissions = await affiliate.listCommissions({ order_id: order.id })
        expect(commissions).toEqual([
          expect.objectContaining({ kind: "order", expense_amount: "200.00", amount: "20.00", currency_code: "eur" }),
        ])
        expect(await affiliate.ledger.listBalances([anna.id], new Date())).toEqual(
          new Map([[anna.id, [{ currency_code: "eur", pending: "20.00", available: "0.00", processing: "0.00", paid: "0.00" }]]])
        )
        expect(await affiliate.listReferrals({ affiliate_id: anna.id })).toEqual([
          expect.objectContaining({ email: "shopper@example.com", source: "link", order_id: order.id }),
        ])
      })
    })
  },
})
