import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { createAdmin, createCustomer, stranger, type Admin, type Answer, type Caller, type ShopCustomer } from "../helpers/http"
import { createReadyCart } from "../helpers/place-order"
import { postAffiliate, postProgram } from "../helpers/programs"
import { createShop, type Shop } from "../helpers/shop"
import { sql } from "../helpers/sql"
import { STORE } from "../helpers/store"

const ME = "/store/affiliates/me"
const FIRST_ORDER_ONLY = "cannot be used: it is valid for a customer's first order only, and there is an earlier order"

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    describe("a refused request", () => {
      let shop: Shop
      let admin: Admin
      let guest: Caller
      /** Anna is an affiliate of the program; Otto is not. */
      let anna: ShopCustomer
      let otto: ShopCustomer
      let program: string
      let affiliate: { id: string; promo_code: string }

      beforeAll(async () => {
        shop = await createShop(getContainer())
        admin = await createAdmin(api, getContainer())
        guest = stranger(api, shop.publishableKey)
        anna = await createCustomer(api, shop.publishableKey)
        otto = await createCustomer(api, shop.publishableKey)
        const terms = { agreement_text: "Be fair.", agreement_required: true }
        program = (await postProgram(admin, { promo_code_template: "WELCOME-@ID@", customer_discount_percent: 10, ...terms })).id
        await change({ agreement_text: "Be very fair." })
        affiliate = await postAffiliate(admin, program, anna.id)
      })

      const change = (body: object) => admin.post(`/admin/affiliate-programs/${program}`, body)
      const join = (body: object = {}, program_id = program) => otto.post(ME, { program_id, ...body })
      /** Status and body as they are: a field too many is seen. */
      const answered = async (answer: Promise<Answer>): Promise<[number, unknown]> => {
        const { status, data } = await answer
        return [status, data]
      }

      it("with a wrong field is a 400 that names the field, without a code", async () => {
        const wrong = admin.post("/admin/affiliate-programs", { name: "X", site_url: "https://x.example.com", commission_percent: 101 })
        expect(await answered(wrong)).toEqual([
          400,
          { type: "invalid_data", message: "commission_percent: must be a percentage from 0 to 100 with at most four decimals" },
        ])
        expect(await answered(otto.post(ME, {}))).toEqual([400, { type: "invalid_data", message: "program_id: is required" }])
      })

      it("with a field whose value has a reason of its own is a 400 with the reason as its code", async () => {
        expect(await answered(anna.post(`${ME}/${affiliate.id}/agreement`, { version: 9 }))).toEqual([
          400,
          { type: "invalid_data", code: "unknown_version", message: "version: the program's agreement has no version 9" },
        ])
        const { id: paused } = await postProgram(admin, { name: "Paused", status: "paused" })
        expect(await answered(join({}, paused))).toEqual([
          400,
          {
            type: "invalid_data",
            code: "program_not_running",
            message: `program_id: the affiliate program ${paused} accepts no new affiliates now`,
          },
        ])
      })

      it("to use a promo code or token is a 400 with the reason as its code", async () => {
        const { data } = await guest.post("/store/carts", { region_id: shop.regions.eur })
        const path = `/store/carts/${data.cart.id}`
        expect(await answered(guest.post(`${path}/affiliate`, { code: "NOPE" }))).toEqual([
          400,
          { type: "invalid_data", code: "unknown_code", message: "The promo code NOPE cannot be used: there is no such code" },
        ])
        expect(await answered(guest.post(`${path}/affiliate`, { token: "new.forged.token" }))).toEqual([
          400,
          {
            type: "invalid_data",
            code: "invalid_token",
            message: "The click token cannot be used: the token is forged, altered or expired",
          },
        ])
        const { data: own } = await anna.post("/store/carts", { region_id: shop.regions.eur })
        const typed = anna.post(`/store/carts/${own.cart.id}/promotions`, { promo_codes: [affiliate.promo_code] })
        expect(await answered(typed)).toEqual([
          400,
          {
            type: "invalid_data",
            code: "self_referral",
            message: `The promo code ${affiliate.promo_code} cannot be used: affiliates cannot refer themselves`,
          },
        ])
      })

      it("to complete a cart with a code that another cart of the shopper is using is a 400 not_allowed", async () => {
        const email = "shopper@example.com"
        const cartId = await createReadyCart(getContainer(), shop, { email, promo_codes: [affiliate.promo_code] })
        await sql(
          getContainer(),
          `INSERT INTO affiliate_first_order_claim (id, person, cart_id, claimed_at) VALUES ('affclaim_1', ?, 'cart_other', now())`,
          [`email ${email}`]
        )
        expect(await answered(guest.post(`/store/carts/${cartId}/complete`))).toEqual([
          400,
          { type: "not_allowed", code: "not_first_order", message: `The promo code ${affiliate.promo_code} ${FIRST_ORDER_ONLY}` },
        ])
      })

      it("to join a program that is not for the customer is a 403", async () => {
        const staff = await getContainer().resolve(Modules.CUSTOMER).createCustomerGroups({ name: "Staff" })
        const { id } = await postProgram(admin, { name: "Staff", eligible_customer_group_ids: [staff.id] })
        expect(await answered(join({}, id))).toEqual([
          403,
          { type: "forbidden", code: "not_eligible", message: "Only customers of certain groups may join this affiliate program" },
        ])
      })

      it("for something that does not exist is Medusa's 404, and names the field when the id is in the body", async () => {
        expect(await answered(admin.get("/admin/affiliates/aff_x"))).toEqual([
          404,
          { type: "not_found", message: "Affiliate with id: aff_x was not found" },
        ])
        expect(await answered(admin.post("/admin/affiliates", { program_id: program, customer_id: "cus_x" }))).toEqual([
          404,
          { type: "not_found", message: "customer_id: Customer with id: cus_x was not found" },
        ])
        const referrer = admin.post(`/admin/customers/${otto.id}/affiliate-referrer`, { affiliate_id: "aff_x", reason: "Fair" })
        expect(await answered(referrer)).toEqual([
          404,
          { type: "not_found", message: "affiliate_id: Affiliate with id: aff_x was not found" },
        ])
      })

      it("to join, or to print a statement, without the agreement is a 409", async () => {
        expect(await answered(join())).toEqual([
          409,
          {
            type: "conflict",
            code: "agreement_required",
            message: "The current version of the program's agreement has to be accepted with joining, as agreement_version",
          },
        ])
        expect(await answered(anna.get(`${ME}/${affiliate.id}/statements/2016-04.pdf`))).toEqual([
          409,
          {
            type: "conflict",
            code: "agreement_required",
            message: "Version 2 of the program's agreement has to be accepted before a statement is printed",
          },
        ])
      })

      it("to accept a version of the agreement that was replaced is a 409", async () => {
        expect(await answered(anna.post(`${ME}/${affiliate.id}/agreement`, { version: 1 }))).toEqual([
          409,
          { type: "conflict", code: "agreement_outdated", message: "Version 1 of the agreement is no longer the current one" },
        ])
        await change({ agreement_required: false })
        expect(await answered(join({ agreement_version: 1 }))).toEqual([
          409,
          { type: "conflict", code: "agreement_outdated", message: "This version of the agreement is no longer the current one" },
        ])
      })

      it("to pay out by a preview that is no longer true is a 409", async () => {
        const stale = admin.post("/admin/affiliate-payouts", { program_id: program, fingerprint: "0".repeat(64) })
        expect(await answered(stale)).toEqual([
          409,
          {
            type: "conflict",
            code: "stale_preview",
            message: "What would be paid out has changed since the preview: look at it again",
          },
        ])
      })
    })
  },
})
