import { composeNotification, type NotificationRow } from "../notification"
import { AFFILIATE_NOTIFICATIONS as NOTIFICATIONS } from "../notification-settings"

const ROW: NotificationRow = {
  key: "aff_1",
  resource_id: "aff_1",
  customer: { id: "cus_1", email: "anna@example.com", first_name: "Anna", last_name: "Berg" },
  affiliate: { id: "aff_1", code: "k3v9q2xw", number: 7, promo_code: "HI-7" },
  program: {
    ...{ id: "affprog_1", name: "Friends", handle: "friends", site_url: "https://shop.example.com/de", link_parameter: "ref" },
    timezone: "UTC",
    notifications: null,
  },
  facts: {},
}

describe("composeNotice", () => {
  it("says who, about what and for which template, under a key of its own", () => {
    expect(composeNotification("affiliate_welcome", ROW, null)).toEqual({
      to: "anna@example.com",
      channel: "email",
      template: "affiliate-welcome",
      data: {
        affiliate: {
          ...{ id: "aff_1", code: "k3v9q2xw", number: 7, name: "Anna Berg", promo_code: "HI-7" },
          link: "https://shop.example.com/de?ref=k3v9q2xw",
        },
        program: { id: "affprog_1", name: "Friends", handle: "friends" },
      },
      content: { subject: "Welcome to Friends", html: expect.any(String), text: expect.any(String) },
      trigger_type: "affiliate_welcome",
      resource_id: "aff_1",
      resource_type: "affiliate",
      receiver_id: "cus_1",
      idempotency_key: "medusa-plugin-affiliate:affiliate_welcome:aff_1",
    })
  })

  it.each([
    ["first and last name", "Anna", "Berg", "Anna Berg"],
    ["only a first name", "Anna", null, "Anna"],
    ["only a last name", "", "Berg", "Berg"],
    ["blanks", " ", "\t", null],
    ["no name", null, null, null],
    ["markup, as it is", "<b>A", "{{B}}", "<b>A {{B}}"],
  ])("names the affiliate: %s", (_, first_name, last_name, name) => {
    const notice = composeNotification("affiliate_welcome", { ...ROW, customer: { ...ROW.customer, first_name, last_name } }, null)
    expect(notice?.data).toMatchObject({ affiliate: { name } })
  })

  it.each([...NOTIFICATIONS])("%s is sent unless the program has it switched off, and no other is then", (name) => {
    const off = { ...ROW, program: { ...ROW.program, notifications: { [name]: { is_enabled: false, template: "t" } } } }
    const sent = NOTIFICATIONS.filter((each) => composeNotification(each, off, null) !== null)
    expect(sent).toEqual(NOTIFICATIONS.filter((each) => each !== name))
  })

  it("takes the program's template, and writes the e-mail itself where the program has none", () => {
    const own = { ...ROW, program: { ...ROW.program, notifications: { payout_sent: { template: "d-123" } } } }
    expect(composeNotification("payout_sent", own, null)).toMatchObject({ template: "d-123" })
    expect(composeNotification("payout_sent", own, null)).not.toHaveProperty("content")
    expect(composeNotification("payout_failed", own, null)).toMatchObject({
      template: "affiliate-payout-failed",
      content: expect.anything(),
    })
  })

  it("hands facts on, and of a referral's name what affiliates may see", () => {
    const referral = { id: "affref_1", source: "link", first_name: "Otto", last_name: "Otter", joined_at: "2016-04-15T12:00:00Z" }
    expect(composeNotification("referral_joined", { ...ROW, facts: { referral, period: "2016-04" } }, null)?.data).toMatchObject({
      period: "2016-04",
      referral: { id: "affref_1", source: "link", name: "O*** O." },
    })
    expect(JSON.stringify(composeNotification("referral_joined", { ...ROW, facts: { referral } }, null))).not.toContain("Otter")
  })
})
