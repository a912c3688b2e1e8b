import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { reconcileOrdersWorkflow } from "../../../src/workflows"
import { affiliateModule } from "../../helpers/affiliate"
import { createAdmin, type Answer } from "../../helpers/http"
import { postAffiliate, postProgram } from "../../helpers/programs"
import { createShop, type Shop } from "../../helpers/shop"
import { sql } from "../../helpers/sql"
import { STORE } from "../../helpers/store"
import { checkout, createCart, register, shopperOf, type Shopper } from "./checkout"

jest.setTimeout(240_000)

/**
 * Longest answer of one step of the checkout: several of our waits for a lock, of one second each, and Medusa's own work, on a busy machine. The
 * lock is held until the answer is there, so that an answer is proof in itself.
 */
const A_FEW_SECONDS = 20_000

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    let shop: Shop
    let guest: Shopper
    let anna: { id: string; code: string; promo_code: string }

    beforeAll(async () => {
      shop = await createShop(getContainer())
      guest = shopperOf(api, shop)
      const admin = await createAdmin(api, getContainer())
      const program = await postProgram(admin, { promo_code_template: "WELCOME-@ID@", customer_discount_percent: 10 })
      anna = await postAffiliate(admin, program.id, (await register(api, shop, "anna@example.com")).id)
    })
    beforeEach(() => affiliateModule(getContainer()).clicks.forgetPrograms())

    const tables = async (): Promise<string> =>
      (
        await sql<{ name: string }>(
          getContainer(),
          `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename LIKE 'affiliate%'`
        )
      )
        .map(({ name }) => name)
        .join(", ")

    /** Does some work while nobody, not even a reader, gets at our tables. */
    const whileLocked = async (work: () => Promise<void>): Promise<void> => {
      const names = await tables()
      const lock = await getContainer().resolve("__pg_connection__").transaction()
      try {
        await lock.raw(`LOCK TABLE ${names} IN ACCESS EXCLUSIVE MODE`)
        await work()
      } finally {
        await lock.rollback()
      }
    }
    const timed = async (work: () => Promise<Answer>): Promise<Answer> => {
      const started = Date.now()
      const answer = await work()
      expect(Date.now() - started).toBeLessThan(A_FEW_SECONDS)
      return answer
    }
    const patient: Shopper = {
      get: (path) => timed(() => guest.get(path)),
      post: (path, body, headers) => timed(() => guest.post(path, body, headers)),
      delete: (path, body) => timed(() => guest.delete(path, body)),
    }
    const token = async (): Promise<string> =>
      (await guest.post("/store/affiliate-clicks", { url: `https://shop.example.com/?ref=${anna.code}` })).data.click.token
    const commissions = () => sql(getContainer(), `SELECT order_id, affiliate_id, amount::text FROM affiliate_commission`)
    const reconcile = async () => (await reconcileOrdersWorkflow(getContainer()).run({ input: { now: new Date() } })).result
    const orderOf = (answers: Answer[]): string => {
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
      expect(answers.at(-1)).toMatchObject({ data: { type: "order", order: { id: expect.stringMatching(/^order_/) as string } } })
      return answers.at(-1)?.data.order.id
    }

    it("a whole checkout goes through with our tables locked from the beginning; the discount of a code typed there is evidence", async () => {
      const headers = { "x-affiliate-token": await token() }
      let orderId = ""
      await whileLocked(async () => {
        const cart = await createCart(patient, shop, {}, headers)
        // A cart that is older than the click takes the token with its next change.
        expect((await patient.post(`/store/carts/${cart.id}`, {}, headers)).status).toBe(200)
        const typed = await patient.post(`/store/carts/${cart.id}/promotions`, { promo_codes: [anna.promo_code] })
        expect([typed.status, typed.data.cart.discount_total]).toEqual([200, 11.9])
        orderId = orderOf(await checkout(patient, shop, cart.id, "shopper@example.com"))
      })
      expect(await reconcile()).toMatchObject({ order_count: 1 })
      expect(await commissions()).toEqual([{ order_id: orderId, affiliate_id: anna.id, amount: "9.00" }])
    })

    it("what was on the cart before the lock is not lost", async () => {
      const cart = await createCart(guest, shop, {}, { "x-affiliate-token": await token() })
      let orderId = ""
      await whileLocked(async () => {
        orderId = orderOf(await checkout(patient, shop, cart.id, "shopper@example.com"))
      })
      await reconcile()
      expect(await commissions()).toEqual([{ order_id: orderId, affiliate_id: anna.id, amount: "10.00" }])
    })

    it("codes typed wrongly, taken off and replaced are Medusa's business while we are away", async () => {
      const cart = await createCart(guest, shop, { promo_codes: [anna.promo_code] })
      await whileLocked(async () => {
        expect((await patient.post(`/store/carts/${cart.id}/promotions`, { promo_codes: ["NOBODYS"] })).status).toBe(400)
        expect((await patient.delete(`/store/carts/${cart.id}/promotions`, { promo_codes: [anna.promo_code] })).status).toBe(200)
        const replaced = await patient.post(`/store/carts/${cart.id}`, { promo_codes: [anna.promo_code] })
        expect([replaced.status, replaced.data.cart.discount_total]).toEqual([200, 11.9])
      })
    })

    it("a registration with a token goes through, and so does the counter", async () => {
      const headers = { "x-affiliate-token": await token() }
      await whileLocked(async () => {
        await register(api, shop, "berta@example.com", headers)
        const counted = await patient.get(`/affiliate/counter?p=${encodeURIComponent(`https://shop.example.com/?ref=${anna.code}`)}`)
        expect([counted.status, counted.headers["x-affiliate-ignored"]]).toEqual([200, "unavailable"])
      })
    })

    it.each([
      ["a column is missing", `ALTER TABLE affiliate_promo_code DROP COLUMN promotion_id CASCADE`],
      ["another column is missing", `ALTER TABLE affiliate_cart_attribution DROP COLUMN occurred_at CASCADE`],
      ["the claims are gone", `DROP TABLE affiliate_first_order_claim CASCADE`],
      ["every table of ours is gone", null],
    ])("a bug of ours does not stop a checkout: %s", async (_, statement) => {
      const headers = { "x-affiliate-token": await token() }
      await sql(getContainer(), statement ?? `DROP TABLE ${await tables()} CASCADE`)
      const cart = await createCart(patient, shop, {}, headers)
      const typed = await patient.post(`/store/carts/${cart.id}/promotions`, { promo_codes: [anna.promo_code] })
      expect([typed.status, typed.data.cart.discount_total]).toEqual([200, 11.9])
      orderOf(await checkout(patient, shop, cart.id, "shopper@example.com"))
    })
  },
})
