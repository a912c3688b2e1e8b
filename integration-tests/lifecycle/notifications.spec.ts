import type { Logger, NotificationDTO } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { AFFILIATE_NOTIFICATIONS } from "../../src/domain/notifications/notification-settings"
import monthly from "../../src/scripts/monthly"
import notifyAffiliates, { config } from "../../src/subscribers/notify-affiliates"
import { notifyAffiliatesWorkflow } from "../../src/workflows/notifications"
import { NOTIFIED_EVENTS, type NotifiedEvent } from "../../src/workflows/notifications/notifications-for-event"
import { recordOrders } from "../../src/workflows/orders/record-orders"
import { affiliateModule, createAffiliate, createProgram, createReferral } from "../helpers/affiliate"
import { aMoment, andSubscribers, forgetEvents, seeEvents, type SeenEvent } from "../helpers/events"
import { createAdmin, createCustomer, createPublishableKey, stranger, type Admin, type ShopCustomer } from "../helpers/http"
import { createOrder } from "../helpers/many-orders"
import { postAffiliate, postProgram } from "../helpers/programs"
import type { Shop } from "../helpers/shop"
import { allStatementsOf, moveOrder, sql } from "../helpers/sql"
import { STORE } from "../helpers/store"
import { resetTestBank, testBank } from "../helpers/test-bank"
import { close, tellStory } from "../helpers/told-story"
import { register } from "../http/capture/checkout"

jest.setTimeout(180_000)

/** Medusa's local provider, which keeps what it is given in the table `notification`. */
process.env.NOTIFICATION_CHANNELS = "feed,email"

/** Medusa answers the key too, and its type does not say so. */
type Sent = NotificationDTO & { idempotency_key: string }

const byName = (a: SeenEvent, b: SeenEvent): number => `${a.name} ${String(a.data.id)}`.localeCompare(`${b.name} ${String(b.data.id)}`)

const HOSTILE = { first_name: "{{7*7}}<script>", last_name: `"\r\nBcc: all@example.com` }

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    let admin: Admin
    let anna: ShopCustomer
    let bert: ShopCustomer
    let events: SeenEvent[]
    let publishableKey: string

    beforeEach(async () => {
      admin = await createAdmin(api, getContainer())
      publishableKey = await createPublishableKey(getContainer())
      anna = await createCustomer(api, publishableKey, { ...HOSTILE, email: "anna@example.com" })
      bert = await createCustomer(api, publishableKey, { email: "bert@example.com" })
      events = seeEvents(getContainer())
    })
    afterEach(() => {
      jest.restoreAllMocks()
      forgetEvents(getContainer())
    })

    const sent = async () =>
      (await getContainer().resolve(Modules.NOTIFICATION).listNotifications({ channel: "email" }, { take: 1000 })) as Sent[]
    const people = () => ({ admin, anna, bert })
    /** What a bus does that is not sure whether it delivered. */
    const deliver = ({ name, data }: SeenEvent): Promise<void> =>
      notifyAffiliates<NotifiedEvent>({
        event: { name, data: data as never, metadata: {} },
        container: getContainer(),
        pluginOptions: {},
      })
    const told = (): SeenEvent[] => events.filter(({ name }) => (NOTIFIED_EVENTS as string[]).includes(name))
    const errors = () => jest.spyOn(getContainer().resolve<Logger>(ContainerRegistrationKeys.LOGGER), "error")

    it("tells affiliates what happened to them, each of it once, with what a mail needs", async () => {
      const story = await tellStory(getContainer(), people())
      const all = await sent()
      const [annaRow, bertRow] = await affiliateModule(getContainer()).listAffiliates(
        { id: [story.anna, story.bert] },
        { order: { number: "ASC" } }
      )
      const affiliate = {
        id: story.anna,
        code: annaRow!.code,
        number: annaRow!.number,
        name: `${HOSTILE.first_name} ${HOSTILE.last_name}`,
        link: `https://shop.example.com/?ref=${annaRow!.code}`,
        promo_code: `HI-${annaRow!.number}`,
      }
      const { handle } = await affiliateModule(getContainer()).retrieveProgram(story.program_id)
      const program = { id: story.program_id, name: "Friends", handle }
      const toAnna = { to: "anna@example.com", channel: "email", receiver_id: anna.id, status: "success" }
      const toBert = { to: "bert@example.com", channel: "email", receiver_id: bert.id, status: "success" }
      const bertData = {
        affiliate: {
          ...{ id: story.bert, code: bertRow!.code, number: bertRow!.number, name: null, promo_code: `HI-${bertRow!.number}` },
          link: `https://shop.example.com/?ref=${bertRow!.code}`,
        },
        program,
      }
      const about = (name: string, resource_type: string, resource_id: string, key = resource_id) => ({
        template: name.startsWith("affiliate_") ? name.replaceAll("_", "-") : `affiliate-${name.replaceAll("_", "-")}`,
        trigger_type: name,
        resource_type,
        resource_id,
        idempotency_key: `medusa-plugin-affiliate:${name}:${key}`,
      })
      const instant = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) as string
      const line = { available_at: "2016-05-01T00:00:00Z", order_count: 1 }
      const month = { period: "2016-04", closed_at: "2016-05-02T12:00:00Z" }
      const payout = { method: "transfer", created_at: "2016-05-02T12:00:00Z", ended_at: instant, number: expect.any(Number) as number }
      const agreement = (id: string) => ({ version: 1, is_required: true, path: `/store/affiliates/me/${id}/agreement` })
      const expected = [
        { ...toAnna, ...about("affiliate_welcome", "affiliate", story.anna), data: { affiliate, program } },
        { ...toBert, ...about("affiliate_approved", "affiliate", story.bert), data: bertData },
        {
          ...toAnna,
          ...about("referral_joined", "affiliate_referral", story.referral),
          data: {
            affiliate,
            program,
            referral: { id: story.referral, source: "link", name: "B*** O.", joined_at: "2016-04-15T12:00:00Z" },
          },
        },
        {
          ...toAnna,
          ...about("month_closed", "affiliate_period", story.period, `${story.period}:${story.anna}`),
          data: {
            affiliate,
            program,
            ...month,
            statement_path: `/store/affiliates/me/${story.anna}/statements/2016-04`,
            amounts: [
              { ...line, currency_code: "eur", amount: "10.00", expense_amount: "100.00", outcome: "credited", reason: null },
              { ...line, currency_code: "jpy", amount: "123", expense_amount: "1234", outcome: "credited", reason: null },
            ],
          },
        },
        {
          ...toBert,
          ...about("month_closed", "affiliate_period", story.period, `${story.period}:${story.bert}`),
          data: {
            ...bertData,
            ...month,
            statement_path: `/store/affiliates/me/${story.bert}/statements/2016-04`,
            amounts: [
              {
                ...{ ...line, currency_code: "eur", amount: "3.00", expense_amount: "30.00" },
                ...{ outcome: "withheld", reason: "forbidden_customer_group" },
              },
            ],
          },
        },
        {
          ...toAnna,
          ...about("payout_sent", "affiliate_payout", story.paid),
          data: {
            affiliate,
            program,
            payout: { ...payout, id: story.paid, amount: "10.00", currency_code: "eur", reference: "SEPA 17", reason: null },
          },
        },
        {
          ...toAnna,
          ...about("payout_failed", "affiliate_payout", story.failed),
          data: {
            affiliate,
            program,
            payout: { ...payout, id: story.failed, amount: "123", currency_code: "jpy", reference: null, reason: "No such account" },
          },
        },
        {
          ...toAnna,
          ...about("agreement_asked", "affiliate_agreement", story.agreement, `${story.anna}:1`),
          data: { affiliate, program, agreement: agreement(story.anna) },
        },
        {
          ...toBert,
          ...about("agreement_asked", "affiliate_agreement", story.agreement, `${story.bert}:1`),
          data: { ...bertData, agreement: agreement(story.bert) },
        },
      ]
      const byKey = new Map(all.map((notification) => [notification.idempotency_key, notification]))
      expect([...byKey.keys()].sort()).toEqual(expected.map(({ idempotency_key }) => idempotency_key).sort())
      for (const one of expected) {
        expect(byKey.get(one.idempotency_key)).toMatchObject(one)
        expect(byKey.get(one.idempotency_key)!.data).toEqual(one.data)
      }

      expect(events).toEqual([
        { name: "affiliate.enrolled", data: { id: story.anna, program_id: story.program_id, customer_id: anna.id, status: "active" } },
        { name: "affiliate.enrolled", data: { id: story.bert, program_id: story.program_id, customer_id: bert.id, status: "pending" } },
        { name: "affiliate.approved", data: { id: story.bert, program_id: story.program_id } },
        { name: "affiliate.referral.created", data: { id: story.referral, program_id: story.program_id, affiliate_id: story.anna } },
        { name: "affiliate.period.closed", data: { program_id: story.program_id, period: "2016-04" } },
        { name: "affiliate.payout.paid", data: { id: story.paid } },
        { name: "affiliate.payout.failed", data: { id: story.failed } },
        { name: "affiliate.agreement.changed", data: { id: story.agreement, program_id: story.program_id, version: 1 } },
      ])
    })

    it("tells nothing twice, whether an event comes again or the work is done again", async () => {
      const { program_id, bert: bertId, paid, failed } = await tellStory(getContainer(), people())
      const before = [(await sent()).length, events.length]
      expect(before).toEqual([9, 8])
      for (const event of told()) await Promise.all([deliver(event), deliver(event)])

      await postAffiliate(admin, program_id, anna.id)
      await bert.post("/store/affiliates/me", { program_id })
      await admin.post(`/admin/affiliates/${bertId}`, { status: "active" })
      await close(getContainer())
      await admin.post(`/admin/affiliate-payouts/${paid}/settle`, {})
      await admin.post(`/admin/affiliate-payouts/${failed}/fail`, { reason: "Again" })
      await admin.post(`/admin/affiliate-programs/${program_id}`, { agreement_text: "Be fair." })
      await aMoment()
      expect([(await sent()).length, events.length]).toEqual(before)
    })

    it("tells nothing that the program has switched off, and uses its templates for the rest", async () => {
      const off = Object.fromEntries(
        AFFILIATE_NOTIFICATIONS.map((name) => [name, { is_enabled: name === "payout_sent", template: "ours:v1" }])
      )
      await tellStory(getContainer(), people(), off)
      expect((await sent()).map(({ trigger_type, template }) => [trigger_type, template])).toEqual([["payout_sent", "ours:v1"]])
    })

    it("tells affiliates nothing that they have switched off themselves, and what they have to know all the same", async () => {
      const { id: program_id } = await postProgram(admin)
      const affiliates = await Promise.all([anna, bert].map((customer) => postAffiliate(admin, program_id, customer.id)))
      const [annaId, bertId] = affiliates.map(({ id }) => id) as [string, string]
      const choice = `/store/affiliates/me/${annaId}/notifications`
      const on = { is_enabled: true, is_sent: true }
      expect((await anna.get(choice)).data.notifications).toEqual([
        { name: "referral_joined", ...on },
        { name: "month_closed", ...on },
        { name: "payout_sent", ...on },
      ])
      expect((await anna.post(choice, { referral_joined: false, payout_sent: true })).data.notifications).toEqual([
        { name: "referral_joined", ...on, is_enabled: false },
        { name: "month_closed", ...on },
        { name: "payout_sent", ...on },
      ])
      const ids = await Promise.all(
        [annaId, bertId].map((id) =>
          createReferral(getContainer(), { id, program_id }, `friend-of-${id}@example.com`, new Date("2016-04-02"))
        )
      )
      const notify = () => notifyAffiliatesWorkflow(getContainer()).run({ input: { name: "referral_joined", ids } })
      const told = async (name: string) => (await sent()).filter(({ trigger_type }) => trigger_type === name).map(({ to }) => to)
      expect((await notify()).result).toEqual({ count: 1 })
      expect(await told("referral_joined")).toEqual(["bert@example.com"])

      const change = () => admin.post(`/admin/affiliate-programs/${program_id}`, { agreement_text: "Be fair." })
      await andSubscribers(getContainer(), "affiliate.agreement.changed", change)
      expect((await told("agreement_asked")).sort()).toEqual(["anna@example.com", "bert@example.com"])

      await anna.post(choice, { month_closed: false })
      await anna.post(choice, { referral_joined: true })
      expect((await anna.get(choice)).data.notifications.map(({ is_enabled }: { is_enabled: boolean }) => is_enabled)).toEqual([
        ...[true, false, true],
      ])
      await notify()
      expect((await told("referral_joined")).sort()).toEqual(["anna@example.com", "bert@example.com"])
    })

    it("lets affiliates switch off their own e-mails only, and none that they have to get", async () => {
      const program = await postProgram(admin, { notifications: { payout_sent: { is_enabled: false } } })
      const { id } = await postAffiliate(admin, program.id, anna.id)
      const path = `/store/affiliates/me/${id}/notifications`
      expect((await anna.get(path)).data.notifications[2]).toEqual({ name: "payout_sent", is_enabled: true, is_sent: false })
      for (const [body, field] of [
        [{ agreement_asked: false }, "agreement_asked"],
        [{ payout_failed: false }, "payout_failed"],
        [{ month_closed: "no" }, "month_closed"],
        [{ month_closed: null }, "month_closed"],
      ] as const) {
        const { status, data } = await anna.post(path, body)
        expect([status, data.message]).toEqual([400, expect.stringContaining(field)])
      }
      expect((await bert.get(path)).status).toBe(404)
      expect((await bert.post(path, { month_closed: false })).status).toBe(404)
      expect((await stranger(api, publishableKey).get(path)).status).toBe(401)
    })

    it("logs a provider that fails, tells the others, and tries no mail again", async () => {
      const module = getContainer().resolve(Modules.NOTIFICATION) as unknown as { notificationProviderService_: { send: jest.Mock } }
      const send = jest.spyOn(module.notificationProviderService_, "send")
      const { id } = await postProgram(admin)
      for (const customer of [anna, bert])
        await andSubscribers(getContainer(), "affiliate.enrolled", () => postAffiliate(admin, id, customer.id))
      const logged = errors()
      send.mockRejectedValueOnce(new Error("the mail server is away"))
      const change = () => admin.post(`/admin/affiliate-programs/${id}`, { agreement_text: "Be fair." })
      expect(await andSubscribers(getContainer(), "affiliate.agreement.changed", change)).toMatchObject({ status: 200 })

      expect(logged.mock.calls.map(([message]) => String(message))).toEqual([
        expect.stringMatching(/agreement_asked.*the mail server is away/s),
      ])
      const asked = (await sent()).filter(({ trigger_type }) => trigger_type === "agreement_asked")
      expect(asked.map(({ status }) => status).sort()).toEqual(["failure", "success"])
      send.mockClear()
      for (const event of told()) await deliver(event)
      expect(send).not.toHaveBeenCalled()
    })

    it("asks who has not accepted the agreement: the active, once per version, and who comes later", async () => {
      const container = getContainer()
      const { id: program_id } = await postProgram(admin, { agreement_text: "Be fair." })
      const enroll = ({ id }: { id: string }) => andSubscribers(container, "affiliate.enrolled", () => postAffiliate(admin, program_id, id))
      const [annaId, bertId] = [(await enroll(anna)).id, (await enroll(bert)).id]
      const asked = async () =>
        (await sent()).flatMap(({ trigger_type, to, data }) =>
          trigger_type === "agreement_asked" ? [[to, (data as { agreement: { version: number } }).agreement.version]] : []
        )
      const inOrder = async () => (await asked()).sort()
      expect(await inOrder()).toEqual([
        [anna.email, 1],
        [bert.email, 1],
      ])

      const accept = async (version: number, withdrawn_at: Date | null) => {
        const [text] = await affiliateModule(container).listAgreements({ program_id, version })
        const acceptance = {
          program_id,
          affiliate_id: annaId,
          version,
          text_hash: text!.text_hash,
          accepted_at: new Date(),
          accepted_by: anna.id,
        }
        await affiliateModule(container).createAgreementAcceptances({ ...acceptance, withdrawn_at, withdrawn_by: withdrawn_at && anna.id })
      }
      const suspend = (status: string) => () => admin.post(`/admin/affiliates/${bertId}`, { status })
      await andSubscribers(container, "affiliate.suspended", suspend("suspended"))
      const change = (agreement_text: string | null) => admin.post(`/admin/affiliate-programs/${program_id}`, { agreement_text })
      await andSubscribers(container, "affiliate.agreement.changed", () => change("Be kind."))
      expect(await inOrder()).toEqual([
        [anna.email, 1],
        [anna.email, 2],
        [bert.email, 1],
      ])
      await andSubscribers(container, "affiliate.reactivated", suspend("active"))
      expect(await asked()).toHaveLength(4)

      const before = events.length
      await change(null)
      await change("Be kind.")
      await change("Be kind.")
      await aMoment()
      expect(events).toHaveLength(before)

      // Affiliates who accepted are not asked again; those who withdrew are.
      await sql(container, `DELETE FROM notification`)
      await accept(2, new Date())
      const ask = () => notifyAffiliatesWorkflow(container).run({ input: { name: "agreement_asked", ids: [annaId] } })
      expect((await ask()).result).toEqual({ count: 1 })
      await sql(container, `DELETE FROM notification`)
      await accept(2, null)
      expect((await ask()).result).toEqual({ count: 0 })
    })

    it("puts every change of an affiliate and of a payout on the bus, and a referral by hand", async () => {
      const container = getContainer()
      const { id: program_id } = await postProgram(admin)
      const affiliate = await andSubscribers(container, "affiliate.enrolled", () => postAffiliate(admin, program_id, anna.id))
      await affiliateModule(container).updateAffiliates({ id: affiliate.id, status: "pending" })
      const become = (status: string) => admin.post(`/admin/affiliates/${affiliate.id}`, { status })
      for (const status of ["rejected", "active", "suspended", "active"]) await become(status)
      await admin.post(`/admin/affiliates/${affiliate.id}`, { commission_percent: 12 })
      const refer = (affiliate_id: string | null) =>
        admin.post(`/admin/customers/${bert.id}/affiliate-referrer`, { affiliate_id, reason: "Says so" })
      for (const id of [affiliate.id, affiliate.id, null]) await refer(id)
      const referral = await affiliateModule(container).listReferrals({ affiliate_id: affiliate.id })

      const [made] = await affiliateModule(container).createPayouts([
        { pay_run_id: "affrun_1", program_id, affiliate_id: affiliate.id, amount: "5.00", currency_code: "eur", created_by: "user_1" },
      ])
      const payout = made!.id
      for (let times = 0; times < 2; times++) await admin.post(`/admin/affiliate-payouts/${payout}/cancel`, { reason: "Not yet" })
      await aMoment()
      const own = { id: affiliate.id, program_id }
      expect(events.slice(1)).toEqual([
        { name: "affiliate.rejected", data: own },
        { name: "affiliate.approved", data: own },
        { name: "affiliate.suspended", data: own },
        { name: "affiliate.reactivated", data: own },
        { name: "affiliate.referral.created", data: { id: referral[0]!.id, program_id, affiliate_id: affiliate.id } },
        { name: "affiliate.payout.canceled", data: { id: payout } },
      ])
    })

    it("tells of a referral that a registration made", async () => {
      const { id: program_id } = await postProgram(admin)
      const affiliate = await andSubscribers(getContainer(), "affiliate.enrolled", () => postAffiliate(admin, program_id, anna.id))
      const { data } = await stranger(api, publishableKey).post("/store/affiliate-clicks", { url: affiliate.link })
      const shop = { publishableKey } as Shop
      await andSubscribers(getContainer(), "affiliate.referral.created", () =>
        register(api, shop, "otto@example.com", { "x-affiliate-token": data.click.token })
      )
      const [referral] = await affiliateModule(getContainer()).listReferrals({ email: "otto@example.com" })
      expect(events.at(-1)).toEqual({
        name: "affiliate.referral.created",
        data: { id: referral!.id, program_id, affiliate_id: affiliate.id },
      })
      expect((await sent()).map(({ trigger_type }) => trigger_type).sort()).toEqual(["affiliate_welcome", "referral_joined"])
    })

    it("tells of payouts that are made, and of none when there is nothing to pay", async () => {
      const { id: program_id } = await postProgram(admin)
      const { id } = await postAffiliate(admin, program_id, anna.id)
      for (const currency_code of ["eur", "usd"]) {
        await admin.post(`/admin/affiliates/${id}/adjustments`, { amount: 5, currency_code, reason: "Thank you" })
      }
      for (let times = 0; times < 2; times++) await admin.post("/admin/affiliate-payouts", { program_id })
      await aMoment()
      const made = await affiliateModule(getContainer()).listPayouts({ affiliate_id: id })
      const told = events.filter(({ name }) => name === "affiliate.payout.created").map(({ data }) => data.id)
      expect([made.length, told.sort()]).toEqual([2, made.map((payout) => payout.id).sort()])
    })

    it("tells of what providers answer, of many that are settled at once, and of an agreement that is accepted", async () => {
      resetTestBank()
      const container = getContainer()
      const { id: program_id } = await postProgram(admin, { agreement_text: "Be fair.", payout_methods: ["test-bank"] })
      const affiliate = await andSubscribers(container, "affiliate.enrolled", () => postAffiliate(admin, program_id, anna.id))
      const own = `/store/affiliates/me/${affiliate.id}`
      for (let times = 0; times < 2; times++) await anna.post(`${own}/agreement`, { version: 1 })
      await anna.post(`${own}/payout-method`, { method: "test-bank", details: { account_holder: "Anna", iban: "DE89370400440532013000" } })
      const payOut = async (currency_code: string) => {
        await admin.post(`/admin/affiliates/${affiliate.id}/adjustments`, { amount: 5, currency_code, reason: "Thank you" })
        return (await admin.post("/admin/affiliate-payouts", { program_id })).data.affiliate_payouts[0].id as string
      }
      const paid = await payOut("eur")
      testBank.onPay = () => ({ status: "failed", reason: "Account closed" })
      const failed = await payOut("usd")
      testBank.onPay = () => ({ status: "processing", reference: null })
      const settled = [await payOut("jpy"), await payOut("gbp")]
      for (let times = 0; times < 2; times++) await admin.post("/admin/affiliate-payouts/settle", { ids: settled })
      await aMoment()
      const ended: SeenEvent[] = [
        ...[paid, ...settled].map((id) => ({ name: "affiliate.payout.paid" as const, data: { id } })),
        { name: "affiliate.payout.failed", data: { id: failed } },
      ]
      expect(events.filter(({ name }) => /payout.(paid|failed)/.test(name)).sort(byName)).toEqual(ended.sort(byName))
      expect(events.filter(({ name }) => name.includes("agreement"))).toEqual([
        { name: "affiliate.agreement.accepted", data: { affiliate_id: affiliate.id, version: 1 } },
      ])
    })

    it("records an order while the bus is away", async () => {
      const container = getContainer()
      const program_id = await createProgram(container)
      const { id: affiliate_id } = await createAffiliate(container, program_id)
      const order = await createOrder(container)
      const evidence = {
        program_id,
        affiliate_id,
        source: "link" as const,
        source_id: "affclk_1",
        occurred_at: new Date(Date.now() - 60_000),
      }
      await affiliateModule(container).createCartAttributions({ cart_id: "cart_1", ...evidence })
      await sql(container, `INSERT INTO order_cart (id, order_id, cart_id) VALUES ('link_1', ?, 'cart_1')`, [order])
      jest.spyOn(container.resolve(Modules.EVENT_BUS), "emit").mockRejectedValue(new Error("no bus"))
      const logged = errors()
      expect(await recordOrders(container, [order], new Date())).toMatchObject({
        commission_count: 1,
        referrals: [{ program_id, affiliate_id }],
      })
      expect(logged.mock.calls.map(([message]) => String(message))).toEqual([
        expect.stringContaining("emitting affiliate.referral.created"),
      ])
    })

    it("costs a few statements for hundreds of affiliates: at the close, and when as many events come at once", async () => {
      const container = getContainer()
      const many = 300
      const { id: program_id } = await postProgram(admin)
      await sql(
        container,
        `WITH people AS (INSERT INTO customer (id, email) SELECT 'cus_' || n, n || '@many.example.com' FROM generate_series(1, ${many}) n RETURNING id)
         INSERT INTO affiliate (id, code, customer_id, program_id) SELECT 'aff_' || id, id, id, ? FROM people`,
        [program_id]
      )
      await sql(
        container,
        `WITH month AS (INSERT INTO affiliate_period (id, program_id, period, status, starts_at, ends_at, closed_at)
           VALUES ('affper_1', ?, '2016-04', 'closed', '2016-04-01', '2016-05-01', '2016-05-01') RETURNING *)
         INSERT INTO affiliate_period_line (id, period_id, program_id, affiliate_id, currency_code, expense_amount, amount, commission_count,
                                            order_count, outcome, available_at)
         SELECT 'affline_' || a.id, month.id, a.program_id, a.id, 'eur', 100, 10, 1, 1, 'credited', '2016-05-01'
         FROM affiliate a, month WHERE a.program_id = month.program_id`,
        [program_id]
      )
      const closed = { name: "affiliate.period.closed", data: { program_id, period: "2016-04" } } as const
      const cost = await allStatementsOf(container, () => deliver(closed))
      expect((await sent()).length).toBe(many)

      const enrolled = Array.from(
        { length: many },
        (_, n) => ({ name: "affiliate.enrolled", data: { id: `aff_cus_${n + 1}`, status: "active" } }) as SeenEvent
      )
      const costOfEvents = await allStatementsOf(container, () => Promise.all(enrolled.map(deliver)))
      expect((await sent()).length).toBe(2 * many)
      // The mails of a hundred cost eight, most of them Medusa's own.
      expect([cost.length, costOfEvents.length].filter((statements) => statements > 30)).toEqual([])
    })

    it("a month that the command line closes is told by the command itself, where no subscriber runs", async () => {
      const bus = getContainer().resolve(Modules.EVENT_BUS)
      bus.unsubscribe("affiliate.period.closed", () => Promise.resolve(), { subscriberId: config.context!.subscriberId! })
      const program_id = await createProgram(getContainer(), { created_at: new Date("2016-04-02") })
      const affiliate = await createAffiliate(getContainer(), program_id)
      await createReferral(getContainer(), { id: affiliate.id, program_id }, "shopper@example.com")
      await moveOrder(getContainer(), await createOrder(getContainer()), new Date("2016-04-15T12:00:00Z"))
      const print = jest.spyOn(process.stdout, "write").mockReturnValue(true)
      for (let times = 0; times < 2; times++) await monthly({ container: getContainer(), args: ["date=2016-04"] })
      print.mockRestore()
      expect((await sent()).map(({ to }) => to)).toEqual([`${affiliate.code}@affiliates.example.com`])
    })
  },
})
