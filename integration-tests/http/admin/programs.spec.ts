import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { caller, createAdmin, type Admin } from "../../helpers/http"
import { postProgram } from "../../helpers/programs"
import { STORE } from "../../helpers/store"

const WRONG: [label: string, overrides: object, named: string][] = [
  ["no name", { name: undefined }, "name"],
  ["an empty name", { name: "  " }, "name"],
  ["no site", { site_url: undefined }, "site_url"],
  ["a site that is no URL", { site_url: "shop" }, "site_url"],
  ["a site of another scheme", { site_url: "javascript:alert(1)" }, "site_url"],
  ["no rate", { commission_percent: undefined }, "commission_percent"],
  ["a negative rate", { commission_percent: -1 }, "commission_percent"],
  ["a rate above 100", { commission_percent: "100.01" }, "commission_percent"],
  ["five decimals", { commission_percent: "1.23456" }, "commission_percent"],
  ["a rate in words", { commission_percent: "ten" }, "commission_percent"],
  ["a rate as an object", { commission_percent: {} }, "commission_percent"],
  ["a discount above 100", { customer_discount_percent: 101 }, "customer_discount_percent"],
  ["a template without a macro", { promo_code_template: "WELCOME" }, "promo_code_template"],
  ["a template with a space", { promo_code_template: "HI @ID@" }, "promo_code_template"],
  ["an unknown time zone", { timezone: "Europe/Atlantis" }, "timezone"],
  ["a handle with a space", { handle: "my program" }, "handle"],
  ["a handle that is a number", { handle: "42" }, "handle"],
  ["a link parameter with a space", { link_parameter: "my ref" }, "link_parameter"],
  ["a negative window", { attribution_window_days: -1 }, "attribution_window_days"],
  ["half a day", { attribution_window_days: 1.5 }, "attribution_window_days"],
  ["a window as text", { attribution_window_days: "90" }, "attribution_window_days"],
  ["a hold period of a century", { hold_period_days: 36500 }, "hold_period_days"],
  ["a negative referral period", { referral_period_months: -1 }, "referral_period_months"],
  ["an unknown status", { status: "deleted" }, "status"],
  ["an unknown model", { attribution_model: "linear" }, "attribution_model"],
  ["an end that is no time", { ends_at: "tomorrow" }, "ends_at"],
  ["an end before the start", { starts_at: "2026-02-01T00:00:00Z", ends_at: "2026-01-01T00:00:00Z" }, "ends_at"],
  ["a minimum with too many digits", { payout_minimums: { jpy: "10.5" } }, "payout_minimums"],
  ["a negative minimum", { payout_minimums: { eur: -1 } }, "payout_minimums"],
  ["a minimum without a currency", { payout_minimums: { euros: 1 } }, "payout_minimums"],
  ["an unknown group", { eligible_customer_group_ids: ["cusgroup_x"] }, "cusgroup_x"],
  ["an unknown forbidden group", { forbidden_customer_group_ids: ["cusgroup_x"] }, "forbidden_customer_group_ids"],
  ["an unknown channel", { sales_channel_ids: ["sc_x"] }, "sc_x"],
  ["a field nobody knows", { comission_percent: 5 }, "comission_percent"],
  ["a number of its own", { number: 7 }, "number"],
]

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    describe("/admin/affiliate-programs", () => {
      let admin: Admin
      beforeEach(async () => {
        admin = await createAdmin(api, getContainer())
      })

      it("asks strangers who they are", async () => {
        expect((await caller(api).get("/admin/affiliate-programs")).status).toBe(401)
        expect((await caller(api).post("/admin/affiliate-programs", { name: "x" })).status).toBe(401)
      })

      it("makes a program from three fields, with the defaults of the contract", async () => {
        const program = await postProgram(admin, { name: "Café Berlin", site_url: "HTTPS://Shop.Example.com:443/de/" })

        expect(program).toEqual({
          id: expect.stringMatching(/^affprog_/),
          number: expect.any(Number),
          name: "Café Berlin",
          handle: "cafe-berlin",
          status: "active",
          site_url: "https://shop.example.com/de",
          link_parameter: "ref",
          link_aliases: [],
          promo_code_template: null,
          customer_discount_percent: null,
          link_gives_discount: false,
          commission_percent: "10",
          commission_basis: "placed",
          include_tax: false,
          include_shipping: false,
          margin_guard_percent: null,
          order_commission_limits: null,
          commission_tiers: null,
          affiliate_month_limits: null,
          month_budgets: null,
          new_customer_bonuses: null,
          welcome_bonuses: null,
          eligible_customer_group_ids: [],
          forbidden_customer_group_ids: [],
          sales_channel_ids: [],
          attribution_window_days: 90,
          attribution_model: "last_click",
          referral_period_months: null,
          hold_period_days: 0,
          timezone: "UTC",
          starts_at: null,
          ends_at: null,
          auto_enroll: false,
          requires_approval: false,
          application_questions: [],
          logo_url: null,
          accent_color: null,
          accent_color_dark: null,
          creatives: [],
          agreement_text: null,
          agreement_required: false,
          payout_method: "transfer",
          payout_methods: ["transfer"],
          automatic_payouts: false,
          statement_settings: expect.objectContaining({ issuer_name: null, is_self_billed: false }),
          notifications: expect.objectContaining({ month_closed: { is_enabled: true, template: "affiliate-month-closed" } }),
          payout_minimums: null,
          metadata: null,
          affiliate_count: 0,
          taken_promo_codes: [],
          created_at: expect.any(String),
          updated_at: expect.any(String),
        })
        expect((await admin.get(`/admin/affiliate-programs/${program.id}`)).data.affiliate_program).toEqual(program)
      })

      it("keeps every field it was given, and changes only those it is given later", async () => {
        const [group, other] = await getContainer()
          .resolve(Modules.CUSTOMER)
          .createCustomerGroups([{ name: "Bloggers" }, { name: "Staff" }])
        const channel = await getContainer().resolve(Modules.SALES_CHANNEL).createSalesChannels({ name: "Brand" })
        const given = {
          name: "Bloggers",
          handle: "bloggers",
          status: "paused",
          site_url: "https://blog.example.com",
          link_parameter: "via",
          promo_code_template: "HELLO-@ID@",
          customer_discount_percent: "7.5",
          link_gives_discount: true,
          commission_percent: "12.3456",
          commission_basis: "captured",
          include_tax: true,
          include_shipping: true,
          margin_guard_percent: null,
          order_commission_limits: null,
          commission_tiers: null,
          affiliate_month_limits: null,
          month_budgets: null,
          new_customer_bonuses: null,
          welcome_bonuses: null,
          eligible_customer_group_ids: [group!.id],
          forbidden_customer_group_ids: [other!.id],
          sales_channel_ids: [channel.id],
          attribution_window_days: 30,
          attribution_model: "first_click",
          referral_period_months: 12,
          hold_period_days: 14,
          timezone: "Europe/Berlin",
          starts_at: "2026-01-01T00:00:00.000Z",
          ends_at: "2027-01-01T00:00:00.000Z",
          auto_enroll: true,
          requires_approval: true,
          agreement_text: "Be fair.",
          payout_method: "transfer",
          payout_minimums: { eur: "50.00", jpy: "5000" },
          metadata: { team: "growth" },
        }
        const program = await postProgram(admin, given)
        expect(program).toMatchObject(given)

        const { data } = await admin.post(`/admin/affiliate-programs/${program.id}`, { commission_percent: "8", sales_channel_ids: [] })
        expect(data.affiliate_program).toEqual({
          ...program,
          commission_percent: "8",
          sales_channel_ids: [],
          updated_at: expect.any(String),
        })
      })

      it("reads a time without an offset in the program's own time zone", async () => {
        const program = await postProgram(admin, { timezone: "Europe/Berlin", starts_at: "2026-01-01" })
        expect(program.starts_at).toBe("2025-12-31T23:00:00.000Z")
      })

      it("refuses what is wrong, names it and writes nothing", async () => {
        for (const [label, overrides, named] of WRONG) {
          const { status, data } = await admin.post("/admin/affiliate-programs", {
            name: "Friends",
            site_url: "https://shop.example.com",
            commission_percent: 10,
            ...overrides,
          })
          expect([label, status, data.type, data.message]).toEqual([label, 400, "invalid_data", expect.stringContaining(named)])
        }
        expect((await admin.get("/admin/affiliate-programs")).data.count).toBe(0)
      })

      it("refuses a change that only together with what stands is wrong, and keeps what stands", async () => {
        const program = await postProgram(admin, { starts_at: "2026-02-01T00:00:00Z" })
        const answer = await admin.post(`/admin/affiliate-programs/${program.id}`, { ends_at: "2026-01-01T00:00:00Z", name: "New" })
        expect(answer).toMatchObject({ status: 400, data: { message: expect.stringContaining("ends_at") } })
        expect((await admin.get(`/admin/affiliate-programs/${program.id}`)).data.affiliate_program).toEqual(program)
      })

      it("refuses a handle that another program has", async () => {
        await postProgram(admin, { handle: "friends" })
        const answer = await admin.post("/admin/affiliate-programs", {
          name: "Other",
          handle: "friends",
          site_url: "https://a.example.com",
          commission_percent: 5,
        })
        expect(answer).toMatchObject({ status: 400, data: { message: expect.stringContaining("handle") } })
      })

      it("answers 404 for a program that does not exist", async () => {
        expect((await admin.get("/admin/affiliate-programs/affprog_x")).status).toBe(404)
        expect((await admin.post("/admin/affiliate-programs/affprog_x", { name: "x" })).status).toBe(404)
      })

      it("lists programs by page, search, status and order, cut to the fields asked for", async () => {
        for (const name of ["Beta", "Alpha", "Gamma"]) await postProgram(admin, { name, status: name === "Gamma" ? "archived" : "active" })
        const names = async (query: string) => {
          const { data } = await admin.get(`/admin/affiliate-programs?${query}`)
          return { names: data.affiliate_programs.map(({ name }: { name: string }) => name), count: data.count }
        }

        expect(await names("")).toEqual({ names: ["Beta", "Alpha", "Gamma"], count: 3 })
        expect(await names("order=name")).toEqual({ names: ["Alpha", "Beta", "Gamma"], count: 3 })
        expect(await names("order=-name&limit=1&offset=1")).toEqual({ names: ["Beta"], count: 3 })
        expect(await names("q=aLP")).toEqual({ names: ["Alpha"], count: 1 })
        expect(await names("q=%25")).toEqual({ names: [], count: 0 })
        expect(await names("status=archived")).toEqual({ names: ["Gamma"], count: 1 })
        expect(await names("status[]=archived&status[]=active")).toMatchObject({ count: 3 })
        expect((await admin.get("/admin/affiliate-programs?fields=name&limit=1")).data).toEqual({
          affiliate_programs: [{ id: expect.any(String), name: "Beta" }],
          count: 3,
          offset: 0,
          limit: 1,
        })
        expect((await admin.get("/admin/affiliate-programs?limit=5000")).data.limit).toBe(100)
      })

      it("refuses queries it does not know", async () => {
        for (const query of ["order=name;drop", "order=site_url", "limit=-1", "limit=ten", "offset=-1", "status=gone", "unknown=1"]) {
          expect([query, (await admin.get(`/admin/affiliate-programs?${query}`)).status]).toEqual([query, 400])
        }
      })

      it("keeps both changes of two admins who save different fields at the same time", async () => {
        const { id } = await postProgram(admin)
        await Promise.all([
          admin.post(`/admin/affiliate-programs/${id}`, { name: "Renamed" }),
          admin.post(`/admin/affiliate-programs/${id}`, { commission_percent: 15 }),
        ])
        expect((await admin.get(`/admin/affiliate-programs/${id}`)).data.affiliate_program).toMatchObject({
          name: "Renamed",
          commission_percent: "15",
        })
      })
    })
  },
})
