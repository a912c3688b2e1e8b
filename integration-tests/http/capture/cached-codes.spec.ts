import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { createAdmin, type Admin } from "../../helpers/http"
import { postProgram } from "../../helpers/programs"
import { createShop, type Shop } from "../../helpers/shop"
import { STORE } from "../../helpers/store"
import { createCart, enrolling, shopperOf, type Shopper } from "./checkout"

jest.setTimeout(240_000)

/** A store that caches what Medusa looks up. */
process.env.MEDUSA_FF_CACHING = "true"

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    let shop: Shop
    let admin: Admin
    let guest: Shopper
    let enroll: ReturnType<typeof enrolling>
    beforeAll(async () => {
      shop = await createShop(getContainer())
      admin = await createAdmin(api, getContainer())
      guest = shopperOf(api, shop)
      enroll = enrolling(api, shop, admin)
    })

    const type = (id: string, code: string) => guest.post(`/store/carts/${id}/promotions`, { promo_codes: [code] })
    const addLamp = (id: string) => guest.post(`/store/carts/${id}/line-items`, { variant_id: shop.variants.lamp, quantity: 1 })
    const attributed = async (id: string) => (await guest.get(`/store/carts/${id}/affiliate`)).data.attribution?.affiliate_code
    const program = (name: string) =>
      postProgram(admin, { name, handle: name, promo_code_template: `${name}-@ID@`, customer_discount_percent: 10 })

    it("a code that was typed before its affiliate was enrolled works at once", async () => {
      const early = await program("EARLY")
      const otto = await enroll(early, "otto")
      const code = `EARLY-${otto.number + 1}`
      const { id } = await createCart(guest, shop)
      const before = [await type(id, code), await type(id, code), await type(id, code.toLowerCase())]
      expect(before.map(({ status, data }) => [status, data.message])).toEqual([
        [400, `The promotion code ${code} is invalid`],
        [400, `The promotion code ${code} is invalid`],
        [400, `The promotion code ${code.toLowerCase()} is invalid`],
      ])

      const anna = await enroll(early, "anna")
      expect(anna.promo_code).toBe(code)
      const typed = await type(id, code)
      expect([typed.status, typed.data.cart.discount_total, await attributed(id)]).toEqual([200, 11.9, anna.code])
      const other = await createCart(guest, shop, { promo_codes: [code.toLowerCase()] })
      expect([other.data.cart.discount_total, await attributed(other.id)]).toEqual([11.9, anna.code])
    })

    it("a code that another process still takes for unknown counts, and its discount comes", async () => {
      const anna = await enroll(await program("LATE"), "anna")
      const stale = () => keepUnknown(getContainer(), anna.promo_code)
      const { id } = await createCart(guest, shop)
      await stale()
      const typed = await type(id, anna.promo_code)
      expect([typed.status, typed.data.cart.discount_total, await attributed(id)]).toEqual([200, 11.9, anna.code])

      await stale()
      const created = await createCart(guest, shop, { promo_codes: [anna.promo_code] })
      expect([created.data.cart.discount_total, await attributed(created.id)]).toEqual([11.9, anna.code])

      await stale()
      const listed = await createCart(guest, shop)
      await guest.post(`/store/carts/${listed.id}`, { promo_codes: [anna.promo_code] })
      expect(await attributed(listed.id)).toBe(anna.code)

      const empty = await createCart(guest, shop, { items: [], promo_codes: [anna.promo_code] })
      await stale()
      expect((await addLamp(empty.id)).data.cart?.discount_total).toBe(11.9)
    })
  },
})

/** Puts into the cache what Medusa keeps when nobody has the code. */
async function keepUnknown(container: MedusaContainer, code: string): Promise<void> {
  const caching = container.resolve(Modules.CACHING)
  const queryOptions = { entity: "promotion", fields: ["id", "code"], filters: { code: [code] } }
  await caching.set({ key: await caching.computeKey({ queryOptions, options: {} }), data: { data: [] } })
}
