import { spawnSync } from "node:child_process"
import path from "node:path"

import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { createAdmin } from "../../helpers/http"
import { postAffiliate, postProgram } from "../../helpers/programs"
import { createShop, type Shop } from "../../helpers/shop"
import { buy, checkout, createCart, register, shopperOf, type Shopper } from "../capture/checkout"

jest.setTimeout(240_000)

/** A shop whose own code holds two of the plugin's hooks; it calls the plugin's handlers from there. */
const HOLDER = path.join(__dirname, "..", "..", "hook-holder")
const HOOKS_OFF = JSON.stringify({ hooks: { cart_promotion_context: false, complete_cart_validate: false } })
process.env.AFFILIATE_PLUGIN_OPTIONS = HOOKS_OFF

medusaIntegrationTestRunner({
  cwd: HOLDER,
  medusaConfigFile: HOLDER,
  testSuite: ({ api, getContainer, dbConfig }) => {
    let shop: Shop
    let guest: Shopper
    let code: string

    beforeAll(async () => {
      shop = await createShop(getContainer())
      guest = shopperOf(api, shop)
      const admin = await createAdmin(api, getContainer())
      const program = await postProgram(admin, { promo_code_template: "WELCOME-@ID@", customer_discount_percent: 10 })
      code = (await postAffiliate(admin, program.id, (await register(api, shop, "anna@example.com")).id)).promo_code
    })

    it("a shop that holds our hooks starts when they are switched off, and its own handlers run", async () => {
      const { id } = await createCart(guest, shop)
      const answers = await checkout(guest, shop, id, "blocked@example.com")
      expect(answers.at(-1)).toMatchObject({ status: 400, data: { message: "The shop holds this cart back" } })
      expect(await buy(guest, shop, (await createCart(guest, shop)).id, "shopper@example.com")).toMatch(/^order_/)
    })

    it("keeps the first-order rule by calling our handlers: while a cart changes and at completion", async () => {
      const [first, second] = [
        await createCart(guest, shop, { promo_codes: [code], email: "shopper@example.com" }),
        await createCart(guest, shop, { promo_codes: [code], email: "shopper@example.com" }),
      ]
      expect([first.data.cart.discount_total, second.data.cart.discount_total]).toEqual([11.9, 11.9])
      const [one, other] = await Promise.all([first, second].map(({ id }) => checkout(guest, shop, id)))
      expect([one!.at(-1)!.status, other!.at(-1)!.status].sort()).toEqual([200, 400])

      const third = await createCart(guest, shop, { promo_codes: [code] })
      const known = await guest.post(`/store/carts/${third.id}`, { email: "Shopper@Example.com" })
      expect([third.data.cart.discount_total, known.data.cart.discount_total]).toEqual([11.9, 0])
    })

    it("cannot start while ours are on: Medusa allows a hook one handler and says so", () => {
      const boot = (options: string) => {
        const child = spawnSync(process.execPath, [path.join(__dirname, "boot-store.js"), HOLDER], {
          env: {
            ...process.env,
            NODE_OPTIONS: "",
            DATABASE_URL: dbConfig.clientUrl,
            AFFILIATE_PLUGIN_OPTIONS: options,
            LOG_LEVEL: "error",
          },
          encoding: "utf8",
          timeout: 120_000,
        })
        return { status: child.status, output: child.stdout + child.stderr }
      }
      const conflict = boot("{}")
      expect(conflict.output).toContain("Cannot define multiple hook handlers for the setPromotionContext hook")
      expect([conflict.status, boot(HOOKS_OFF)]).toMatchObject([1, { status: 0, output: expect.stringContaining("started") as string }])
    })
  },
})
