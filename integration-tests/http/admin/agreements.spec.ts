import { createHash } from "node:crypto"

import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { affiliateModule, createAffiliate } from "../../helpers/affiliate"
import { createAdmin, stranger, type Admin, type Answer } from "../../helpers/http"
import { postProgram } from "../../helpers/programs"
import { STORE } from "../../helpers/store"

const hash = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex")
const at = (minute: number): Date => new Date(Date.UTC(2026, 3, 15, 12, minute))

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    describe("agreements, for the merchant", () => {
      let admin: Admin
      let program: Answer["data"]
      let anna: { id: string; code: string; customer_id: string }
      let otto: typeof anna
      let other: typeof anna & { program_id: string }

      const module = () => affiliateModule(getContainer())
      const accept = (affiliate_id: string, version: number, minute: number) =>
        module().agreements.accept({ affiliate_id, version, accepted_by: `by ${affiliate_id}`, now: at(minute) })

      /** Anna accepts versions 1 and 2, Otto 1 and withdraws; an affiliate of another program accepts that one's. */
      beforeEach(async () => {
        admin = await createAdmin(api, getContainer())
        program = await postProgram(admin, { agreement_text: "First <b>" })
        const second = await postProgram(admin, { name: "Second", agreement_text: "Another's" })
        anna = await createAffiliate(getContainer(), program.id)
        otto = await createAffiliate(getContainer(), program.id)
        other = { ...(await createAffiliate(getContainer(), second.id)), program_id: second.id }
        await accept(anna.id, 1, 1)
        await accept(otto.id, 1, 2)
        await accept(other.id, 1, 3)
        await module().agreements.withdraw({ affiliate_id: otto.id, withdrawn_by: "user_1", now: at(4) })
        await admin.post(`/admin/affiliate-programs/${program.id}`, { agreement_text: "Second" })
        await accept(anna.id, 2, 5)
      })

      describe("versions of a program", () => {
        const list = (query = "") => admin.get(`/admin/affiliate-programs/${program.id}/agreements${query}`)

        it("are listed newest first, page by page, with how many agree", async () => {
          const time = expect.any(String)
          const second = {
            version: 2,
            text: "Second",
            html: "<p>Second</p>\n",
            text_hash: hash("Second"),
            created_at: time,
            is_current: true,
            acceptance_count: 1,
          }
          const first = {
            version: 1,
            text: "First <b>",
            html: "<p>First &lt;b&gt;</p>\n",
            text_hash: hash("First <b>"),
            created_at: time,
            is_current: false,
            acceptance_count: 1,
          }
          expect((await list()).data).toEqual({ agreements: [second, first], count: 2, offset: 0, limit: 20 })
          expect((await list("?limit=1&offset=1")).data).toEqual({ agreements: [first], count: 2, offset: 1, limit: 1 })
          expect((await list("?order=version&fields=version")).data.agreements).toEqual([{ version: 1 }, { version: 2 }])
        })

        it("of an unknown program are not found, of one without an agreement none", async () => {
          expect((await admin.get("/admin/affiliate-programs/affprog_x/agreements")).status).toBe(404)
          const { id } = await postProgram(admin, { name: "Third" })
          expect((await admin.get(`/admin/affiliate-programs/${id}/agreements`)).data).toMatchObject({ agreements: [], count: 0 })
          expect((await list("?order=text")).status).toBe(400)
        })
      })

      describe("acceptances", () => {
        const list = (query = "") => admin.get(`/admin/affiliate-agreement-acceptances${query}`)
        const found = async (query: string) =>
          (await list(query)).data.affiliate_agreement_acceptances.map(
            ({ affiliate_id, version }: { affiliate_id: string; version: number }) =>
              `${{ [anna.id]: "anna", [otto.id]: "otto" }[affiliate_id] ?? "other"} ${version}`
          )

        it("tell who accepted what and when, and who withdrew", async () => {
          const { data } = await list(`?program_id=${program.id}&limit=2&offset=1`)
          const row = (affiliate: typeof anna, own: object) => ({
            id: expect.stringMatching(/^affacc_/),
            program_id: program.id,
            affiliate_id: affiliate.id,
            affiliate_code: affiliate.code,
            customer_email: `${affiliate.code}@affiliates.example.com`,
            version: 1,
            text_hash: hash("First <b>"),
            accepted_by: `by ${affiliate.id}`,
            withdrawn_at: null,
            withdrawn_by: null,
            is_current: false,
            ...own,
          })
          const withdrawn = { withdrawn_at: at(4).toISOString(), withdrawn_by: "user_1" }
          expect(data).toEqual({
            affiliate_agreement_acceptances: [
              row(otto, { accepted_at: at(2).toISOString(), ...withdrawn }),
              row(anna, { accepted_at: at(1).toISOString() }),
            ],
            count: 3,
            offset: 1,
            limit: 2,
          })
          const [newest] = (await list(`?program_id=${program.id}`)).data.affiliate_agreement_acceptances
          expect(newest).toMatchObject({ affiliate_id: anna.id, version: 2, is_current: true })
        })

        it("are filtered and ordered", async () => {
          expect(await found("")).toEqual(["anna 2", "other 1", "otto 1", "anna 1"])
          expect(await found(`?program_id=${other.program_id}`)).toEqual(["other 1"])
          expect(await found(`?affiliate_id=${anna.id}`)).toEqual(["anna 2", "anna 1"])
          expect(await found(`?version=1&program_id=${program.id}`)).toEqual(["otto 1", "anna 1"])
          expect(await found("?status=withdrawn")).toEqual(["otto 1"])
          expect(await found("?status=accepted&order=accepted_at")).toEqual(["anna 1", "other 1", "anna 2"])
          expect(await found("?status=accepted,withdrawn&order=-version&limit=1")).toEqual(["anna 2"])
        })

        it.each([
          ["version", "0"],
          ["version", "one"],
          ["version", "99999999999"],
          ["status", "maybe"],
          ["order", "text_hash"],
        ])("%s=%s is refused", async (field, asked) => {
          expect(await list(`?${field}=${asked}`)).toMatchObject({ status: 400, data: { message: expect.stringContaining(field) } })
        })
      })

      it("an affiliate's agreement is what they see themselves", async () => {
        const answer = await admin.get(`/admin/affiliates/${otto.id}/agreement`)
        expect(answer).toMatchObject({
          status: 200,
          data: {
            agreement: {
              version: 2,
              accepted_version: null,
              is_accepted: false,
              versions: [
                { version: 2, accepted_at: null },
                { version: 1, accepted_at: at(2).toISOString(), withdrawn_at: at(4).toISOString() },
              ],
            },
          },
        })
        expect((await admin.get("/admin/affiliates/aff_x/agreement")).status).toBe(404)
        await admin.post(`/admin/affiliate-programs/${program.id}`, { agreement_text: null })
        expect((await admin.get(`/admin/affiliates/${otto.id}/agreement`)).data).toEqual({ agreement: null })
      })

      it("strangers are shown nothing", async () => {
        const nobody = stranger(api, "")
        for (const path of [
          `affiliate-programs/${program.id}/agreements`,
          "affiliate-agreement-acceptances",
          `affiliates/${anna.id}/agreement`,
        ]) {
          expect((await nobody.get(`/admin/${path}`)).status).toBe(401)
        }
      })
    })
  },
})
