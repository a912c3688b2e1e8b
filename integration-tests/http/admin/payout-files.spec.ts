import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { parse } from "csv-parse/sync"

import { affiliateModule, createAffiliate } from "../../helpers/affiliate"
import { caller, createAdmin, type Admin, type Answer } from "../../helpers/http"
import { postProgram } from "../../helpers/programs"
import { countStatements, sql } from "../../helpers/sql"
import { STORE } from "../../helpers/store"

const PAYOUTS = "/admin/affiliate-payouts"
const IBAN = "DE89370400440532013000"
const HOSTILE = `=HYPERLINK("https://evil.example.com","a;b")`
const FORMULA = /^(?:[\s"]*[=+\-@＝＋－＠]|[\t\r\n\0])/

interface NewPayout {
  amount?: string
  currency_code?: string
  status?: string
  method?: string
  /** None at all when absent. */
  details?: Record<string, string>
  first_name?: string
}

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    describe("payout files", () => {
      let admin: Admin
      let programId: string

      const query = <T>(statement: string, values: unknown[] = []) => sql<T>(getContainer(), statement, values)
      const download = (format: string, more = "") => admin.get(`${PAYOUTS}/export?format=${format}${more}`)
      /** As a spreadsheet reads it: any line break that stands in no quotes ends a row. */
      const cells = ({ data }: Answer) => parse(data as string, { record_delimiter: ["\r\n", "\n", "\r"] })
      const message = ({ status, data }: Answer) => [status, (data as { message: string }).message]

      /** A payout as the payout methods make it, with an affiliate of its own. */
      async function addPayout({ details, first_name, ...payout }: NewPayout = {}): Promise<{ id: string; number: number; code: string }> {
        const { id: affiliateId, code, customer_id } = await createAffiliate(getContainer(), programId)
        if (first_name) await query(`UPDATE customer SET first_name = ?, last_name = ? WHERE id = ?`, [first_name, "Berg", customer_id])
        const { amount = "62.40", currency_code = "eur", status = "processing", method = "transfer" } = payout
        const [account] = await query<{ id: string }>(
          `INSERT INTO affiliate_payout_details (id, affiliate_id, method, details, masked, created_by)
           SELECT affiliate_new_id('affdet'), ?, ?, ?, 'DE** 3000', 'user_1' WHERE ?::jsonb IS NOT NULL RETURNING id`,
          [affiliateId, method, JSON.stringify(details ?? null), details ? JSON.stringify(details) : null]
        )
        const [made] = await query<{ id: string; number: number }>(
          `INSERT INTO affiliate_payout (id, pay_run_id, program_id, affiliate_id, amount, currency_code, status, method, payout_details_id, created_by)
           VALUES (affiliate_new_id('affpay'), 'affrun_1', ?, ?, ?, ?, ?, ?, ?, 'user_1') RETURNING id, number`,
          [programId, affiliateId, amount, currency_code, status, method, account?.id ?? null]
        )
        return { ...made!, code }
      }

      beforeEach(async () => {
        admin = await createAdmin(api, getContainer())
        programId = (await postProgram(admin, { name: HOSTILE })).id
      })

      it("bank: the transfers on their way, column by column, and nothing else", async () => {
        const details = { account_holder: "Анна Berg, 王", iban: IBAN, bic: "COBADEFFXXX" }
        const a = await addPayout({ details })
        const b = await addPayout({
          amount: "700",
          currency_code: "jpy",
          details: { account_holder: `Bo "B" Li`, account_number: "0012345678", bank_code: "0800", country_code: "JP" },
        })
        for (const status of ["paid", "failed", "canceled"]) await addPayout({ status, details })
        await addPayout({ method: "paypal", details: { email: "p@example.com" } })
        await addPayout({ method: "wise", details: { account_holder: "W", email: "w@example.com" } })
        await addPayout({ method: "store_credit" })
        const sent = await addPayout({ details })
        await query(`UPDATE affiliate_payout SET sent_at = now() WHERE id = ?`, [sent.id])

        const answer = await download("bank")
        expect(answer.status).toBe(200)
        expect(answer.data).toBe(
          "number,account_holder,iban,bic,account_number,bank_code,bank_name,country_code,amount,currency_code,reference\r\n" +
            `${a.number},"Анна Berg, 王",${IBAN},COBADEFFXXX,,,,,62.40,EUR,AFF-${a.number}\r\n` +
            `${b.number},"Bo ""B"" Li",,,0012345678,0800,,JP,700,JPY,AFF-${b.number}\r\n`
        )
        expect(answer.headers).toMatchObject({
          "content-type": "text/csv; charset=utf-8",
          "content-disposition": expect.stringMatching(/^attachment; filename="payouts-bank-\d{4}-\d\d-\d\d\.csv"$/),
          "cache-control": "no-store",
          "x-content-type-options": "nosniff",
        })
        expect((await download("bank", "&status=paid")).data.message).toBe("format: none of these payouts is on its way by transfer")
        expect((await download("bank", `&id=${b.id}&currency_code=jpy&q=${b.code}`)).data).toContain(`AFF-${b.number}\r\n`)
        expect(cells(await download("bank", "&currency_code=jpy")).map(([number]) => number)).toEqual(["number", String(b.number)])
      })

      it("paypal and wise: each its own, in the documented columns", async () => {
        const p = await addPayout({ method: "paypal", details: { email: "p@example.com" } })
        const w = await addPayout({ method: "wise", details: { account_holder: "Wu Li", email: "w@example.com" } })
        await addPayout({ details: { account_holder: "Anna", iban: IBAN } })
        expect(cells(await download("paypal"))).toEqual([["p@example.com", "62.40", "EUR", `AFF-${p.number}`, `AFF-${p.number}`, "PAYPAL"]])
        const [header, ...rows] = cells(await download("wise"))
        expect(header!.join(",")).toBe(
          "name,recipientEmail,paymentReference,receiverType,amountCurrency,amount,sourceCurrency,targetCurrency,type"
        )
        expect(rows).toEqual([["Wu Li", "w@example.com", `AFF-${w.number}`, "PERSON", "target", "62.40", "EUR", "EUR", "EMAIL"]])

        const more = await addPayout({ method: "paypal", currency_code: "usd", details: { email: "u@example.com" } })
        expect(message(await download("paypal"))).toEqual([
          400,
          "currency_code: must be given: a file has one currency, and these payouts have eur, usd",
        ])
        expect(cells(await download("paypal", "&currency_code=usd"))).toEqual([
          ["u@example.com", "62.40", "USD", `AFF-${more.number}`, `AFF-${more.number}`, "PAYPAL"],
        ])
      })

      it("holds the others and names a payout without details, or whose details were wiped", async () => {
        const whole = await addPayout({ details: { account_holder: "Anna", iban: IBAN } })
        const none = await addPayout()
        const wiped = await addPayout({ details: { account_holder: "Bo", iban: IBAN } })
        await query(
          `UPDATE affiliate_payout_details SET details = '{}' WHERE id = (SELECT payout_details_id FROM affiliate_payout WHERE id = ?)`,
          [wiped.id]
        )
        const named = `payouts ${none.number}, ${wiped.number} (without payout details)`
        const answer = await download("bank")
        expect(cells(answer).map(([number]) => number)).toEqual(["number", String(whole.number)])
        expect(answer.headers["x-affiliate-left-out"]).toBe(named)
        expect((await download("bank", `&id=${whole.id}`)).headers["x-affiliate-left-out"]).toBeUndefined()
        const { affiliate_payouts } = (await admin.get(`${PAYOUTS}?is_exported=true`)).data as { affiliate_payouts: { id: string }[] }
        expect(affiliate_payouts.map(({ id }) => id)).toEqual([whole.id])
        expect(message(await download("bank", `&id=${none.id},${wiped.id}`))).toEqual([400, `format: cannot hold ${named}`])
        expect(cells(await download("bank", `&id=${whole.id}`))).toHaveLength(2)
        expect(cells(await download("bank", "&has_details=true"))).toEqual(cells(await download("bank", `&id=${whole.id}`)))
        const listed = async (has: boolean) =>
          (await admin.get(`/admin/affiliate-payouts?has_details=${has}&order=number`)).data.affiliate_payouts.map(
            ({ id }: { id: string }) => id
          )
        expect([await listed(true), await listed(false)]).toEqual([[whole.id], [none.id, wiped.id]])
      })

      it("sepa: euro transfers as pain.001.001.09, and says who is left out", async () => {
        const anna = await addPayout({ details: { account_holder: "Søren Ærø", iban: IBAN, bic: "COBADEFFXXX" } })
        const dollars = await addPayout({ currency_code: "usd", details: { account_holder: "Bo", iban: IBAN } })
        const abroad = await addPayout({ details: { account_holder: "Wu", account_number: "123", bank_code: "0800" } })
        expect(message(await download("sepa"))).toEqual([
          400,
          "format: needs the account to pay from: set issuer_iban in the program's statement_settings",
        ])
        const issuer = {
          issuer_name: "Shop & Co",
          issuer_iban: "DE02 1203 0000 0000 2020 51",
          issuer_town: "Berlin",
          issuer_country_code: "de",
        }
        await admin.post(`/admin/affiliate-programs/${programId}`, { statement_settings: issuer })
        const answer = await download("sepa")
        expect(answer.headers).toMatchObject({
          "content-type": "application/xml; charset=utf-8",
          "content-disposition": expect.stringMatching(/^attachment; filename="payouts-sepa-\d{4}-\d\d-\d\d\.xml"$/),
          "x-affiliate-left-out": `payout ${dollars.number} (SEPA pays EUR only), payout ${abroad.number} (SEPA needs an IBAN)`,
          "cache-control": "no-store",
        })
        const xml = answer.data as string
        expect(xml).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">/)
        expect(xml).toContain("<NbOfTxs>1</NbOfTxs><CtrlSum>62.40</CtrlSum>")
        expect(xml).toContain("<Dbtr><Nm>Shop + Co</Nm><PstlAdr><TwnNm>Berlin</TwnNm><Ctry>DE</Ctry></PstlAdr></Dbtr>")
        expect(xml).toContain(
          `<PmtId><EndToEndId>AFF-${anna.number}</EndToEndId></PmtId><Amt><InstdAmt Ccy="EUR">62.40</InstdAmt></Amt>` +
            `<CdtrAgt><FinInstnId><BICFI>COBADEFFXXX</BICFI></FinInstnId></CdtrAgt><Cdtr><Nm>Soren AEro</Nm></Cdtr>` +
            `<CdtrAcct><Id><IBAN>${IBAN}</IBAN></Id></CdtrAcct>`
        )
        const id = /<MsgId>(.*?)</.exec(xml)?.[1]
        expect(/<MsgId>(.*?)</.exec((await download("sepa")).data as string)?.[1]).toBe(id)

        const other = (await postProgram(admin, { name: "Other", statement_settings: issuer })).id
        programId = other
        await addPayout({ details: { account_holder: "Cy", iban: IBAN } })
        expect(message(await download("sepa"))).toEqual([400, "program_id: must be given: a SEPA file has one payer"])
        expect((await download("sepa", `&program_id=${other}`)).data).toContain("<Nm>Cy</Nm>")
      })

      it("a payout goes where it was made for, however the details changed since", async () => {
        const { id } = await addPayout({ details: { account_holder: "Old", iban: IBAN } })
        await query(
          `WITH own AS (UPDATE affiliate_payout_details d SET superseded_at = now() FROM affiliate_payout p
             WHERE p.id = ? AND d.id = p.payout_details_id RETURNING d.affiliate_id)
           INSERT INTO affiliate_payout_details (id, affiliate_id, method, details, masked, created_by)
           SELECT affiliate_new_id('affdet'), affiliate_id, 'transfer', ?, '', 'user_1' FROM own`,
          [id, JSON.stringify({ account_holder: "New", iban: IBAN })]
        )
        expect(cells(await download("bank")).map(([, name]) => name)).toEqual(["account_holder", "Old"])
      })

      it("csv: every payout of the list for the books, newest first, with its filters and without its details", async () => {
        const a = await addPayout({ first_name: "Anna", details: { account_holder: "Anna Berg", iban: IBAN } })
        const b = await addPayout({ method: "paypal", currency_code: "usd", details: { email: "secret@example.com" } })
        await admin.post(`${PAYOUTS}/${b.id}/settle`, { reference: "@TX-1" })
        const answer = await download("csv")
        expect(answer.data).not.toMatch(/DE89|secret|DE\*\*/)
        expect((answer.data as string).split("\r\n")).toHaveLength(4)
        expect(answer.headers).toMatchObject({
          "content-type": "text/csv; charset=utf-8",
          "content-disposition": expect.stringMatching(/^attachment; filename="payouts-\d{4}-\d\d-\d\d\.csv"$/),
          "cache-control": "no-store",
        })
        const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
        expect(cells(answer)).toEqual([
          "number program affiliate_code customer_name customer_email method status amount currency_code reference created_at ended_at".split(
            " "
          ),
          [`${b.number}`, `'${HOSTILE}`, b.code, "", expect.any(String), "paypal", "paid", "62.40", "USD", "'@TX-1", time, time],
          [`${a.number}`, `'${HOSTILE}`, a.code, "Anna Berg", expect.any(String), "transfer", "processing", "62.40", "EUR", "", time, ""],
        ])
        const numbers = async (more: string) =>
          cells(await download("csv", more))
            .slice(1)
            .map(([number]) => Number(number))
        expect(await numbers("&status=paid")).toEqual([b.number])
        expect(await numbers(`&q=${a.code}`)).toEqual([a.number])
        expect(await numbers("&currency_code=eur&status=processing,paid")).toEqual([a.number])
        expect(await numbers("&program_id=affprog_x")).toEqual([])
      })

      it("no cell of any file begins a formula, whatever is in the tables", async () => {
        const hostile = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", ' "=1', "＝1", "\u200b=1", "Anna\n=1", "Anna\r=1", "Anna\r\n=1"]
        hostile.push("a;=1+1;b", "a\t=1+1\tb", "a,=1+1", `a";"=1`)
        for (const text of hostile) {
          await addPayout({ first_name: text, details: { account_holder: text, iban: text, bank_name: text } })
          await addPayout({ method: "paypal", details: { email: text } })
          await addPayout({ method: "wise", details: { account_holder: text, email: text } })
        }
        for (const [format, rows] of [
          ["csv", 3 * hostile.length + 1],
          ["bank", hostile.length + 1],
          ["paypal", hostile.length],
          ["wise", hostile.length + 1],
        ] as const) {
          const answer = await download(format)
          const table = cells(answer)
          expect(table).toHaveLength(rows)
          expect(table.flat().filter((cell) => FORMULA.test(cell))).toEqual([])
          const parts = (answer.data as string).split(/[,;|\t\r\n]+/)
          expect(parts.filter((part) => FORMULA.test(part))).toEqual([])
        }
      })

      it("csv: a long list comes in pages, each payout once, for a statement a page", async () => {
        const { id } = await addPayout()
        await query(
          `INSERT INTO affiliate_payout (id, pay_run_id, program_id, affiliate_id, amount, currency_code, status, created_by)
           SELECT affiliate_new_id('affpay'), pay_run_id, program_id, affiliate_id, n, 'eur', 'paid', 'user_1'
           FROM affiliate_payout, generate_series(1, 1999) n WHERE id = ?`,
          [id]
        )
        const statements = async (more: string) => {
          let table: string[][] = []
          const count = await countStatements(getContainer(), async () => (table = cells(await download("csv", more)).slice(1)))
          return { table, count }
        }
        await statements("")
        const { table, count } = await statements("")
        const numbers = table.map(([number]) => Number(number))
        expect(numbers).toEqual([...new Set(numbers)].sort((one, other) => other - one))
        expect(numbers).toHaveLength(2000)
        const short = await statements("&status=processing")
        expect([short.table.length, count - short.count]).toEqual([1, 2])
      })

      it("csv: begins with the mark of UTF-8, and a payment file does not", async () => {
        await addPayout({ details: { account_holder: "Anna", iban: IBAN } })
        const { data } = await api.post("/auth/user/emailpass", { email: "admin@shop.example.com", password: "a-long-enough-password" })
        const config = { headers: { authorization: `Bearer ${data.token}` }, responseType: "arraybuffer" }
        const begin = async (format: string) =>
          ((await api.get(`${PAYOUTS}/export?format=${format}`, config)).data as Buffer).toString("hex", 0, 3)
        expect([await begin("csv"), await begin("bank")]).toEqual(["efbbbf", Buffer.from("num").toString("hex")])
      })

      it("csv: where it breaks off the client learns that it is not whole, and the store goes on", async () => {
        await addPayout()
        const [row] = await affiliateModule(getContainer()).payouts.listForBooks({}, { before: null, limit: 1 })
        const read = jest.spyOn(affiliateModule(getContainer()).payouts, "listForBooks")
        read.mockResolvedValueOnce(Array.from({ length: 1000 }, () => row!)).mockRejectedValueOnce(new Error("connection lost"))
        await expect(download("csv")).rejects.toThrow("aborted")
        expect(read).toHaveBeenLastCalledWith({}, { before: row!.number, limit: 1000 })
        read.mockRejectedValueOnce(new Error("connection lost"))
        expect((await download("csv")).status).toBe(500)
        read.mockRestore()
        expect(cells(await download("csv"))).toHaveLength(2)
      })

      it("are made for whoever asks rightly, and nobody without a login", async () => {
        expect(message(await admin.get(`${PAYOUTS}/export`))).toEqual([400, expect.stringContaining("format")])
        expect(message(await download("xlsx"))).toEqual([400, expect.stringContaining("format")])
        expect(message(await download("csv", "&limit=1"))).toEqual([400, expect.stringContaining("limit")])
        expect(message(await download("csv", "&status=open"))).toEqual([400, expect.stringContaining("status")])
        expect((await caller(api).get(`${PAYOUTS}/export?format=csv`)).status).toBe(401)
        expect((await caller(api).post(`${PAYOUTS}/settle`, { ids: ["affpay_1"] })).status).toBe(401)
      })

      it("details stand in no list", async () => {
        const { id } = await addPayout({ details: { account_holder: "Anna", iban: IBAN } })
        for (const path of ["", `/${id}`, "?fields=*", `/${id}?fields=%2Bdetails,payout_details.*`]) {
          expect(JSON.stringify((await admin.get(PAYOUTS + path)).data)).not.toContain("37040044")
        }
      })

      it("write amounts with a comma where receivers read no point, and part columns by semicolons", async () => {
        const details = { account_holder: "Anna", iban: IBAN }
        const a = await addPayout({ details })
        await addPayout({ method: "paypal", details: { email: "p@example.com" } })
        await addPayout({ method: "wise", details: { account_holder: "Wu", email: "w@example.com" } })
        expect((await download("bank", "&decimal=comma")).data).toContain(`\r\n${a.number};Anna;${IBAN};;;;;;62,40;EUR;AFF-${a.number}\r\n`)
        expect((await download("paypal", "&decimal=comma")).data).toMatch(/^p@example\.com,"62,40",EUR,/)
        expect((await download("csv", "&decimal=comma")).data).toContain(";62,40;EUR;")
        expect(message(await download("wise", "&decimal=comma"))).toEqual([400, "decimal: must be point: wise reads no comma"])
        expect(message(await download("csv", "&decimal=dot"))).toEqual([400, expect.stringContaining("decimal")])
      })

      describe("mark what they hold", () => {
        const details = { account_holder: "Anna", iban: IBAN }
        const cancel = (id: string, body: object = {}) => admin.post(`${PAYOUTS}/${id}/cancel`, { reason: "Wrong account", ...body })
        const payout = async (id: string) => (await admin.get(`${PAYOUTS}/${id}`)).data.affiliate_payout
        const exported = async (is: boolean) =>
          (await admin.get(`${PAYOUTS}?is_exported=${is}&order=number`)).data.affiliate_payouts.map(({ id }: { id: string }) => id)

        it("and canceling such a payout asks first", async () => {
          const [a, b, c] = [await addPayout({ details }), await addPayout({ details }), await addPayout({ details })]
          expect((await download("csv")).status).toBe(200)
          expect(await exported(true)).toEqual([])
          expect((await download("bank", `&id=${a.id}&id=${b.id}`)).status).toBe(200)
          expect([await exported(true), await exported(false)]).toEqual([[a.id, b.id], [c.id]])
          const { exported_at } = await payout(a.id)
          expect(new Date(exported_at).getTime()).toBeGreaterThan(Date.now() - 60_000)

          for (const body of [{}, { confirm_exported: false }]) {
            expect(await cancel(a.id, body)).toMatchObject({
              status: 409,
              data: {
                type: "conflict",
                code: "payout_exported",
                message: `Payout ${a.number} stands in a file of ${exported_at} and may be paid: cancel it with confirm_exported once you know that it is not`,
              },
            })
          }
          expect(await payout(a.id)).toMatchObject({ status: "processing", reason: null })
          expect(await query(`SELECT 1 FROM affiliate_ledger_entry WHERE source_id = ?`, [a.id])).toEqual([])

          expect(await cancel(a.id, { confirm_exported: true })).toMatchObject({
            status: 200,
            data: { affiliate_payout: { status: "canceled" } },
          })
          expect(await cancel(a.id)).toMatchObject({ status: 200 })
          expect(await admin.post(`${PAYOUTS}/${b.id}/fail`, { reason: "Came back" })).toMatchObject({ status: 200 })
          expect(await cancel(c.id)).toMatchObject({ status: 200 })
          expect(message(await cancel(c.id, { confirm_exported: "yes" }))).toEqual([400, expect.stringContaining("confirm_exported")])
        })

        it("but not when there is no file", async () => {
          await addPayout()
          await addPayout({ method: "paypal", currency_code: "usd", details: { email: "u@example.com" } })
          await addPayout({ method: "paypal", details: { email: "e@example.com" } })
          expect([(await download("bank")).status, (await download("paypal")).status]).toEqual([400, 400])
          expect(await exported(true)).toEqual([])
        })

        it("whoever comes first: what is in the file is not canceled at the same moment", async () => {
          for (let round = 0; round < 10; round++) {
            const { id, number } = await addPayout({ details })
            const [file, canceled] = await Promise.all([download("bank", `&id=${id}`), cancel(id)])
            const isInFile = String(file.data).includes(`AFF-${number}`)
            expect([isInFile, canceled.status, (await payout(id)).status]).toEqual(
              isInFile ? [true, 409, "processing"] : [false, 200, "canceled"]
            )
          }
        })
      })

      it("what was in a file is settled by its ids, all or none", async () => {
        const [a, b, c] = [await addPayout(), await addPayout(), await addPayout()]
        const settle = (body: object) => admin.post(`${PAYOUTS}/settle`, body)
        const first = await settle({ ids: [b.id, a.id, a.id], reference: " SEPA 17 " })
        expect(first).toMatchObject({
          status: 200,
          data: {
            affiliate_payouts: [
              { id: a.id, status: "paid", reference: "SEPA 17", ended_by: admin.id },
              { id: b.id, status: "paid", reference: "SEPA 17", ended_by: admin.id },
            ],
          },
        })
        expect(first.data.affiliate_payouts).toHaveLength(2)
        expect(await settle({ ids: [a.id, b.id], reference: "SEPA 17" })).toMatchObject({ status: 200, data: first.data })

        const d = await addPayout()
        await admin.post(`${PAYOUTS}/${d.id}/cancel`, { reason: "Wrong account" })
        expect(message(await settle({ ids: [c.id, d.id] }))).toEqual([400, `status: payout ${d.number} is canceled and cannot be settled`])
        expect(message(await settle({ ids: [c.id, a.id], reference: "SEPA 18" }))).toEqual([
          400,
          `reference: payout ${a.number} was settled with SEPA 17`,
        ])
        expect((await settle({ ids: [c.id, "affpay_x"] })).status).toBe(404)
        for (const ids of [undefined, [], [""], "affpay_1", Array.from({ length: 10_001 }, () => c.id)]) {
          expect(message(await settle({ ids }))).toEqual([400, expect.stringContaining("ids")])
        }
        expect(message(await settle({ status: "processing" }))).toEqual([400, expect.stringContaining("ids")])
        expect((await admin.get(`${PAYOUTS}/${c.id}`)).data.affiliate_payout).toMatchObject({ status: "processing", reference: null })
      })
    })
  },
})
