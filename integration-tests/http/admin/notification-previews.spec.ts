import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { NOTIFICATIONS } from "../../../src/domain/notifications/notification-settings"
import { affiliateModule, createReferral } from "../../helpers/affiliate"
import { andSubscribers } from "../../helpers/events"
import { createAdmin, createCustomer, createPublishableKey, type Admin, type ShopCustomer } from "../../helpers/http"
import { createOrders } from "../../helpers/many-orders"
import { postAffiliate, postProgram } from "../../helpers/programs"
import { STORE } from "../../helpers/store"
import { AffiliateEvents } from "../../../src/workflows/events"

/** Medusa's local provider, which keeps what it is given in the table `notification`. */
process.env.NOTIFICATION_CHANNELS = "feed,email"

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    let admin: Admin
    let key: string
    let anna: ShopCustomer
    let program: { id: string }

    beforeEach(async () => {
      admin = await createAdmin(api, getContainer())
      key = await createPublishableKey(getContainer())
      anna = await createCustomer(api, key, { email: "anna@example.com", first_name: "Anna", last_name: "<b>Bell" })
      program = await postProgram(admin)
    })

    const path = (name: string): string => `/admin/affiliate-programs/${program.id}/notifications/${name}`
    const preview = async (name: string) => (await admin.get(path(name))).data
    const sent = async (channel: string) => await getContainer().resolve(Modules.NOTIFICATION).listNotifications({ channel })

    it.each(NOTIFICATIONS)("shows %s as an example until it has happened", async (name) => {
      const { notification, email_provider } = await preview(name)
      expect(notification).toMatchObject({ name, is_enabled: true, has_own_template: false, is_example: true })
      expect(notification.mail.html).toContain("Friends")
      expect(email_provider).toEqual({ id: "local", is_local: true })
    })

    it("shows what happened last, with what people typed as text", async () => {
      const affiliate = await postAffiliate(admin, program.id, anna.id)
      await createReferral(getContainer(), { id: affiliate.id, program_id: program.id }, "otto@example.com")
      await affiliateModule(getContainer()).orders.record(await createOrders(getContainer(), [{ email: "otto@example.com" }]), new Date())

      const welcome = (await preview("affiliate_welcome")).notification
      expect(welcome).toMatchObject({ is_example: false, data: { affiliate: { id: affiliate.id, name: "Anna <b>Bell" } } })
      expect(welcome.mail.html).toContain("Hello Anna &lt;b&gt;Bell,")
      expect(welcome.mail.html).toContain(affiliate.link)
      expect((await preview("referral_joined")).notification).toMatchObject({ is_example: false, data: { referral: { name: "***" } } })
      await admin.post("/admin/affiliate-invitations", {
        program_id: program.id,
        invitations: [{ email: "new@example.com", commission_percent: 20, note: "Hi" }],
      })
      const invitation = (await preview("invitation")).notification
      expect(invitation).toMatchObject({ is_example: false, data: { invitation: { commission_percent: "20", note: "Hi" } } })
      expect(invitation.data.invitation.url).toMatch(/\?invitation=preview$/)
    })

    it("says where the provider writes the e-mail", async () => {
      await admin.post(`/admin/affiliate-programs/${program.id}`, {
        notifications: { payout_sent: { template: "d-123", is_enabled: false } },
      })
      expect((await preview("payout_sent")).notification).toMatchObject({
        template: "d-123",
        is_enabled: false,
        has_own_template: true,
        mail: null,
      })
    })

    it("sends it to whoever asks, as often as they ask", async () => {
      for (const times of [1, 2]) {
        expect(await admin.post(`${path("month_closed")}/send`, {})).toMatchObject({ status: 200, data: { to: "admin@shop.example.com" } })
        expect(await sent("email")).toHaveLength(times)
      }
      expect((await sent("email"))[0]).toMatchObject({ to: "admin@shop.example.com", template: "affiliate-month-closed" })
    })

    it("refuses what there is not", async () => {
      expect(await admin.get(path("birthday"))).toMatchObject({
        status: 400,
        data: { message: expect.stringMatching(/^name: must be one of /) },
      })
      expect((await admin.get("/admin/affiliate-programs/affprog_x/notifications/invitation")).status).toBe(404)
      expect((await admin.post("/admin/affiliate-programs/affprog_x/notifications/invitation/send", {})).status).toBe(404)
    })

    it("rings the dashboard's bell for who applies, and for nobody else", async () => {
      const asking = await postProgram(admin, { name: "Asking", requires_approval: true })
      await andSubscribers(getContainer(), AffiliateEvents.ENROLLED, () => anna.post("/store/affiliates/me", { program_id: asking.id }))
      expect(await sent("feed")).toMatchObject([
        {
          template: "admin-ui",
          data: {
            title: "New affiliate application",
            description: "Anna <b>Bell (anna@example.com) wants to join Asking. See Affiliates, Applications.",
          },
        },
      ])
      await andSubscribers(getContainer(), AffiliateEvents.ENROLLED, () => postAffiliate(admin, program.id, anna.id))
      expect(await sent("feed")).toHaveLength(1)
    })
  },
})
