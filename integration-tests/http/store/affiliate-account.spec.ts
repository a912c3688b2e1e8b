import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { affiliateModule, createReferral } from "../../helpers/affiliate"
import { createAdmin, createCustomer, createPublishableKey, stranger, type Admin, type Answer, type ShopCustomer } from "../../helpers/http"
import { createOrders } from "../../helpers/many-orders"
import { postProgram } from "../../helpers/programs"
import { STORE } from "../../helpers/store"

const ME = "/store/affiliates/me"

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    describe("an affiliate's account", () => {
      let admin: Admin
      let key: string
      let anna: ShopCustomer

      beforeEach(async () => {
        admin = await createAdmin(api, getContainer())
        key = await createPublishableKey(getContainer())
        anna = await createCustomer(api, key, { first_name: "Anna", last_name: "Berg" })
      })

      const putInGroup = async (customerId: string): Promise<string> => {
        const module = getContainer().resolve(Modules.CUSTOMER)
        const group = await module.createCustomerGroups({ name: "Bloggers" })
        await module.addCustomerToGroup({ customer_id: customerId, customer_group_id: group.id })
        return group.id
      }
      const join = (customer: ShopCustomer, program_id: string) => customer.post(ME, { program_id })

      it("is closed to strangers", async () => {
        const nobody = stranger(api, key)
        for (const path of ["/store/affiliate-programs", ME, `${ME}/aff_x/referrals`, `${ME}/aff_x/statistics`, `${ME}/aff_x/payouts`]) {
          expect((await nobody.get(path)).status).toBe(401)
        }
        expect((await nobody.post(ME, { program_id: "affprog_x" })).status).toBe(401)
        expect((await nobody.post(ME, {})).status).toBe(401)
      })

      it("refuses text that no database holds, in words, and so do the merchant's routes", async () => {
        const { id: program_id } = await postProgram(admin, {})
        const { id } = (await join(anna, program_id)).data.affiliate
        const refused = (field: string) => [400, expect.stringMatching(new RegExp(`^${field}: must be text without a NUL`))]
        const told = ({ status, data }: Answer) => [status, data.message]
        expect(told(await anna.post(ME, { program_id: "a\0" }))).toEqual(refused("program_id"))
        expect(told(await anna.get(`${ME}/${id}/ledger?currency_code=%00`))).toEqual(refused("currency_code"))
        expect(told(await anna.get(`${ME}/aff%00/referrals`))).toEqual(refused("path"))
        expect(told(await anna.post(`${ME}/${id}/billing-details`, { name: "\ud800" }))).toEqual(refused("name"))
        const adjustment = { amount: "1", currency_code: "eur", reason: "\0" }
        expect(told(await admin.post(`/admin/affiliates/${id}/adjustments`, adjustment))).toEqual(refused("reason"))
        expect(told(await admin.post(`/admin/affiliate-programs/${program_id}`, { metadata: { note: ["\0"] } }))).toEqual(
          refused("metadata.note.0")
        )
        expect(told(await admin.post(`/admin/customers/${anna.id}/affiliate-referrer`, { affiliate_id: id, reason: "\0" }))).toEqual(
          refused("reason")
        )
        expect(told(await admin.get("/admin/affiliates?q=%00"))).toEqual(refused("q"))
      })

      describe("joining", () => {
        it("shows the programs a customer may join, with their terms and nothing else", async () => {
          const groupId = await putInGroup(anna.id)
          const other = await postProgram(admin, { name: "Staff" })
          const staff = await getContainer().resolve(Modules.CUSTOMER).createCustomerGroups({ name: "Staff" })
          await admin.post(`/admin/affiliate-programs/${other.id}`, { eligible_customer_group_ids: [staff.id] })
          await postProgram(admin, { name: "Paused", status: "paused" })
          await postProgram(admin, { name: "Later", starts_at: "2999-01-01T00:00:00Z" })
          await postProgram(admin, { name: "Over", ends_at: "2020-01-01T00:00:00Z" })
          const open = await postProgram(admin, { name: "Open", agreement_text: "Be fair.", metadata: { secret: true } })
          const bloggers = await postProgram(admin, { name: "Bloggers", eligible_customer_group_ids: [groupId] })

          const { data } = await anna.get("/store/affiliate-programs")
          expect(data).toMatchObject({ count: 2, affiliate_programs: [{ id: open.id }, { id: bloggers.id }] })
          expect(data.affiliate_programs[0]).toEqual({
            id: open.id,
            number: open.number,
            name: "Open",
            handle: "open",
            site_url: "https://shop.example.com",
            commission_percent: "10",
            commission_basis: "placed",
            include_tax: false,
            include_shipping: false,
            order_commission_limits: null,
            commission_tiers: null,
            affiliate_month_limits: null,
            new_customer_bonuses: null,
            welcome_bonuses: null,
            customer_discount_percent: null,
            link_gives_discount: false,
            attribution_window_days: 90,
            attribution_model: "last_click",
            referral_period_months: null,
            hold_period_days: 0,
            timezone: "UTC",
            starts_at: null,
            ends_at: null,
            requires_approval: false,
            application_questions: [],
            logo_url: null,
            accent_color: null,
            accent_color_dark: null,
            creatives: [],
            agreement_version: 1,
            agreement_text: "Be fair.",
            agreement_html: "<p>Be fair.</p>\n",
            agreement_required: false,
            payout_method: "transfer",
            payout_methods: ["transfer"],
            payout_minimums: null,
            is_enrolled: false,
            affiliate: null,
          })

          const joined = (await join(anna, open.id)).data.affiliate
          const [first] = (await anna.get("/store/affiliate-programs")).data.affiliate_programs
          expect(first).toMatchObject({ id: open.id, is_enrolled: true, affiliate: { id: joined.id, status: "active" } })
        })

        it("makes an active affiliate with link and promo code, once", async () => {
          const program = await postProgram(admin, { promo_code_template: "HI-@ID@" })
          const answer = await join(anna, program.id)
          const affiliate = {
            id: expect.stringMatching(/^aff_/),
            number: expect.any(Number),
            code: expect.any(String),
            status: "active",
            status_reason: null,
            program: { id: program.id, number: program.number, name: "Friends", handle: "friends", status: "active", timezone: "UTC" },
            commission_percent: "10",
            link: `https://shop.example.com/?ref=${answer.data.affiliate.code}`,
            promo_code: `HI-${answer.data.affiliate.number}`,
            promo_codes: [`HI-${answer.data.affiliate.number}`],
            created_at: expect.any(String),
            balances: [],
          }
          expect(answer).toMatchObject({ status: 201 })
          expect(answer.data.affiliate).toEqual(affiliate)
          expect(await join(anna, program.id)).toMatchObject({ status: 200, data: answer.data })
          expect((await anna.get(ME)).data).toEqual({ affiliates: [answer.data.affiliate], count: 1, limit: 20, offset: 0 })
        })

        it("takes customers in from the start of the program to its end", async () => {
          const running = { starts_at: "2020-01-01T00:00:00Z", ends_at: "2999-01-01T00:00:00Z" }
          const later = { starts_at: "2998-01-01T00:00:00Z", ends_at: "2999-01-01T00:00:00Z" }
          expect((await join(anna, (await postProgram(admin, { name: "Running", ...running })).id)).status).toBe(201)
          expect((await join(anna, (await postProgram(admin, { name: "Later", ...later })).id)).status).toBe(400)
        })

        it("makes one affiliate of ten requests at the same time", async () => {
          const program = await postProgram(admin, { promo_code_template: "HI-@RANDOM@" })
          const answers = await Promise.all(Array.from({ length: 10 }, () => join(anna, program.id)))
          expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
          expect(new Set(answers.map(({ data }) => data.affiliate.id)).size).toBe(1)
        })

        it("waits for approval where the program asks for it, and gives the promo code with it", async () => {
          const program = await postProgram(admin, { requires_approval: true, promo_code_template: "HI-@ID@" })
          const { status, data } = await join(anna, program.id)
          expect([status, data.affiliate]).toMatchObject([201, { status: "pending", promo_code: null }])

          await admin.post(`/admin/affiliates/${data.affiliate.id}`, { status: "active" })
          const [approved] = (await anna.get(ME)).data.affiliates
          expect(approved).toMatchObject({ status: "active", promo_code: `HI-${approved.number}` })
        })

        it("asks what the program asks, and keeps the answers for the merchant", async () => {
          const asked = ["Where do you post?", "How many people follow you?"]
          const program = await postProgram(admin, { requires_approval: true, application_questions: asked })
          const answered = (...answers: string[]) => asked.map((question, index) => ({ question, answer: answers[index] }))
          const apply = (application: unknown) => anna.post(ME, { program_id: program.id, application })
          const [terms] = (await anna.get("/store/affiliate-programs")).data.affiliate_programs
          expect(terms.application_questions).toEqual(asked)

          const refused = { type: "invalid_data", code: "application_incomplete" }
          expect(await join(anna, program.id)).toMatchObject({
            status: 400,
            data: { ...refused, message: 'application: must answer "Where do you post?"' },
          })
          expect(await apply(answered("My blog", " "))).toMatchObject({
            status: 400,
            data: { ...refused, message: 'application: must answer "How many people follow you?"' },
          })
          expect(await apply([{ question: "Why?", answer: "So" }])).toMatchObject({
            status: 400,
            data: { message: 'application: the program does not ask "Why?"' },
          })
          expect(await apply(answered("x".repeat(2001)))).toMatchObject({
            status: 400,
            data: { message: expect.stringMatching(/^application\[answer\]: must have at most 2000 characters/) },
          })
          expect((await anna.get(ME)).data.affiliates).toEqual([])

          const { status, data } = await apply(answered("<b>My</b> blog", "900"))
          expect([status, data.affiliate.status]).toEqual([201, "pending"])
          const { affiliate } = (await admin.get(`/admin/affiliates/${data.affiliate.id}`)).data
          expect(affiliate.application).toEqual(answered("<b>My</b> blog", "900"))
          // A customer who applies again stays what they are.
          expect(await apply(answered("Other", "1"))).toMatchObject({ status: 200, data: { affiliate: { id: affiliate.id } } })
          expect((await admin.get(`/admin/affiliates/${affiliate.id}`)).data.affiliate.application[1].answer).toBe("900")

          const bert = await createCustomer(api, key, { email: "bert@example.com" })
          const added = await admin.post("/admin/affiliates", { program_id: program.id, customer_id: bert.id })
          expect(added).toMatchObject({ status: 200, data: { affiliate: { status: "active", application: null } } })
        })

        it("refuses who may not, and says why", async () => {
          const staff = await getContainer().resolve(Modules.CUSTOMER).createCustomerGroups({ name: "Staff" })
          const closed = await postProgram(admin, { name: "Staff", eligible_customer_group_ids: [staff.id] })
          const paused = await postProgram(admin, { name: "Paused", status: "paused" })
          const over = await postProgram(admin, { name: "Over", ends_at: "2020-01-01T00:00:00Z" })

          expect(await join(anna, closed.id)).toMatchObject({ status: 403, data: { code: "not_eligible" } })
          expect(await join(anna, paused.id)).toMatchObject({ status: 400, data: { message: expect.stringContaining("program_id") } })
          expect(await join(anna, over.id)).toMatchObject({ status: 400, data: { code: "program_not_running" } })
          expect(await join(anna, "affprog_x")).toMatchObject({ status: 404 })
          expect(await anna.post(ME, {})).toMatchObject({ status: 400, data: { message: expect.stringContaining("program_id") } })
          expect((await anna.get(ME)).data.affiliates).toEqual([])
        })
      })

      describe("what they earn", () => {
        let otto: ShopCustomer
        let program: { id: string }
        let affiliate: { id: string; code: string }

        beforeEach(async () => {
          program = await postProgram(admin, { timezone: "Europe/Berlin" })
          affiliate = (await join(anna, program.id)).data.affiliate
          otto = await createCustomer(api, key, { email: "otto@example.com", first_name: "Otto<script>", last_name: "😀 Ünal" })
          const referral = { id: affiliate.id, program_id: program.id }
          await createReferral(getContainer(), referral, otto.email, new Date("2026-01-02T10:00:00Z"))
          await createReferral(getContainer(), referral, "guest@example.com", new Date("2026-01-01T10:00:00Z"))
          const orders = await createOrders(getContainer(), [
            { email: otto.email, unit_price: 100 },
            { email: otto.email, unit_price: 55.55 },
            { email: otto.email, unit_price: 1000, currency_code: "jpy" },
          ])
          await affiliateModule(getContainer()).orders.record(orders, new Date())
        })

        const path = (rest: string): string => `${ME}/${affiliate.id}/${rest}`

        it("lists referrals with registration, orders and expenses, their names only in part", async () => {
          await affiliateModule(getContainer()).updateReferrals({ selector: { email: otto.email }, data: { customer_id: otto.id } })
          const { data } = await anna.get(path("referrals"))
          expect(data).toEqual({
            count: 2,
            offset: 0,
            limit: 20,
            referrals: [
              {
                id: expect.any(String),
                name: "O*** Ü.",
                source: "link",
                status: "active",
                registered_at: expect.any(String),
                started_at: "2026-01-02T10:00:00.000Z",
                ended_at: null,
                order_count: 3,
                expenses: [
                  { currency_code: "eur", order_count: 2, expense_amount: "155.55", commission_amount: "15.56" },
                  { currency_code: "jpy", order_count: 1, expense_amount: "1000", commission_amount: "100" },
                ],
              },
              {
                id: expect.any(String),
                name: "***",
                source: "link",
                status: "active",
                registered_at: "2026-01-01T10:00:00.000Z",
                started_at: "2026-01-01T10:00:00.000Z",
                ended_at: null,
                order_count: 0,
                expenses: [],
              },
            ],
          })
          expect(JSON.stringify(data)).not.toContain("example.com")
        })

        it("lists commissions, ledger entries and balances", async () => {
          expect((await anna.get(path("commissions?currency_code=eur&limit=1"))).data).toMatchObject({
            count: 2,
            limit: 1,
            commissions: [{ affiliate_id: affiliate.id, kind: "order", status: "pending", rate_percent: "10" }],
          })
          await admin.post(`/admin/affiliates/${affiliate.id}/adjustments`, { amount: "2.00", currency_code: "eur", reason: "Thank you" })
          const ledger = (await anna.get(path("ledger"))).data
          expect(ledger).toMatchObject({ count: 1, ledger_entries: [{ amount: "2.00", note: "Thank you" }] })
          expect(JSON.stringify(ledger)).not.toContain(admin.id)
          expect((await anna.get(ME)).data.affiliates[0].balances).toEqual([
            { currency_code: "eur", pending: "15.56", available: "2.00", processing: "0.00", paid: "0.00" },
            { currency_code: "jpy", pending: "100", available: "0", processing: "0", paid: "0" },
          ])
        })

        it("lists their payouts, with why one failed and nothing of the merchant's own notes", async () => {
          const credit = { amount: "62.40", currency_code: "eur", reason: "Thank you" }
          await admin.post(`/admin/affiliates/${affiliate.id}/adjustments`, credit)
          const pay = async (verb: string, body: object) => {
            const { data } = await admin.post("/admin/affiliate-payouts", { program_id: program.id })
            await admin.post(`/admin/affiliate-payouts/${data.affiliate_payouts[0].id}/${verb}`, body)
            return data.affiliate_payouts[0]
          }
          const failed = await pay("fail", { reason: "Account closed" })
          const canceled = await pay("cancel", { reason: "Looks like fraud" })
          const paid = await pay("settle", { reference: "SEPA 17" })

          const { data } = await anna.get(path("payouts"))
          const payout = {
            amount: "62.40",
            currency_code: "eur",
            method: "transfer",
            created_at: expect.any(String),
            ended_at: expect.any(String),
          }
          expect(data).toEqual({
            count: 3,
            offset: 0,
            limit: 20,
            payouts: [
              { id: paid.id, number: paid.number, status: "paid", reference: "SEPA 17", failure_reason: null, ...payout },
              { id: canceled.id, number: canceled.number, status: "canceled", reference: null, failure_reason: null, ...payout },
              { id: failed.id, number: failed.number, status: "failed", reference: null, failure_reason: "Account closed", ...payout },
            ],
          })
          const ids = async (query: string) => (await anna.get(path(`payouts?${query}`))).data.payouts.map(({ id }: { id: string }) => id)
          expect(await ids("status=paid,failed&order=number")).toEqual([failed.id, paid.id])
          expect(await ids("currency_code=jpy")).toEqual([])
          expect((await anna.get(path("payouts?affiliate_id=x"))).status).toBe(400)

          const ledger = (await anna.get(path("ledger"))).data
          expect(ledger.count).toBe(6)
          expect(JSON.stringify([data, ledger])).not.toMatch(new RegExp(`fraud|${admin.id}`))
          expect((await anna.get(ME)).data.affiliates[0].balances[0]).toMatchObject({
            available: "0.00",
            processing: "0.00",
            paid: "62.40",
          })
        })

        it("counts by day in the program's time zone, with zeros in the gaps", async () => {
          const { data } = await anna.get(path("statistics?from=2026-01-01&to=2026-01-03&currency_code=eur"))
          const none = [{ currency_code: "eur", orders: 0, expense_amount: "0.00", commission_amount: "0.00" }]
          const empty = { clicks: 0, orders: 0, currencies: none }
          expect(data).toEqual({
            from: "2025-12-31T23:00:00.000Z",
            to: "2026-01-03T23:00:00.000Z",
            interval: "day",
            timezone: "Europe/Berlin",
            statistics: [
              { starts_at: "2025-12-31T23:00:00.000Z", ends_at: "2026-01-01T23:00:00.000Z", referrals: 1, ...empty },
              { starts_at: "2026-01-01T23:00:00.000Z", ends_at: "2026-01-02T23:00:00.000Z", referrals: 1, ...empty },
              { starts_at: "2026-01-02T23:00:00.000Z", ends_at: "2026-01-03T23:00:00.000Z", referrals: 0, ...empty },
            ],
          })
          const { statistics } = (await anna.get(path("statistics?interval=month"))).data
          expect(statistics).toHaveLength(12)
          expect(statistics.at(-1)).toMatchObject({
            orders: 3,
            currencies: [
              { currency_code: "eur", orders: 2, expense_amount: "155.55", commission_amount: "15.56" },
              { currency_code: "jpy", orders: 1, expense_amount: "1000", commission_amount: "100" },
            ],
          })
          for (const query of [
            "from=yesterday",
            "to=x",
            "from=2026-02-01&to=2026-01-01",
            "from=2020-01-01&to=2026-01-01",
            "interval=hour",
          ]) {
            expect((await anna.get(path(`statistics?${query}`))).status).toBe(400)
          }
        })

        it("is nobody else's to see", async () => {
          await join(otto, program.id)
          for (const rest of ["referrals", "commissions", "ledger", "statistics", "payouts"]) {
            expect((await otto.get(path(rest))).status).toBe(404)
          }
          expect((await otto.get(ME)).data.affiliates.map(({ id }: { id: string }) => id)).not.toContain(affiliate.id)
          // A filter of the query does not reach further than the path.
          expect((await otto.get(path("commissions?affiliate_id=x"))).status).toBe(404)
          expect((await anna.get(path("commissions?affiliate_id=x"))).status).toBe(400)
        })
      })
    })
  },
})
