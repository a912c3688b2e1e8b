import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { forgetEvents, seeEvents, type SeenEvent } from "../helpers/events"
import { createAdmin, createCustomer, createPublishableKey, stranger, type Admin, type ShopCustomer } from "../helpers/http"
import { postAffiliate, postProgram } from "../helpers/programs"
import { sql } from "../helpers/sql"
import { STORE } from "../helpers/store"

/** Medusa's local provider, which keeps what it is given in the table `notification`. */
process.env.NOTIFICATION_CHANNELS = "feed,email"

const PATH = "/admin/affiliate-invitations"
const ACCEPT = "/store/affiliates/invitations/accept"
const READ = "/store/affiliates/invitations/read"

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    let admin: Admin
    let key: string
    let anna: ShopCustomer
    let program: { id: string; handle: string }
    let events: SeenEvent[]

    beforeEach(async () => {
      admin = await createAdmin(api, getContainer())
      key = await createPublishableKey(getContainer())
      anna = await createCustomer(api, key, { email: "anna@example.com" })
      program = await postProgram(admin, { promo_code_template: "HI-@ID@", requires_approval: true })
      events = seeEvents(getContainer())
    })
    afterEach(() => forgetEvents(getContainer()))

    const invite = (invitations: object[], body: object = {}) => admin.post(PATH, { program_id: program.id, invitations, ...body })
    const tokenIn = (url: string): string => new URL(url).searchParams.get("invitation") ?? ""
    const invited = async (email = "new@example.com", more: object = {}) => {
      const { data } = await invite([{ email, ...more }])
      const [result] = data.results as { id: string; url: string; is_sent: boolean }[]
      return { ...result!, token: tokenIn(result!.url) }
    }
    const accept = (customer: ShopCustomer, token: string, more: object = {}) => customer.post(ACCEPT, { token, ...more })
    const rate = async (id: string) => (await admin.get(`/admin/affiliates/${id}`)).data.affiliate.commission_percent as string | null
    const sent = async () => await getContainer().resolve(Modules.NOTIFICATION).listNotifications({ channel: "email" })
    const expire = (id: string) =>
      sql(getContainer(), `UPDATE affiliate_invitation SET expires_at = now() - interval '1 second' WHERE id = ?`, [id])
    const refused = (why: string) => ({
      status: 400,
      data: { type: "invalid_data", code: "invalid_invitation", message: `token: the invitation does not hold: ${why}` },
    })

    it("invites each line by itself, and tells each link once", async () => {
      await postAffiliate(admin, program.id, anna.id)
      const { status, data, headers } = await invite([
        { email: " New@Example.com ", commission_percent: "12.50", note: "We love your <b>blog</b>." },
        { email: "second@example.com" },
        { email: "new@example.com" },
        { email: "nobody" },
        { email: "rich@example.com", commission_percent: 101 },
        { email: "Anna@example.com" },
      ])
      expect([status, headers["cache-control"]]).toEqual([200, "no-store"])
      expect(data.results).toEqual([
        { email: "new@example.com", outcome: "invited", id: expect.stringMatching(/^affinv_/), url: expect.any(String), is_sent: true },
        { email: "second@example.com", outcome: "invited", id: expect.any(String), url: expect.any(String), is_sent: true },
        { email: "new@example.com", outcome: "refused", reason: "listed_twice" },
        { email: "nobody", outcome: "refused", reason: "invalid_email" },
        { email: "rich@example.com", outcome: "refused", reason: "invalid_percent" },
        { email: "anna@example.com", outcome: "refused", reason: "already_affiliate" },
      ])
      const url = data.results[0].url as string
      expect(url).toMatch(new RegExp(`^http://.*/affiliate/portal/join/${program.handle}\\?invitation=[\\w-]{43}$`))
      expect((await invite([{ email: "new@example.com" }])).data.results).toEqual([
        { email: "new@example.com", outcome: "refused", reason: "already_invited" },
      ])

      const list = (await admin.get(`${PATH}?order=email`)).data
      expect(list).toMatchObject({ count: 2, limit: 20, offset: 0 })
      expect(list.affiliate_invitations[0]).toEqual({
        id: data.results[0].id,
        program_id: program.id,
        program: { id: program.id, name: "Friends", handle: program.handle, timezone: "UTC" },
        email: "new@example.com",
        status: "open",
        commission_percent: "12.5",
        note: "We love your <b>blog</b>.",
        expires_at: expect.any(String),
        created_by: admin.id,
        created_at: expect.any(String),
        accepted_at: null,
        affiliate_id: null,
        withdrawn_at: null,
      })
      const { created_at, expires_at } = list.affiliate_invitations[0] as Record<string, string>
      expect(Math.round((Date.parse(expires_at!) - Date.parse(created_at!)) / 86_400_000)).toBe(30)
      const stored = JSON.stringify(await sql(getContainer(), `SELECT * FROM affiliate_invitation`))
      expect(stored).not.toContain(tokenIn(url))
    })

    it("writes a good-looking e-mail, in which what people typed is text", async () => {
      const { url, id } = await invited("new@example.com", { note: 'Hi <script>alert("1")</script>\nSee you!' })
      const [mail] = await sent()
      expect(mail).toMatchObject({
        to: "new@example.com",
        channel: "email",
        template: "affiliate-invitation",
        trigger_type: "invitation",
        resource_id: id,
        resource_type: "affiliate_invitation",
        data: {
          program: { id: program.id, name: "Friends", handle: program.handle },
          invitation: { commission_percent: "10", note: 'Hi <script>alert("1")</script>\nSee you!', url },
        },
      })
      await admin.post(`/admin/affiliate-programs/${program.id}`, { notifications: { invitation: { is_enabled: false } } })
      expect(await invited("other@example.com")).toMatchObject({ is_sent: false, url: expect.stringContaining("invitation=") })
      expect(await sent()).toHaveLength(1)
    })

    it("shows the holder of a link what they are invited to, before they log in", async () => {
      const { token } = await invited("new@example.com", { commission_percent: 20, note: "Come in" })
      const everybody = stranger(api, key)
      const { status, data } = await everybody.post(READ, { token })
      expect(status).toBe(200)
      expect(data.invitation).toMatchObject({ email: "new@example.com", commission_percent: "20", note: "Come in" })
      expect(data.invitation.program).toMatchObject({ id: program.id, name: "Friends", commission_percent: "10", agreement_version: null })
      expect(data.invitation.program).not.toHaveProperty("metadata")
      expect(await everybody.post(READ, { token: `${token}x` })).toMatchObject(refused("there is none with this link"))
      expect(await everybody.post(READ, {})).toMatchObject({ status: 400 })
      expect((await everybody.post(ACCEPT, { token })).status).toBe(401)
    })

    it("enrolls whoever holds the link, active at the invitation's rate, once", async () => {
      const staff = await getContainer().resolve(Modules.CUSTOMER).createCustomerGroups({ name: "Staff" })
      await admin.post(`/admin/affiliate-programs/${program.id}`, {
        eligible_customer_group_ids: [staff.id],
        application_questions: ["Why?"],
      })
      const { id, token } = await invited("new@example.com", { commission_percent: "12.5" })

      const answer = await accept(anna, token)
      expect([answer.status, answer.data.affiliate]).toMatchObject([201, { status: "active", commission_percent: "12.5" }])
      expect(answer.data.affiliate.promo_code).toBe(`HI-${answer.data.affiliate.number}`)
      const affiliateId = answer.data.affiliate.id as string
      expect((await admin.get(`${PATH}?id=${id}`)).data.affiliate_invitations[0]).toMatchObject({
        status: "accepted",
        affiliate_id: affiliateId,
        accepted_at: expect.any(String),
      })
      expect(events.filter(({ name }) => name.startsWith("affiliate."))).toEqual([
        { name: "affiliate.enrolled", data: { id: affiliateId, program_id: program.id, customer_id: anna.id, status: "active" } },
      ])

      // An answer may be lost: the same customer gets the same affiliate again, another gets nothing.
      expect(await accept(anna, token)).toMatchObject({ status: 200, data: { affiliate: { id: affiliateId } } })
      const bert = await createCustomer(api, key, { email: "bert@example.com" })
      expect(await accept(bert, token)).toMatchObject(refused("it has been used"))
      expect((await bert.get("/store/affiliates/me")).data.count).toBe(0)
    })

    it("makes one affiliate of many who hold one link", async () => {
      const { token } = await invited()
      const people: ShopCustomer[] = []
      for (const name of ["a", "b", "c", "d"]) people.push(await createCustomer(api, key, { email: `${name}@example.com` }))
      const answers = await Promise.all(people.map((person) => accept(person, token)))
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400, 400])
      expect(await sql(getContainer(), `SELECT count(*)::int AS count FROM affiliate`)).toEqual([{ count: 1 }])
    })

    it("takes the agreement with it, where the program requires one", async () => {
      await admin.post(`/admin/affiliate-programs/${program.id}`, { agreement_text: "Be fair.", agreement_required: true })
      const { token } = await invited()
      expect(await accept(anna, token)).toMatchObject({ status: 409, data: { code: "agreement_required" } })
      expect(await accept(anna, token, { agreement_version: 7 })).toMatchObject({ status: 409 })
      const { status, data } = await accept(anna, token, { agreement_version: 1 })
      expect(status).toBe(201)
      const { agreement } = (await anna.get(`/store/affiliates/me/${data.affiliate.id}/agreement`)).data
      expect(agreement).toMatchObject({ is_accepted: true, accepted_version: 1 })
    })

    it("approves who has applied, gives an affiliate the rate, and does not undo a suspension", async () => {
      const application = (await anna.post("/store/affiliates/me", { program_id: program.id })).data.affiliate
      expect(application.status).toBe("pending")
      const first = await invited("one@example.com", { commission_percent: 15 })
      expect(await accept(anna, first.token)).toMatchObject({ status: 200, data: { affiliate: { id: application.id, status: "active" } } })
      expect(await rate(application.id)).toBe("15")
      expect(events.map(({ name }) => name)).toContain("affiliate.approved")

      const second = await invited("two@example.com")
      expect((await accept(anna, second.token)).status).toBe(200)
      expect(await rate(application.id)).toBe("15")

      await admin.post(`/admin/affiliates/${application.id}`, { status: "suspended", reason: "Buys on their own link" })
      const third = await invited("three@example.com")
      expect(await accept(anna, third.token)).toMatchObject({ status: 403, data: { code: "affiliate_not_active" } })
      expect((await admin.get(`${PATH}?id=${third.id}`)).data.affiliate_invitations[0].status).toBe("open")
    })

    it("expires, is sent again with another link, and is withdrawn", async () => {
      const { id, token } = await invited()
      await expire(id)
      expect(await accept(anna, token)).toMatchObject(refused("it has expired"))
      expect((await admin.get(`${PATH}?status=expired`)).data.count).toBe(1)

      const again = await admin.post(`${PATH}/${id}/resend`, {})
      expect(again).toMatchObject({ status: 200, data: { is_sent: true, affiliate_invitation: { id, status: "open" } } })
      const renewed = tokenIn(again.data.url)
      expect(renewed).not.toBe(token)
      expect(await sent()).toHaveLength(2)
      expect(await accept(anna, token)).toMatchObject(refused("there is none with this link"))

      expect((await admin.post(`${PATH}/${id}/withdraw`, {})).data.affiliate_invitation).toMatchObject({ id, status: "withdrawn" })
      expect(await accept(anna, renewed)).toMatchObject(refused("it was withdrawn"))
      expect((await admin.post(`${PATH}/${id}/withdraw`, {})).status).toBe(200)
      expect(await admin.post(`${PATH}/${id}/resend`, {})).toMatchObject({
        status: 400,
        data: { message: "id: the invitation was withdrawn; invite them anew" },
      })
      expect(await invited("new@example.com")).toMatchObject({ is_sent: true })

      const other = await invited("used@example.com")
      await accept(anna, other.token)
      for (const what of ["withdraw", "resend"]) {
        expect(await admin.post(`${PATH}/${other.id}/${what}`, {})).toMatchObject({
          status: 400,
          data: { message: "id: the invitation has been accepted" },
        })
      }
      expect((await admin.post(`${PATH}/affinv_x/withdraw`, {})).status).toBe(404)
    })

    it("refuses a program that takes nobody in, at both ends", async () => {
      const { token } = await invited()
      await admin.post(`/admin/affiliate-programs/${program.id}`, { status: "paused" })
      expect(await invite([{ email: "late@example.com" }])).toMatchObject({
        status: 400,
        data: { code: "program_not_running", message: "program_id: the program is paused" },
      })
      expect(await accept(anna, token)).toMatchObject({ status: 400, data: { code: "program_not_running" } })
      expect(await invite([{ email: "x@example.com" }], { program_id: "affprog_x" })).toMatchObject({ status: 404 })
      expect(await invite([])).toMatchObject({ status: 400 })
      expect(await invite([{ email: "x@example.com", rate: 5 }])).toMatchObject({ status: 400 })
    })
  },
})
