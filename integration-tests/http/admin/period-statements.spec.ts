import { inflateRawSync } from "node:zlib"

import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { parse } from "csv-parse/sync"

import { closePeriodsWorkflow } from "../../../src/workflows"
import { statementArchive } from "../../../src/workflows/statements/statements-of-period"
import { affiliateModule, createAffiliate, createProgram, createReferral } from "../../helpers/affiliate"
import { caller, createAdmin, type Admin } from "../../helpers/http"
import { createOrder } from "../../helpers/many-orders"
import { moveOrder, sql } from "../../helpers/sql"
import { STORE } from "../../helpers/store"

/** Medusa's local provider, which takes every e-mail. */
process.env.NOTIFICATION_CHANNELS = "feed,email"

/** The names and first bytes of a ZIP's files, read from its central directory. */
function filesOf(zip: Buffer): { name: string; content: Buffer }[] {
  const files: { name: string; content: Buffer }[] = []
  for (let at = zip.indexOf("PK\u0001\u0002"); at >= 0; at = zip.indexOf("PK\u0001\u0002", at + 4)) {
    const name = zip.toString("utf8", at + 46, at + 46 + zip.readUInt16LE(at + 28))
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    files.push({ name, content: inflateRawSync(zip.subarray(start, start + zip.readUInt32LE(at + 20))) })
  }
  return files
}

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    describe("the statements of a month", () => {
      let admin: Admin
      let program_id: string
      const codes: string[] = []

      beforeEach(async () => {
        const container = getContainer()
        admin = await createAdmin(api, container)
        program_id = await createProgram(container, { timezone: "Europe/Berlin", created_at: new Date("2016-04-01T08:00:00Z") })
        await admin.post(`/admin/affiliate-programs/${program_id}`, { statement_settings: { number_prefix: "HO-" } })
        codes.length = 0
        for (const [n, price] of [100, 50, 20.5].entries()) {
          const affiliate = await createAffiliate(container, program_id)
          codes.push(affiliate.code)
          await createReferral(container, { id: affiliate.id, program_id }, `shopper-${n}@example.com`)
          const order = await createOrder(container, { email: `shopper-${n}@example.com`, unit_price: price })
          await moveOrder(container, order, new Date("2016-04-15T12:00:00Z"))
          if (n === 1)
            await admin.post(`/admin/affiliates/${affiliate.id}/billing-details`, {
              ...{ company: "=Evil AB", address: "Storgatan 1\n111 23 Stockholm", country_code: "se", tax_id: "SE5566" },
            })
        }
        await sql(container, `DELETE FROM affiliate_reconciliation`)
        await closePeriodsWorkflow(container).run({ input: { closed_by: "test", now: new Date("2016-05-02T12:00:00Z") } })
      })

      const path = (query: string) => `/admin/affiliate-periods/2016-04/statements?program_id=${program_id}&${query}`

      it("are one CSV for the accountant, in the order of their numbers", async () => {
        const answer = await admin.get(path("format=csv"))
        expect(answer.headers["content-disposition"]).toBe('attachment; filename="statements-2016-04.csv"')
        const [header, ...rows] = parse((answer.data as string).replace(/^\ufeff/, ""))
        expect((header as unknown as string[]).join(",")).toBe(
          "number,period,affiliate_code,name,company,address,country_code,tax_id,currency_code," +
            "opening_balance,commissions,adjustments,payouts,closing_balance,withheld"
        )
        const figures = (commission: string) => ["EUR", "0.00", commission, "0.00", "0.00", commission, "0.00"]
        expect((rows as unknown as string[][]).map((row) => [row[0], row[1], row[2], ...row.slice(4)])).toEqual([
          ["HO-1", "2016-04", codes[0], "", "", "", "", ...figures("10.00")],
          ["HO-2", "2016-04", codes[1], "'=Evil AB", "Storgatan 1, 111 23 Stockholm", "SE", "SE5566", ...figures("5.00")],
          ["HO-3", "2016-04", codes[2], "", "", "", "", ...figures("2.05")],
        ])
        expect((await admin.get(path("format=csv&decimal=comma"))).data).toContain(";EUR;0,00;2,05;")
      })

      it("are one ZIP of their documents, made one by one", async () => {
        const container = getContainer()
        const issue = jest.spyOn(affiliateModule(container).statements, "issue")
        const stream = await statementArchive(container, { program_id, period: "2016-04" })
        expect(issue).toHaveBeenCalledTimes(1)
        const chunks: Buffer[] = []
        for await (const chunk of stream) chunks.push(chunk as Buffer)
        expect(issue).toHaveBeenCalledTimes(3)
        issue.mockRestore()
        const files = filesOf(Buffer.concat(chunks))
        expect(files.map(({ name }) => name)).toEqual([1, 2, 3].map((n) => `statement-HO-${n}-2016-04-eur.pdf`))
        for (const { content } of files) expect(content.toString("latin1", 0, 5)).toBe("%PDF-")

        const { headers } = await admin.get(path("format=zip"))
        expect(headers).toMatchObject({
          "content-type": "application/zip",
          "content-disposition": 'attachment; filename="statements-2016-04.zip"',
          "cache-control": "no-store",
        })
      })

      describe("by e-mail", () => {
        type Sent = {
          to: string
          attachments?: { filename: string; content_type: string; content: string }[]
          content?: { subject: string }
        }
        const send = () => admin.post(`/admin/affiliate-periods/2016-04/statements`, { program_id })
        const counts = async () => {
          const { sent_count, failed_count, waiting_count, left_out_count } = (await send()).data.statements
          return [sent_count, failed_count, waiting_count, left_out_count]
        }
        /** What the provider is handed. */
        const provider = () => {
          const module = getContainer().resolve(Modules.NOTIFICATION) as unknown as { notificationProviderService_: { send: jest.Mock } }
          return jest.spyOn(module.notificationProviderService_, "send")
        }
        afterEach(() => jest.restoreAllMocks())

        it("go to each affiliate once, as a PDF", async () => {
          const handed = provider()
          expect(await counts()).toEqual([3, 0, 0, 0])
          const mails = handed.mock.calls.map(([, mail]) => mail as Sent)
          expect(
            mails
              .map(({ attachments }) => attachments?.map(({ filename }) => filename))
              .flat()
              .sort()
          ).toEqual([1, 2, 3].map((n) => `statement-HO-${n}-2016-04-eur.pdf`))
          for (const { attachments, content } of mails) {
            expect(content?.subject).toBe("Your statement of April 2016")
            expect(attachments).toMatchObject([{ content_type: "application/pdf" }])
            expect(Buffer.from(attachments?.[0]?.content ?? "", "base64").toString("latin1", 0, 5)).toBe("%PDF-")
          }
          handed.mockClear()
          expect(await counts()).toEqual([0, 0, 0, 0])
          expect(handed).not.toHaveBeenCalled()
        })

        it("leave out who has not accepted the agreement, and go to them once they have", async () => {
          await admin.post(`/admin/affiliate-programs/${program_id}`, { agreement_text: "Be fair." })
          expect(await counts()).toEqual([0, 0, 0, 3])
          await admin.post(`/admin/affiliate-programs/${program_id}`, { agreement_text: null })
          expect(await counts()).toEqual([3, 0, 0, 0])
        })

        it("tell what the provider did not take, and send the others", async () => {
          provider().mockRejectedValueOnce(new Error("the mail server is away"))
          expect(await counts()).toEqual([2, 1, 0, 0])
          expect(await counts()).toEqual([0, 0, 0, 0])
        })

        it("are refused where the program has this e-mail switched off, and while the month is open", async () => {
          const now = new Date().toISOString().slice(0, 7)
          expect((await admin.post(`/admin/affiliate-periods/${now}/statements`, { program_id })).status).toBe(400)
          await admin.post(`/admin/affiliate-programs/${program_id}`, { notifications: { statement_sent: { is_enabled: false } } })
          expect(await send()).toMatchObject({
            status: 400,
            data: { message: "The program has the e-mail with the statement switched off" },
          })
          expect((await caller(api).post("/admin/affiliate-periods/2016-04/statements", { program_id })).status).toBe(401)
        })
      })

      it("exist of closed months only", async () => {
        const refusal = async (month: string, query = "format=zip") => {
          const { status, data } = await admin.get(`/admin/affiliate-periods/${month}/statements?program_id=${program_id}&${query}`)
          return [status, (data as { message: string }).message]
        }
        const now = new Date().toISOString().slice(0, 7)
        expect(await refusal(now)).toEqual([400, `period: ${now} is open: statements get their numbers when it is closed`])
        expect(await refusal("2099-01")).toEqual([400, "period: 2099-01 has not begun yet"])
        expect(await refusal("2016-04", "format=xlsx")).toEqual([400, expect.stringContaining("format")])
        expect((await caller(api).get(path("format=zip"))).status).toBe(401)
        const other = await createProgram(getContainer(), { created_at: new Date("2016-04-01T08:00:00Z") })
        await closePeriodsWorkflow(getContainer()).run({
          input: { closed_by: "test", program_id: other, period: "2016-04", now: new Date("2016-05-02T12:00:00Z") },
        })
        const none = await admin.get(`/admin/affiliate-periods/2016-04/statements?program_id=${other}&format=zip`)
        expect([none.status, none.data.message]).toEqual([404, "There is no statement of 2016-04"])
      })
    })
  },
})
