import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { createAdmin, type Admin } from "../../helpers/http"
import { postAffiliate, postProgram } from "../../helpers/programs"
import { STORE } from "../../helpers/store"

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    describe("/admin/affiliates", () => {
      let admin: Admin
      beforeEach(async () => {
        admin = await createAdmin(api, getContainer())
      })

      const customers = (...names: string[]): Promise<{ id: string }[]> =>
        getContainer()
          .resolve(Modules.CUSTOMER)
          .createCustomers(names.map((name) => ({ email: `${name}@example.com`, first_name: name, last_name: "Berg" })))

      const customer = async (name = "anna"): Promise<string> => (await customers(name))[0]!.id

      it("enrolls a customer once, with a code, a number and a link of their own", async () => {
        const program = await postProgram(admin, { link_parameter: "via", site_url: "https://shop.example.com/de" })
        const customer_id = await customer()
        const affiliate = await postAffiliate(admin, program.id, customer_id)

        expect(affiliate).toEqual({
          id: expect.stringMatching(/^aff_/),
          number: expect.any(Number),
          code: expect.stringMatching(/^[0-9a-hjkmnp-tv-z]{8}$/),
          status: "active",
          status_reason: null,
          customer_id,
          customer: { id: customer_id, email: "anna@example.com", first_name: "anna", last_name: "Berg" },
          program_id: program.id,
          program: { id: program.id, number: program.number, name: "Friends", handle: "friends", status: "active", timezone: "UTC" },
          commission_percent: null,
          effective_commission_percent: "10",
          link: `https://shop.example.com/de?via=${affiliate.code}`,
          promo_code: null,
          promo_codes: [],
          application: null,
          groups: [],
          metadata: null,
          balances: [],
          created_at: expect.any(String),
          updated_at: expect.any(String),
        })
        expect(await postAffiliate(admin, program.id, customer_id)).toEqual(affiliate)
        expect((await admin.get(`/admin/affiliate-programs/${program.id}`)).data.affiliate_program.affiliate_count).toBe(1)
      })

      it("makes one affiliate of twenty requests at the same time", async () => {
        const program = await postProgram(admin, { promo_code_template: "HI-@ID@", customer_discount_percent: 5 })
        const body = { program_id: program.id, customer_id: await customer() }
        const answers = await Promise.all(Array.from({ length: 20 }, () => admin.post("/admin/affiliates", body)))
        expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
        expect(new Set(answers.map(({ data }) => data.affiliate.id)).size).toBe(1)
        expect(answers.filter(({ data }) => data.is_new)).toHaveLength(1)
        expect((await admin.post("/admin/affiliates", body)).data).toMatchObject({ is_new: false })
      })

      it("enrolls whom it likes, whatever the groups, but nobody into a program that is paused", async () => {
        const [group] = await getContainer()
          .resolve(Modules.CUSTOMER)
          .createCustomerGroups([{ name: "Bloggers" }])
        const program = await postProgram(admin, { eligible_customer_group_ids: [group!.id], requires_approval: true })
        expect(await postAffiliate(admin, program.id, await customer())).toMatchObject({ status: "active" })

        await admin.post(`/admin/affiliate-programs/${program.id}`, { status: "paused" })
        const answer = await admin.post("/admin/affiliates", { program_id: program.id, customer_id: await customer("otto") })
        expect(answer).toMatchObject({
          status: 400,
          data: { code: "program_not_running", message: expect.stringContaining("program_id: ") },
        })
      })

      it("answers 404 for what does not exist and 400 for what is missing", async () => {
        const program = await postProgram(admin)
        const customer_id = await customer()
        expect(await admin.post("/admin/affiliates", { program_id: "affprog_x", customer_id })).toMatchObject({ status: 404 })
        expect(await admin.post("/admin/affiliates", { program_id: program.id, customer_id: "cus_x" })).toMatchObject({
          status: 404,
          data: { message: "customer_id: Customer with id: cus_x was not found" },
        })
        expect(await admin.post("/admin/affiliates", { program_id: program.id })).toMatchObject({
          status: 400,
          data: { message: expect.stringContaining("customer_id") },
        })
        expect(await admin.get("/admin/affiliates/aff_x")).toMatchObject({ status: 404 })
        expect(await admin.post("/admin/affiliates/aff_x", { status: "active" })).toMatchObject({ status: 404 })
      })

      it("walks the legal ways between statuses, keeps the reason, and refuses the others", async () => {
        const program = await postProgram(admin)
        const { id } = await postAffiliate(admin, program.id, await customer())
        const change = (body: object) => admin.post(`/admin/affiliates/${id}`, body)

        expect(await change({ status: "rejected" })).toMatchObject({
          status: 400,
          data: { message: expect.stringContaining("status: an affiliate who is active cannot become rejected") },
        })
        expect((await change({ status: "suspended", reason: "Buys on their own link" })).data.affiliate).toMatchObject({
          status: "suspended",
          status_reason: "Buys on their own link",
        })
        expect((await change({ status: "active" })).data.affiliate).toMatchObject({ status: "active", status_reason: null })
        expect(await change({ status: "unknown" })).toMatchObject({ status: 400 })
      })

      it("sets an affiliate's own rate and takes it back", async () => {
        const program = await postProgram(admin)
        const { id } = await postAffiliate(admin, program.id, await customer())
        const change = (commission_percent: unknown) => admin.post(`/admin/affiliates/${id}`, { commission_percent })

        expect((await change("12.5")).data.affiliate).toMatchObject({ commission_percent: "12.5", effective_commission_percent: "12.5" })
        expect((await change(0)).data.affiliate).toMatchObject({ commission_percent: "0", effective_commission_percent: "0" })
        expect((await change(null)).data.affiliate).toMatchObject({ commission_percent: null, effective_commission_percent: "10" })
        expect(await change("-1")).toMatchObject({ status: 400, data: { message: expect.stringContaining("commission_percent") } })
      })

      describe("promo codes", () => {
        it("come from the template when the affiliate becomes active, in upper case", async () => {
          const program = await postProgram(admin, { promo_code_template: "Welcome-@id@" })
          const affiliate = await postAffiliate(admin, program.id, await customer())
          expect(affiliate.promo_code).toBe(`WELCOME-${affiliate.number}`)
          expect(affiliate.promo_codes).toEqual([
            { id: expect.any(String), code: affiliate.promo_code, promotion_id: null, taken_by: null },
          ])
        })

        it("are made for those without one when the template is set, and stay when it changes", async () => {
          const program = await postProgram(admin)
          const [anna, otto, emil] = await customers("anna", "otto", "emil")
          const first = await postAffiliate(admin, program.id, anna!.id)
          const suspended = await postAffiliate(admin, program.id, emil!.id)
          await admin.post(`/admin/affiliates/${suspended.id}`, { status: "suspended" })
          const codeOf = async (id: string) => (await admin.get(`/admin/affiliates/${id}`)).data.affiliate.promo_code

          await admin.post(`/admin/affiliate-programs/${program.id}`, { promo_code_template: "OLD-@ID@" })
          expect(await codeOf(first.id)).toBe(`OLD-${first.number}`)
          expect(await codeOf(suspended.id)).toBeNull()

          await admin.post(`/admin/affiliate-programs/${program.id}`, { promo_code_template: "NEW-@HANDLE@" })
          const second = await postAffiliate(admin, program.id, otto!.id)
          expect(second.promo_code).toBe(`NEW-${second.code.toUpperCase()}`)
          expect(await codeOf(first.id)).toBe(`OLD-${first.number}`)

          await admin.post(`/admin/affiliates/${suspended.id}`, { status: "active" })
          expect(await codeOf(suspended.id)).toMatch(/^NEW-/)
        })

        it("step aside for a code that a promotion has in any letter case", async () => {
          const program = await postProgram(admin, { promo_code_template: "@ID@-SALE" })
          const [anna, otto] = await customers("anna", "otto")
          const { number }: { number: number } = await postAffiliate(admin, program.id, anna!.id)
          await getContainer()
            .resolve(Modules.PROMOTION)
            .createPromotions({
              code: `${number + 1}-Sale`,
              type: "standard",
              status: "active",
              application_method: { type: "percentage", target_type: "order", value: 5 },
            })
          expect((await postAffiliate(admin, program.id, otto!.id)).promo_code).toBe(`${number + 1}-SALE-2`)
        })

        it("have 40 random bits where the template asks for them", async () => {
          const program = await postProgram(admin, { promo_code_template: "X@RANDOM@" })
          expect((await postAffiliate(admin, program.id, await customer())).promo_code).toMatch(/^X[0-9A-HJKMNP-TV-Z]{8}$/)
        })

        describe("with a discount", () => {
          const promotionOf = async (code: string) => {
            const [promotion] = await getContainer()
              .resolve(Modules.PROMOTION)
              .listPromotions({ code }, { relations: ["application_method", "rules", "rules.values"] })
            return promotion
          }
          const bound = async (id: string) => (await admin.get(`/admin/affiliates/${id}`)).data.affiliate.promo_codes[0]

          it("have a Medusa promotion for first orders, spread over the items", async () => {
            const program = await postProgram(admin, { promo_code_template: "HI-@ID@", customer_discount_percent: "7.5" })
            const affiliate = await postAffiliate(admin, program.id, await customer())
            const promotion = await promotionOf(affiliate.promo_code)
            expect(promotion).toMatchObject({
              id: affiliate.promo_codes[0].promotion_id,
              type: "standard",
              status: "active",
              is_automatic: false,
              application_method: { type: "percentage", value: 7.5, target_type: "items", allocation: "across" },
              rules: [
                { attribute: "affiliate.promo_codes", operator: "in", values: [expect.objectContaining({ value: affiliate.promo_code })] },
              ],
            })
          })

          it("follow the discount: changed, taken away, given again", async () => {
            const program = await postProgram(admin, { promo_code_template: "HI-@ID@", customer_discount_percent: 5 })
            const { id, promo_code } = await postAffiliate(admin, program.id, await customer())
            const { promotion_id } = await bound(id)
            const discount = (customer_discount_percent: number | null) =>
              admin.post(`/admin/affiliate-programs/${program.id}`, { customer_discount_percent })

            await discount(8)
            expect(await promotionOf(promo_code)).toMatchObject({ id: promotion_id, status: "active", application_method: { value: 8 } })
            await discount(null)
            // Orders that have the discount keep it when they are edited, so the promotion stays active; new ones get none.
            expect(await promotionOf(promo_code)).toMatchObject({ id: promotion_id, status: "active" })
            expect(await bound(id)).toMatchObject({ code: promo_code, promotion_id: null })
            await discount(3)
            expect(await promotionOf(promo_code)).toMatchObject({ id: promotion_id, status: "active", application_method: { value: 3 } })
            expect(await bound(id)).toMatchObject({ promotion_id })
          })

          it("get one when the program begins to give a discount", async () => {
            const program = await postProgram(admin, { promo_code_template: "HI-@ID@" })
            const { id, promo_code } = await postAffiliate(admin, program.id, await customer())
            expect(await promotionOf(promo_code)).toBeUndefined()
            await admin.post(`/admin/affiliate-programs/${program.id}`, { customer_discount_percent: 5 })
            expect((await bound(id)).promotion_id).toBe((await promotionOf(promo_code))!.id)
          })

          it("take nobody in when the promotion cannot be made", async () => {
            const program = await postProgram(admin, { promo_code_template: "HI-@ID@", customer_discount_percent: 5 })
            const module = getContainer().resolve(Modules.PROMOTION)
            const broken = jest.spyOn(module, "createPromotions").mockRejectedValue(new Error("no promotions today"))
            const answer = await admin.post("/admin/affiliates", { program_id: program.id, customer_id: await customer() })
            broken.mockRestore()
            expect(answer.status).toBe(500)
            expect((await admin.get("/admin/affiliates")).data.count).toBe(0)
          })

          describe("that cannot be made while another admin changes something else", () => {
            const failAfter = (other: () => Promise<unknown>) =>
              jest.spyOn(getContainer().resolve(Modules.PROMOTION), "createPromotions").mockImplementation(async () => {
                await other()
                throw new Error("no promotions today")
              })

            it("undo the program's change and leave the other's", async () => {
              const { id } = await postProgram(admin, { promo_code_template: "HI-@ID@", hold_period_days: 7 })
              await postAffiliate(admin, id, await customer())
              const save = (change: object) => admin.post(`/admin/affiliate-programs/${id}`, change)
              const broken = failAfter(() => save({ commission_percent: 12, name: "Second" }))
              const first = await save({ customer_discount_percent: 5, hold_period_days: 14, name: "First" })
              broken.mockRestore()
              expect(first.status).toBe(500)
              expect((await admin.get(`/admin/affiliate-programs/${id}`)).data.affiliate_program).toMatchObject({
                ...{ customer_discount_percent: null, hold_period_days: 7 },
                ...{ commission_percent: "12", name: "Second" },
              })
            })

            it("undo the affiliate's change and leave the other's", async () => {
              const program = await postProgram(admin, { promo_code_template: "HI-@ID@" })
              const { id } = await postAffiliate(admin, program.id, await customer())
              const save = (change: object) => admin.post(`/admin/affiliates/${id}`, change)
              await save({ status: "suspended", reason: "Holidays" })
              await admin.post(`/admin/affiliate-programs/${program.id}`, { customer_discount_percent: 5 })
              const broken = failAfter(() => save({ commission_percent: 30 }))
              const first = await save({ status: "active", reason: "Back", commission_percent: 20 })
              broken.mockRestore()
              expect(first.status).toBe(500)
              const { affiliate } = (await admin.get(`/admin/affiliates/${id}`)).data
              expect(affiliate).toMatchObject({ status: "suspended", status_reason: "Holidays", commission_percent: "30" })
            })
          })
        })
      })

      it("lists by program, customer, status and search, in pages", async () => {
        const friends = await postProgram(admin, { promo_code_template: "HI-@ID@" })
        const press = await postProgram(admin, { name: "Press" })
        const [anna, otto] = await customers("anna", "otto")
        const a = await postAffiliate(admin, friends.id, anna!.id)
        const b = await postAffiliate(admin, friends.id, otto!.id)
        const c = await postAffiliate(admin, press.id, anna!.id)
        await admin.post(`/admin/affiliates/${b.id}`, { status: "suspended" })
        const ids = async (query: string) => {
          const { data } = await admin.get(`/admin/affiliates?order=number&${query}`)
          return data.affiliates.map(({ id }: { id: string }) => id)
        }

        expect(await ids("")).toEqual([a.id, b.id, c.id])
        expect(await ids(`program_id=${friends.id}`)).toEqual([a.id, b.id])
        expect(await ids(`customer_id=${anna!.id}`)).toEqual([a.id, c.id])
        expect(await ids("status=suspended")).toEqual([b.id])
        expect(await ids(`id[]=${a.id}&id[]=${c.id}`)).toEqual([a.id, c.id])
        expect(await ids(`q=${b.code}`)).toEqual([b.id])
        expect(await ids(`q=${a.number}`)).toEqual(expect.arrayContaining([a.id]))
        expect(await ids(`q=${a.promo_code.toLowerCase()}`)).toEqual([a.id])
        expect(await ids("q=OTTO@example")).toEqual([b.id])
        expect(await ids("q=anna%20berg")).toEqual([a.id, c.id])
        expect(await ids("q=%25")).toEqual([])
        expect(await ids("limit=1&offset=1")).toEqual([b.id])
        expect((await admin.get("/admin/affiliates")).data.affiliates[0].id).toBe(c.id)
      })

      describe("adjustments", () => {
        let id: string
        const adjust = (body: object) => admin.post(`/admin/affiliates/${id}/adjustments`, { reason: "Thank you", ...body })
        beforeEach(async () => {
          id = (await postAffiliate(admin, (await postProgram(admin)).id, await customer())).id
        })

        it("change the balance and are kept with author and reason", async () => {
          const answer = await adjust({ amount: "5.5", currency_code: "EUR" })
          expect(answer).toMatchObject({
            status: 200,
            data: { adjustment: { amount: "5.50", currency_code: "eur", reason: "Thank you", created_by: admin.id } },
          })
          await adjust({ amount: -7, currency_code: "eur" })
          await adjust({ amount: 100, currency_code: "jpy" })

          expect((await admin.get(`/admin/affiliates/${id}`)).data.affiliate.balances).toEqual([
            { currency_code: "eur", pending: "0.00", available: "-1.50", processing: "0.00", paid: "0.00" },
            { currency_code: "jpy", pending: "0", available: "100", processing: "0", paid: "0" },
          ])
          const { data } = await admin.get(`/admin/affiliate-ledger?affiliate_id=${id}`)
          expect(data).toMatchObject({
            count: 3,
            affiliate_ledger_entries: [
              { amount: "100", currency_code: "jpy", source_type: "adjustment", note: "Thank you", created_by: admin.id },
              { amount: "-7.00", currency_code: "eur" },
              { amount: "5.50", currency_code: "eur" },
            ],
          })
          expect((await admin.get("/admin/affiliate-ledger?account=program_expense")).data.affiliate_ledger_entries).toMatchObject([
            { amount: "-100" },
            { amount: "7.00" },
            { amount: "-5.50" },
          ])
        })

        it("are refused when they say nothing exact", async () => {
          const message = async (body: object) => {
            const { status, data } = await adjust(body)
            return [status, data.message]
          }
          expect(await message({ amount: "0.00", currency_code: "eur" })).toEqual([400, expect.stringContaining("amount")])
          expect(await message({ amount: "1.005", currency_code: "eur" })).toEqual([400, expect.stringContaining("amount")])
          expect(await message({ amount: "0.5", currency_code: "jpy" })).toEqual([400, expect.stringContaining("amount")])
          expect(await message({ amount: "1e3", currency_code: "eur" })).toEqual([400, expect.stringContaining("amount")])
          expect(await message({ amount: "1", currency_code: "xxx" })).toEqual([400, expect.stringContaining("currency_code")])
          expect(await message({ amount: "1", currency_code: "eur", reason: " " })).toEqual([400, expect.stringContaining("reason")])
          expect(await message({ amount: "1", currency_code: "eur", reason: undefined })).toEqual([400, expect.stringContaining("reason")])
          id = "aff_x"
          expect(await message({ amount: "1", currency_code: "eur" })).toEqual([404, expect.any(String)])
        })
      })
    })
  },
})
