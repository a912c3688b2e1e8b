import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { parse } from "csv-parse/sync"
import { DateTime } from "luxon"

import { affiliateModule, createAffiliate, createProgram } from "../../helpers/affiliate"
import { createAdmin, createCustomer, createPublishableKey, stranger, type Admin, type ShopCustomer } from "../../helpers/http"
import { pdfText } from "../../helpers/pdf-text"
import { sql, statementsOf } from "../../helpers/sql"
import { STORE } from "../../helpers/store"

const NAUGHTY = `=HYPERLINK("http://evil")`
const at = (text: string) => new Date(text)

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    describe("statements", () => {
      let admin: Admin
      let key: string
      let anna: ShopCustomer
      let program: string
      let id: string
      let mine: string

      beforeEach(async () => {
        admin = await createAdmin(api, getContainer())
        key = await createPublishableKey(getContainer())
        anna = await createCustomer(api, key, { first_name: "Анна", last_name: "<b>Берг</b>" })
        const settings = {
          issuer_name: "Nordlicht & Co",
          issuer_address: "Hafenstr. 12",
          number_prefix: "AFF-",
          is_self_billed: true,
          tax_note: "No VAT.",
        }
        program = await createProgram(getContainer(), {
          timezone: "Europe/Berlin",
          created_at: at("2016-03-02"),
          statement_settings: settings,
        })
        id = (await createAffiliate(getContainer(), program, { customer_id: anna.id, code: "anna" })).id
        mine = `/store/affiliates/me/${id}/statements`
      })

      const affiliate = () => affiliateModule(getContainer())
      const adjust = (amount: string, day: string, currency_code = "eur", reason = "Thank you") =>
        affiliate().ledger.adjust({ affiliate_id: id, amount, currency_code, reason, created_by: "user_1", now: at(`${day}T12:00:00Z`) })
      const close = (period: string, now = "2016-06-10T00:00:00Z") =>
        affiliate().periods.close({ program_id: program, period, closed_by: "test", now: at(now) })
      /** An order without lines of its own: only its number is read. */
      const earn = async (
        orderId: string,
        period: string,
        amounts: [expense: string, amount: string],
        own: { kind?: string; corrects?: string } = {}
      ) => {
        const { kind = "order", corrects = null } = own
        await sql(
          getContainer(),
          `INSERT INTO "order" (id, display_id, currency_code, email) VALUES (?, ?, 'eur', 'x@example.com') ON CONFLICT DO NOTHING`,
          [...[orderId, Number(orderId.replace(/\D/g, ""))]]
        )
        await sql(
          getContainer(),
          `INSERT INTO affiliate_period (id, program_id, period, starts_at, ends_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
          [`affper_${period}`, program, period, at(`${period}-01T00:00:00+02:00`), at("2016-04-30T22:00:00Z")]
        )
        await sql(
          getContainer(),
          `INSERT INTO affiliate_commission (id, order_id, sequence, attribution_id, affiliate_id, program_id, kind, expense_amount, rate_percent,
             amount, currency_code, period, corrects_period, order_version, occurred_at)
           SELECT affiliate_new_id('affcom'), ?, (SELECT count(*) + 1 FROM affiliate_commission WHERE order_id = ?), 'x', ?, ?, ?, ?, 10, ?, 'eur', ?, ?, 1, ?`,
          [orderId, orderId, id, program, kind, ...amounts, period, corrects, at("2016-04-20T22:30:00Z")]
        )
      }
      const pdfOf = async (caller: Admin | ShopCustomer, path: string) => {
        const answer = await caller.get(path, { responseType: "arraybuffer" })
        return { ...answer, text: answer.status === 200 ? await pdfText(answer.data as Buffer) : null }
      }

      it("are closed to strangers, and another's do not exist", async () => {
        await adjust("1.00", "2016-04-10")
        const bob = await createCustomer(api, key)
        for (const path of [mine, `${mine}/2016-04`, `${mine}/2016-04.pdf`, `/store/affiliates/me/${id}/billing-details`]) {
          expect((await stranger(api, key).get(path)).status).toBe(401)
          expect((await bob.get(path)).status).toBe(404)
          expect((await stranger(api, key).get(path.replace("/store/affiliates/me", "/admin/affiliates"))).status).toBe(401)
          expect((await admin.get(path.replace(`/store/affiliates/me/${id}`, "/admin/affiliates/aff_x"))).status).toBe(404)
        }
        expect((await bob.post(`/store/affiliates/me/${id}/billing-details`, { name: "Bob" })).status).toBe(404)
      })

      it("tell an affiliate and an admin the same figures", async () => {
        await adjust("5.50", "2016-04-10")
        await adjust("100", "2016-04-11", "jpy")
        await earn("order_17", "2016-04", ["200", "20"])
        const summary = (own: object) => ({ ...{ period: "2016-04", status: "open", number: null, issued_at: null }, ...own })
        const eur = summary({
          ...{
            currency_code: "eur",
            opening_balance: "0.00",
            commissions: "0.00",
            adjustments: "5.50",
            payouts: "0.00",
            closing_balance: "5.50",
          },
          ...{ pending: "20.00", withheld: "0.00", budget: "0.00" },
        })
        const jpy = summary({
          ...{ currency_code: "jpy", opening_balance: "0", commissions: "0", adjustments: "100", payouts: "0", closing_balance: "100" },
          ...{ pending: "0", withheld: "0", budget: "0" },
        })
        const listed = (await anna.get(mine)).data
        expect(listed).toEqual({ statements: [jpy, eur], count: 2, offset: 0, limit: 20 })
        expect((await admin.get(`/admin/affiliates/${id}/statements`)).data).toEqual(listed)
        expect((await anna.get(`${mine}?limit=1&offset=1&order=-period`)).data).toEqual({
          statements: [eur],
          count: 2,
          offset: 1,
          limit: 1,
        })
        expect((await anna.get(`${mine}?currency_code=JPY&fields=period`)).data.statements).toEqual([{ period: "2016-04" }])

        const { statements } = (await anna.get(`${mine}/2016-04`)).data
        expect(statements).toEqual([
          {
            ...eur,
            lines: [
              expect.objectContaining({ type: "commission", order_display_id: 17, status: "pending", amount: "20.00" }),
              expect.any(Object),
            ],
          },
          { ...jpy, lines: [expect.objectContaining({ type: "adjustment", reason: "Thank you", amount: "100" })] },
        ])
        expect((await admin.get(`/admin/affiliates/${id}/statements/2016-04`)).data).toEqual({ statements })
        expect((await anna.get(`${mine}/2016-04?currency_code=jpy`)).data.statements).toEqual([statements[1]])
        expect((await anna.get(`${mine}/2016-01`)).data).toEqual({ statements: [] })
      })

      it.each([
        ["no month", "2016-13", 400, "period: must be a month"],
        ["another format", "2016-04.xls", 400, "period: must be a month"],
        ["an open month's PDF", "2016-04.pdf?currency_code=eur", 400, "period: 2016-04 has not been closed yet"],
        ["an open month's print page", "2016-04.html?currency_code=eur", 400, "period: 2016-04 has not been closed yet"],
        ["a currency the month has not", "2016-04.pdf?currency_code=jpy", 404, "has no statement of 2016-04 in JPY"],
        ["a month without anything", "2016-01.pdf", 404, "has no statement of 2016-01"],
      ])("refuses %s", async (_, name, status, message) => {
        await adjust("5.50", "2016-04-10")
        await adjust("1.00", "2016-04-10", "usd")
        expect(await anna.get(`${mine}/${name}`)).toMatchObject({ status, data: { message: expect.stringContaining(message) } })
      })

      it("of a month with several currencies are one file, a document after another, each with its number", async () => {
        await adjust("5.50", "2016-04-10")
        await adjust("1.00", "2016-04-10", "usd")
        await close("2016-03")
        await close("2016-04")
        const { headers, text } = await pdfOf(anna, `${mine}/2016-04.pdf`)
        expect(headers["content-disposition"]).toBe(`attachment; filename="statement-AFF-1-AFF-2-2016-04.pdf"`)
        expect(text?.title).toBe("Commission statement AFF-1, Commission statement AFF-2")
        expect(text?.pages.map((page) => page.filter((line) => /^(Closing balance|Currency)|Page/.test(line)))).toEqual([
          expect.arrayContaining([expect.stringContaining("5.50 EUR"), expect.stringContaining("AFF-1 | Page 1 of 1")]),
          expect.arrayContaining([expect.stringContaining("1.00 USD"), expect.stringContaining("AFF-2 | Page 1 of 1")]),
        ])
        const page = await anna.get(`${mine}/2016-04.html`)
        expect(page.data.match(/<article>/g)).toHaveLength(2)
        expect((await pdfOf(anna, `${mine}/2016-04.pdf?currency_code=usd`)).text?.title).toBe("Commission statement AFF-2")
      })

      it("print what the ledger says, and the same on the second day", async () => {
        await earn("order_17", "2016-04", ["1234.56", "123.46"])
        await earn("order_17", "2016-04", ["-100", "-10"], { kind: "refund", corrects: "2016-03" })
        await adjust("5.50", "2016-04-10")
        await affiliate().payouts.create({ program_id: program, created_by: "user_1", now: at("2016-04-12T12:00:00Z") })
        await close("2016-03")
        await close("2016-04")

        const first = await pdfOf(anna, `${mine}/2016-04.pdf`)
        expect(first.headers).toMatchObject({
          "content-type": "application/pdf",
          "content-disposition": `attachment; filename="statement-AFF-1-2016-04.pdf"`,
          "cache-control": "no-store",
        })
        const today = DateTime.now().setZone("Europe/Berlin").setLocale("en").toFormat("dd LLL yyyy")
        expect(first.text).toEqual({
          title: "Commission statement AFF-1",
          language: "en",
          pages: [
            [
              "Issued by (recipient of the service)",
              "Commission statement",
              "Nordlicht & Co",
              "Hafenstr. 12",
              "Statement no. | AFF-1",
              "Period | 01 Apr 2016 – 30 Apr 2016",
              `Date of issue | ${today}`,
              "Currency | EUR",
              "Program | Friends",
              "Affiliate | anna",
              "Supplier",
              "Анна | <b> | Берг | </b>",
              "Opening balance | Commissions | Adjustments | Payouts | Closing balance",
              "0.00 | 113.46 | 5.50 | −5.50 | 113.46 EUR",
              "Commissions of April 2016",
              "Order | Date | Event | Expense | Rate | Commission",
              "#17 | 21 Apr 2016 | Order | 1,234.56 | 10 % | 123.46",
              "#17 | 21 Apr 2016 | Refund, corrects March 2016 | −100.00 | 10 % | −10.00",
              "Total | 1,134.56 | 113.46",
              "Account",
              "Date | Entry | Reference | Amount",
              "Opening balance | 0.00",
              "10 Apr 2016 | Adjustment | Thank you | 5.50",
              expect.stringMatching(/^12 Apr 2016 \| Payout \d+, bank transfer \| −5\.50$/),
              "10 Jun 2016 | Commissions of April 2016, credited | 113.46",
              "Closing balance | 113.46 EUR",
              expect.stringMatching(/^Self-billing: /),
              "No VAT.",
              expect.stringMatching(/^Amounts are signed: /),
              "Nordlicht & Co · Statement AFF-1 | Page 1 of 1",
            ],
          ],
        })

        const again = await pdfOf(admin, `/admin/affiliates/${id}/statements/2016-04.pdf?currency_code=eur`)
        expect(Buffer.compare(again.data as Buffer, first.data as Buffer)).toBe(0)
        expect((await anna.get(mine)).data.statements[0]).toMatchObject({
          number: "AFF-1",
          issued_at: expect.any(String),
          closing_balance: "113.46",
        })
      })

      it("have a print page that runs nothing", async () => {
        await adjust("5.50", "2016-04-10", "eur", `<script>alert(1)</script>"'&`)
        await close("2016-03")
        await close("2016-04")
        const { status, headers, data } = await anna.get(`${mine}/2016-04.html`)
        expect({ status, type: headers["content-type"], policy: headers["content-security-policy"] }).toEqual({
          ...{ status: 200, type: "text/html; charset=utf-8", policy: "default-src 'none'; style-src 'unsafe-inline'" },
        })
        expect(data).toContain("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;")
        expect(data).toContain("Анна &lt;b&gt;Берг&lt;/b&gt;")
        expect(data).toContain("<h1>Commission statement</h1>")
        expect(data).not.toMatch(/<script|<b>|src=|href=/)
      })

      it("are rows of a file, in which nothing is a formula but a negative amount is a number", async () => {
        await adjust("-5.50", "2016-04-10", "eur", NAUGHTY)
        await adjust("7", "2016-04-11", "jpy", "+1\r\n=2")
        const { status, headers, data } = await anna.get(`${mine}/2016-04.csv`)
        expect(status).toBe(200)
        expect(headers).toMatchObject({
          ...{ "content-type": "text/csv; charset=utf-8", "content-disposition": `attachment; filename="statement-anna-2016-04.csv"` },
        })
        const header =
          "period,currency_code,type,occurred_at,order,kind,corrects_period,expense_amount,rate_percent,amount,status,reason,payout_number,method,reference"
        expect(
          (data as string)
            .replace("\ufeff", "")
            .split("\r\n2016")
            .map((line, n) => (n === 0 ? line : `2016${line}`))
        ).toEqual([
          header,
          "2016-04,eur,opening_balance,,,,,,,0.00,,,,,",
          `2016-04,eur,adjustment,2016-04-10T14:00:00.000+02:00,,,,,,-5.50,,"'${NAUGHTY.replaceAll('"', '""')}",,,`,
          "2016-04,eur,closing_balance,,,,,,,-5.50,,,,,",
          "2016-04,jpy,opening_balance,,,,,,,0,,,,,",
          `2016-04,jpy,adjustment,2016-04-11T14:00:00.000+02:00,,,,,,7,,"'+1\r\n'=2",,,`,
          "2016-04,jpy,closing_balance,,,,,,,7,,,,,\r\n",
        ])
        expect((await anna.get(`${mine}/2016-01.csv`)).data.replace("\ufeff", "")).toBe(`${header}\r\n`)
      })

      it.each(["\n", "\r", "\r\n"])("keep a line break (%j) in the cell it was written in", async (lineBreak) => {
        const reason = `Line one${lineBreak}=1+1`
        const written = `Line one${lineBreak}'=1+1`
        await adjust("7", "2016-04-11", "eur", reason)
        const { data } = await anna.get(`${mine}/2016-04.csv`)
        const rows = parse<Record<string, string>>(data as string, { bom: true, columns: true, record_delimiter: "\r\n" })
        expect(rows.map(({ type, reason }) => [type, reason])).toEqual([
          ["opening_balance", ""],
          ["adjustment", written],
          ["closing_balance", ""],
        ])
        expect(data).toContain(`"${written}"`)
        const withComma = (await anna.get(`${mine}/2016-04.csv?decimal=comma`)).data as string
        expect(withComma).toContain(";closing_balance;;;;;;;7,00;")
      })

      it("are printed for affiliates who agree; figures stay visible, and the merchant always prints", async () => {
        await affiliate().programs.update(program, { agreement_text: "Be fair." })
        await adjust("5.50", "2016-04-10")
        await close("2016-03")
        await close("2016-04")
        const refused = {
          status: 409,
          data: {
            type: "conflict",
            code: "agreement_required",
            message: expect.stringContaining("has to be accepted before a statement is printed"),
          },
        }
        expect(await anna.get(`${mine}/2016-04.pdf`)).toMatchObject(refused)
        expect(await anna.get(`${mine}/2016-04.html`)).toMatchObject(refused)
        expect([(await anna.get(`${mine}/2016-04`)).status, (await anna.get(`${mine}/2016-04.csv`)).status]).toEqual([200, 200])
        expect((await anna.get(mine)).data.statements[0].number).toBeNull()

        await anna.post(`/store/affiliates/me/${id}/agreement`, { version: 1 })
        const { text } = await pdfOf(anna, `${mine}/2016-04.pdf`)
        expect(text?.pages[0]?.join("\n")).toMatch(/Agreement \| Version 1 \([0-9a-f]{12}\)/)
        await affiliate().programs.update(program, { agreement_text: "Be very fair." })
        expect(await anna.get(`${mine}/2016-04.pdf`)).toMatchObject(refused)
        expect((await admin.get(`/admin/affiliates/${id}/statements/2016-04.pdf`)).status).toBe(200)
      })

      it("cost the same few statements for one line and for a hundred", async () => {
        const cost = async () => (await statementsOf(getContainer(), () => anna.get(`${mine}/2016-04`))).length
        await adjust("1.00", "2016-04-10")
        await anna.get(`${mine}/2016-04`)
        const one = await cost()
        for (let n = 0; n < 100; n++) await adjust("1.00", "2016-04-10", n % 2 ? "eur" : "usd")
        expect(await cost()).toBe(one)
      })

      it("are addressed as the affiliate says", async () => {
        const path = `/store/affiliates/me/${id}/billing-details`
        const empty = { name: null, company: null, address: null, country_code: null, tax_id: null }
        expect((await anna.get(path)).data).toEqual({ billing_details: empty })
        const details = {
          name: "Anna Berg",
          company: "Berg GmbH",
          address: "Lange Str. 1\n10115 Berlin",
          country_code: "DE",
          tax_id: "DE1",
        }
        const saved = { ...details, country_code: "de" }
        expect(await anna.post(path, details)).toMatchObject({ status: 200, data: { billing_details: saved } })
        expect((await admin.get(`/admin/affiliates/${id}/billing-details`)).data).toEqual({ billing_details: saved })
        expect((await admin.post(`/admin/affiliates/${id}/billing-details`, { tax_id: null })).data.billing_details).toEqual({
          ...saved,
          tax_id: null,
        })
        expect(await anna.post(path, { country_code: "deu" })).toMatchObject({
          status: 400,
          data: { message: expect.stringContaining("country_code") },
        })
        expect(await anna.post(path, { iban: "DE00" })).toMatchObject({ status: 400 })
        expect(await admin.post(`/admin/affiliates/aff_x/billing-details`, { name: "X" })).toMatchObject({ status: 404 })
      })
    })
  },
})
