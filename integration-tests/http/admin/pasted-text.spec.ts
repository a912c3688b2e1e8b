import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { createAdmin, createCustomer, type Admin, type ShopCustomer } from "../../helpers/http"
import { postAffiliate, postProgram } from "../../helpers/programs"
import { createShop, type Shop } from "../../helpers/shop"
import { sql } from "../../helpers/sql"
import { STORE } from "../../helpers/store"

/** As it comes from a web page or an e-mail: zero-width blanks, soft hyphens, direction marks, no-break blanks. */
const pasted = (text: string): string => `\u200b${text.slice(0, 1)}\u00ad${text.slice(1).replaceAll(" ", "\u00a0")}\u200e\u202f`

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    describe("pasted text", () => {
      let admin: Admin
      let shop: Shop
      let anna: ShopCustomer

      const query = <T>(statement: string) => sql<T>(getContainer(), statement)

      /** The columns of our tables that hold a character which shows nothing, or an odd blank. */
      async function unplain(): Promise<string[]> {
        const columns = await query<{ table_name: string; column_name: string }>(
          `SELECT table_name, column_name FROM information_schema.columns
           WHERE table_schema = 'public' AND table_name LIKE 'affiliate%' AND data_type IN ('text', 'jsonb')`
        )
        const found: string[] = []
        for (const { table_name, column_name } of columns) {
          const unseen = String.fromCodePoint(0x200b, 0xad, 0x200e, 0xa0, 0x202f)
          const rows = await query(`SELECT 1 FROM "${table_name}" WHERE "${column_name}"::text ~ '[${unseen}]' LIMIT 1`)
          if (rows.length > 0) found.push(`${table_name}.${column_name}`)
        }
        return found
      }

      beforeAll(async () => {
        shop = await createShop(getContainer())
        admin = await createAdmin(api, getContainer())
        anna = await createCustomer(api, shop.publishableKey, { email: "anna@example.com" })
      })

      it("is stored as it reads, through whichever entrance it comes", async () => {
        const program = await postProgram(admin, {
          name: pasted("Friends of the shop"),
          handle: pasted("friends"),
          site_url: pasted("https://shop.example.com"),
          link_parameter: pasted("ref"),
          timezone: pasted("Europe/Berlin"),
          promo_code_template: pasted("WELCOME–@ID@"),
          agreement_text: pasted("You agree to all of this."),
          payout_methods: ["transfer", "paypal"],
          payout_minimums: { [pasted("eur")]: "5" },
          statement_settings: {
            issuer_name: pasted("Muster GmbH"),
            issuer_address: pasted("Weg 1"),
            issuer_tax_id: pasted("DE 123"),
            tax_note: pasted("Reverse charge"),
            number_prefix: pasted("AFF-"),
          },
          notifications: { month_closed: { template: pasted("closed") } },
        })
        expect(program).toMatchObject({
          name: "Friends of the shop",
          handle: "friends",
          promo_code_template: "WELCOME-@ID@",
          timezone: "Europe/Berlin",
        })
        const affiliate = await postAffiliate(admin, program.id, anna.id)
        const path = `/admin/affiliates/${affiliate.id}`
        const answers = [
          await admin.post(`${path}/adjustments`, { amount: 50, currency_code: pasted("eur"), reason: pasted("Good will") }),
          await admin.post(path, { status: "suspended", reason: pasted("Under review") }),
          await admin.post(path, { status: "active", reason: pasted("All is well") }),
          await anna.post(`/store/affiliates/me/${affiliate.id}/billing-details`, {
            name: pasted("Anna Berg"),
            company: pasted("Berg KG"),
            address: `${pasted("Weg 1")}\n${pasted("10115 Berlin")}`,
            country_code: pasted("de"),
            tax_id: pasted("DE 123"),
          }),
          await anna.post(`/store/affiliates/me/${affiliate.id}/payout-method`, {
            method: "paypal",
            details: { email: pasted("anna@example.com") },
          }),
          await anna.post(`/store/affiliates/me/${affiliate.id}/payout-method`, {
            method: "transfer",
            details: { account_holder: pasted("Anna Berg"), iban: pasted("IBAN DE89 3704 0044 0532 0130 00"), bic: pasted("COBADEFFXXX") },
          }),
        ]
        const other = await createCustomer(api, shop.publishableKey, { email: "bo@example.com" })
        const referrer = { affiliate_id: affiliate.id, reason: pasted("Said so") }
        answers.push(await admin.post(`/admin/customers/${other.id}/affiliate-referrer`, referrer))
        const create = async (): Promise<string> =>
          (await admin.post("/admin/affiliate-payouts", { program_id: program.id })).data.affiliate_payouts[0].id
        answers.push(await admin.post(`/admin/affiliate-payouts/${await create()}/cancel`, { reason: pasted("Wrong day") }))
        answers.push(await admin.post(`/admin/affiliate-payouts/${await create()}/settle`, { reference: pasted("SEPA 17") }))

        expect(answers.map(({ status, data }) => [status, data.message])).toEqual(answers.map(() => [200, undefined]))
        expect(await unplain()).toEqual([])
        expect(await query(`SELECT billing_details FROM affiliate WHERE id = '${affiliate.id}'`)).toEqual([
          {
            billing_details: {
              name: "Anna Berg",
              company: "Berg KG",
              address: "Weg 1\n10115 Berlin",
              country_code: "de",
              tax_id: "DE 123",
            },
          },
        ])
        expect(await query(`SELECT details FROM affiliate_payout_details ORDER BY created_at`)).toEqual([
          { details: { email: "anna@example.com" } },
          { details: { account_holder: "Anna Berg", iban: "DE89370400440532013000", bic: "COBADEFFXXX" } },
        ])
        expect((await admin.get(`/admin/affiliates?q=${encodeURIComponent(pasted(affiliate.code))}`)).data.count).toBe(1)
      })

      it("a reason that shows nothing is none", async () => {
        const program = await postProgram(admin, { name: "Second" })
        const affiliate = await postAffiliate(admin, program.id, anna.id)
        const blank = { reason: "\u200b\u00a0\u2060" }
        for (const answer of [
          await admin.post(`/admin/affiliates/${affiliate.id}/adjustments`, { amount: 5, currency_code: "eur", ...blank }),
          await admin.post(`/admin/customers/${anna.id}/affiliate-referrer`, { affiliate_id: null, ...blank }),
        ]) {
          expect([answer.status, answer.data.message]).toEqual([400, "reason: must say why"])
        }
      })
    })
  },
})
