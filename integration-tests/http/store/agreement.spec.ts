import { createHash } from "node:crypto"

import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { andSubscribers, forgetEvents, seeEvents } from "../../helpers/events"
import { createAdmin, createCustomer, createPublishableKey, stranger, type Admin, type Answer, type ShopCustomer } from "../../helpers/http"
import { postAffiliate, postProgram } from "../../helpers/programs"
import { sql } from "../../helpers/sql"
import { STORE } from "../../helpers/store"

const ME = "/store/affiliates/me"
const hash = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex")
/** A 400 of a field that Medusa's validator refuses has no code. */
const wrong = (field: string) => ({ status: 400, data: { type: "invalid_data", message: expect.stringContaining(field) } })
const refusal = (status: number, type: string, code: string, words = "agreement") => ({
  status,
  data: { type, code, message: expect.stringContaining(words) },
})

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    describe("the agreement", () => {
      let admin: Admin
      let key: string
      let anna: ShopCustomer
      let program: Answer["data"]

      beforeEach(async () => {
        admin = await createAdmin(api, getContainer())
        key = await createPublishableKey(getContainer())
        anna = await createCustomer(api, key)
        program = await postProgram(admin, { agreement_text: "Be *fair*." })
      })

      const change = (body: object) => admin.post(`/admin/affiliate-programs/${program.id}`, body)
      const join = (customer: ShopCustomer, body: object = {}) => customer.post(ME, { program_id: program.id, ...body })
      const acceptances = (columns = "version, accepted_by") =>
        sql(getContainer(), `SELECT ${columns} FROM affiliate_agreement_acceptance ORDER BY id`)

      describe("of an affiliate", () => {
        let path: string

        beforeEach(async () => {
          path = `${ME}/${(await join(anna)).data.affiliate.id}/agreement`
        })

        it("is shown, accepted, withdrawn and accepted again", async () => {
          const asked = {
            version: 1,
            text: "Be *fair*.",
            html: "<p>Be <em>fair</em>.</p>\n",
            text_hash: hash("Be *fair*."),
            created_at: expect.any(String),
            accepted_version: null,
            accepted_at: null,
            is_accepted: false,
            versions: [
              { version: 1, text_hash: hash("Be *fair*."), created_at: expect.any(String), accepted_at: null, withdrawn_at: null },
            ],
          }
          const time = expect.any(String)
          const versions = (own: object) => [{ ...asked.versions[0], ...own }]
          const accepted = {
            ...asked,
            accepted_version: 1,
            accepted_at: time,
            is_accepted: true,
            versions: versions({ accepted_at: time }),
          }
          expect((await anna.get(path)).data).toEqual({ agreement: asked })
          const first = await anna.post(path, { version: 1 })
          expect([first.status, first.data]).toEqual([200, { agreement: accepted }])
          expect(await anna.post(path, { version: 1 })).toMatchObject({ status: 200, data: first.data })
          const withdrawn = { ...asked, versions: versions({ accepted_at: time, withdrawn_at: time }) }
          expect((await anna.delete(path)).data).toEqual({ agreement: withdrawn })
          expect(await anna.delete(path)).toMatchObject({ status: 200, data: { agreement: { is_accepted: false } } })
          expect((await anna.post(path, { version: 1 })).data).toEqual({ agreement: accepted })
          expect(await acceptances("version, accepted_by, withdrawn_by")).toEqual([
            { version: 1, accepted_by: anna.id, withdrawn_by: anna.id },
            { version: 1, accepted_by: anna.id, withdrawn_by: null },
          ])
        })

        it("is asked again after a new text, and the old one cannot be accepted any more", async () => {
          await anna.post(path, { version: 1 })
          await change({ agreement_text: "Be *very* fair." })
          expect((await anna.get(path)).data.agreement).toMatchObject({ version: 2, accepted_version: 1, is_accepted: false })
          expect(await anna.post(path, { version: 1 })).toMatchObject(refusal(409, "conflict", "agreement_outdated"))
          expect(await anna.post(path, { version: 2 })).toMatchObject({ status: 200, data: { agreement: { is_accepted: true } } })
        })

        it.each([
          ["a version to come", { version: 2 }],
          ["a version beyond counting", { version: 2 ** 40 }],
          ["version 0", { version: 0 }],
          ["half a version", { version: 1.5 }],
          ["a text", { version: "1" }],
          ["nothing", {}],
        ])("of %s nobody can be in favour", async (_, body) => {
          expect(await anna.post(path, body)).toMatchObject(wrong("version"))
          expect(await acceptances()).toEqual([])
        })

        it("is null where the program has none", async () => {
          await change({ agreement_text: null })
          expect(await anna.get(path)).toMatchObject({ status: 200, data: { agreement: null } })
          expect(await anna.post(path, { version: 1 })).toMatchObject(refusal(409, "conflict", "agreement_outdated"))
        })

        it("is nobody else's", async () => {
          const otto = await createCustomer(api, key)
          const nobody = stranger(api, key)
          for (const [caller, status] of [
            [otto, 404],
            [nobody, 401],
          ] as const) {
            expect((await caller.get(path)).status).toBe(status)
            expect((await caller.post(path, { version: 1 })).status).toBe(status)
            expect((await caller.delete(path)).status).toBe(status)
          }
          expect(await acceptances()).toEqual([])
        })

        it("is harmless, whatever the merchant's text is", async () => {
          await change({ agreement_text: '<img src=x onerror=alert(1)> [x](javascript:alert(1)) ![x](https://evil.example.com/p.png "q")' })
          const { html } = (await anna.get(path)).data.agreement
          expect(html).toBe(
            "<p>&lt;img src=x onerror=alert(1)&gt; [x](javascript:alert(1)) " +
              '!<a href="https://evil.example.com/p.png" title="q" rel="noopener nofollow">x</a></p>\n'
          )
          const [terms] = (await anna.get("/store/affiliate-programs")).data.affiliate_programs
          expect(terms).toMatchObject({ agreement_version: 2, agreement_html: html })
        })
      })

      describe("where joining requires it", () => {
        const own = async (customer: ShopCustomer) => (await customer.get(ME)).data.affiliates

        beforeEach(() => change({ agreement_required: true }))

        it.each([
          ["without it", {}],
          ["with an older version", { agreement_version: 1 }],
          ["with a version to come", { agreement_version: 3 }],
        ])("nobody joins %s", async (_, body) => {
          await change({ agreement_text: "Be very fair." })
          expect(await join(anna, body)).toMatchObject(refusal(409, "conflict", "agreement_required"))
          expect([await own(anna), await acceptances()]).toEqual([[], []])
        })

        it("the customer joins with the version that holds, and has accepted it", async () => {
          await change({ agreement_text: "Be very fair." })
          const [terms] = (await anna.get("/store/affiliate-programs")).data.affiliate_programs
          const events = seeEvents(getContainer())
          const { status, data } = await andSubscribers(getContainer(), "affiliate.agreement.accepted", () =>
            join(anna, { agreement_version: terms.agreement_version })
          )
          forgetEvents(getContainer())
          expect(status).toBe(201)
          expect(events).toContainEqual({
            name: "affiliate.agreement.accepted",
            data: { affiliate_id: data.affiliate.id, version: 2 },
          })
          expect(await acceptances("version, text_hash, affiliate_id, accepted_by")).toEqual([
            { version: 2, text_hash: hash("Be very fair."), affiliate_id: data.affiliate.id, accepted_by: anna.id },
          ])
          expect((await anna.get(`${ME}/${data.affiliate.id}/agreement`)).data.agreement).toMatchObject({ is_accepted: true })
        })

        it("ten requests at once are one affiliate and one acceptance", async () => {
          const answers = await Promise.all(Array.from({ length: 10 }, () => join(anna, { agreement_version: 1 })))
          expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 200, 200, 201])
          expect(await acceptances()).toEqual([{ version: 1, accepted_by: anna.id }])
        })

        it("who joins while the text is changing has not joined by the old one", async () => {
          const container = getContainer()
          const changing = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).transaction()
          await changing.raw("UPDATE affiliate_program SET agreement_text = 'Be very fair.' WHERE id = ?", [program.id])
          const joining = join(anna, { agreement_version: 1 })
          await new Promise((resolve) => setTimeout(resolve, 300))
          await changing.commit()
          expect(await joining).toMatchObject(refusal(409, "conflict", "agreement_required"))
          expect([await own(anna), await acceptances()]).toEqual([[], []])
        })

        it("who has joined gets the same affiliate, whatever the agreement has become", async () => {
          const { data } = await join(anna, { agreement_version: 1 })
          await change({ agreement_text: "Be very fair." })
          for (const body of [{}, { agreement_version: 1 }, { agreement_version: 2 }]) {
            expect(await join(anna, body)).toMatchObject({ status: 200, data: { affiliate: { id: data.affiliate.id } } })
          }
          expect(await acceptances()).toEqual([{ version: 1, accepted_by: anna.id }])
        })

        it("who may not join at all is told that, not to accept something", async () => {
          const group = await getContainer().resolve(Modules.CUSTOMER).createCustomerGroups({ name: "Staff" })
          await change({ eligible_customer_group_ids: [group.id] })
          expect(await join(anna)).toMatchObject(refusal(403, "forbidden", "not_eligible", "Only customers of certain groups"))
        })

        it("whom an admin enrolls is asked later", async () => {
          const affiliate = await postAffiliate(admin, program.id, anna.id)
          expect((await anna.get(`${ME}/${affiliate.id}/agreement`)).data.agreement).toMatchObject({ version: 1, is_accepted: false })
          expect(await acceptances()).toEqual([])
        })
      })

      describe("where joining does not require it", () => {
        it.each<[string, number, object, object[]]>([
          ["the current version is accepted with joining", 2, { status: 201 }, [{ version: 2 }]],
          ["an older one is refused", 1, refusal(409, "conflict", "agreement_outdated"), []],
          ["one to come is refused", 3, refusal(400, "invalid_data", "unknown_version", "agreement_version: "), []],
        ])("%s", async (_, agreement_version, answer, accepted) => {
          await change({ agreement_text: "Be very fair." })
          expect(await join(anna, { agreement_version })).toMatchObject(answer)
          expect(await acceptances("version")).toEqual(accepted)
        })
      })

      it("an enrolment that fails afterwards leaves nobody half joined, and can be repeated", async () => {
        await change({ agreement_required: true, promo_code_template: "HI-@ID@", customer_discount_percent: 10 })
        const promotions = getContainer().resolve(Modules.PROMOTION)
        const failing = jest.spyOn(promotions, "createPromotions").mockRejectedValue(new Error("no promotions today"))
        expect((await join(anna, { agreement_version: 1 })).status).toBe(500)
        failing.mockRestore()
        expect((await anna.get(ME)).data.affiliates).toEqual([])
        expect(await join(anna, { agreement_version: 1 })).toMatchObject({ status: 201 })
        expect(await sql(getContainer(), "SELECT version FROM affiliate_agreement_acceptance WHERE deleted_at IS NULL")).toHaveLength(1)
      })
    })
  },
})
