import {
  coversChannel,
  decideAttribution,
  isRunning,
  isSelfReferral,
  refusal,
  type Evidence,
  type OrderFacts,
  type RefusalReason,
} from "../attribution"
import { affiliate, click, daysBefore, order, PLACED_AT, program, promoCode, referral } from "./evidence"

const at = (text: string) => new Date(text)
const kinds: [string, (overrides?: Partial<Pick<Evidence, "program">> & { affiliate?: Partial<Evidence["affiliate"]> }) => Evidence][] = [
  ["a code", (overrides) => promoCode("anna", overrides)],
  ["a referral", (overrides) => referral("anna", overrides)],
  ["a link", (overrides) => click("anna", 1, overrides)],
]

describe.each(kinds)("%s is refused", (_, evidence) => {
  it.each([
    ["its program is paused", { program: program({ status: "paused" }) }, "program_not_running"],
    ["its program is archived", { program: program({ status: "archived" }) }, "program_not_running"],
    ["its program begins later", { program: program({ starts_at: new Date(PLACED_AT.getTime() + 1) }) }, "program_not_running"],
    ["its program begins at this instant", { program: program({ starts_at: PLACED_AT }) }, null],
    ["its program ends at this instant", { program: program({ ends_at: PLACED_AT }) }, "program_not_running"],
    ["its program ends a millisecond later", { program: program({ ends_at: new Date(PLACED_AT.getTime() + 1) }) }, null],
    ["its program is bound to another channel", { program: program({ sales_channel_ids: ["sc_2"] }) }, "other_sales_channel"],
    ["its program is bound to this channel too", { program: program({ sales_channel_ids: ["sc_2", "sc_1"] }) }, null],
    ["its affiliate waits for approval", { affiliate: { status: "pending" } }, "affiliate_not_active"],
    ["its affiliate is suspended", { affiliate: { status: "suspended" } }, "affiliate_not_active"],
    ["its affiliate was rejected", { affiliate: { status: "rejected" } }, "affiliate_not_active"],
    ["its affiliate is the customer", { affiliate: { customer_id: "cus_shopper" } }, "self_referral"],
    ["its affiliate has the customer's e-mail", { affiliate: { email: "Shopper@Example.com" } }, "self_referral"],
    ["nothing speaks against it", {}, null],
  ] as const)("when %s", (_label, overrides, reason) => {
    expect(refusal(evidence(overrides as Parameters<typeof evidence>[0]), order())).toBe(reason)
  })

  it("when the order belongs to no channel and the program to one", () => {
    expect(refusal(evidence({ program: program({ sales_channel_ids: ["sc_1"] }) }), order({ sales_channel_id: null }))).toBe(
      "other_sales_channel"
    )
  })
})

describe("only the first order", () => {
  it.each([
    ["a code", promoCode("anna"), "not_first_order"],
    ["a link", click("anna", 1), "not_first_order"],
    ["a referral", referral("anna"), null],
  ])("%s on a later order", (_, evidence, reason) => {
    expect(refusal(evidence, order({ has_earlier_order: true }))).toBe(reason)
  })
})

describe("a link within the attribution window", () => {
  const window = (days: number, milliseconds: number) =>
    refusal(
      click("anna", 0, { program: program({ attribution_window_days: days }), occurred_at: new Date(PLACED_AT.getTime() - milliseconds) }),
      order()
    )

  it.each([
    ["just now", 90, 0, null],
    ["a millisecond before the window ends", 90, 90 * 864e5 - 1, null],
    ["exactly 90 days old", 90, 90 * 864e5, null],
    ["a millisecond too old", 90, 90 * 864e5 + 1, "click_expired"],
    ["a window of one day", 1, 864e5, null],
    ["a window of one day, missed", 1, 864e5 + 1, "click_expired"],
    ["no window: the same instant only", 0, 0, null],
    ["no window: a millisecond later", 0, 1, "click_expired"],
  ])("%s", (_, days, milliseconds, reason) => {
    expect(window(days, milliseconds)).toBe(reason)
  })

  it("a code and a referral know no window", () => {
    expect([promoCode("anna"), referral("anna")].map((item) => refusal({ ...item, occurred_at: daysBefore(4000) }, order()))).toEqual([
      null,
      null,
    ])
  })
})

describe("a referral within the referral period", () => {
  it.each([
    ["no period: for life", null, "1990-01-01T00:00:00.000Z", "2026-04-15T12:00:00.000Z", null],
    ["a millisecond before it ends", 12, "2025-04-15T12:00:00.001Z", "2026-04-15T12:00:00.000Z", null],
    ["exactly a year", 12, "2025-04-15T12:00:00.000Z", "2026-04-15T12:00:00.000Z", "referral_expired"],
    ["from Jan 31 a month lasts to Feb 28", 1, "2026-01-31T12:00:00.000Z", "2026-02-28T11:59:59.999Z", null],
    ["and no longer", 1, "2026-01-31T12:00:00.000Z", "2026-02-28T12:00:00.000Z", "referral_expired"],
    ["in a leap year to Feb 29", 1, "2028-01-31T12:00:00.000Z", "2028-02-29T11:59:59.999Z", null],
    ["no months: it never earns", 0, "2026-04-15T12:00:00.000Z", "2026-04-15T12:00:00.000Z", "referral_expired"],
  ])("%s", (_, referral_period_months, occurred_at, placed_at, reason) => {
    const evidence = referral("anna", { program: program({ referral_period_months }), occurred_at: at(occurred_at) })
    expect(refusal(evidence, order({ placed_at: at(placed_at) }))).toBe(reason)
  })

  it("a link of the program does not renew it: an expired referral still is one", () => {
    const short = program({ referral_period_months: 1 })
    const { chosen, evaluated } = decideAttribution(order(), [referral("anna", { program: short }), click("bert", 1, { program: short })])
    expect([chosen, evaluated.map(({ reason }) => reason)]).toEqual([null, ["referral_expired", "already_referred"]])
  })
})

describe("already_referred", () => {
  const other = program({ id: "affprog_2" })
  it.each<[string, Evidence, Evidence[], RefusalReason | null]>([
    ["a link beside a referral in the same program", click("bert", 1), [referral("carl")], "already_referred"],
    ["a link of the very affiliate", click("carl", 1), [referral("carl")], "already_referred"],
    ["a link beside a referral in another program", click("bert", 1), [referral("carl", { program: other })], null],
    ["a code beside a referral", promoCode("anna"), [referral("carl")], null],
    ["an expired link beside a referral: the referral is the reason", click("bert", 91), [referral("carl")], "already_referred"],
  ])("%s", (_, item, others, reason) => {
    expect(refusal(item, order(), [item, ...others])).toBe(reason)
  })
})

describe("isSelfReferral", () => {
  it.each<[string, { customer_id: string; email: string | null }, Pick<OrderFacts, "customer_id" | "email">, boolean]>([
    ["the same customer", { customer_id: "cus_1", email: null }, { customer_id: "cus_1", email: null }, true],
    ["another customer", { customer_id: "cus_1", email: "a@x.org" }, { customer_id: "cus_2", email: "b@x.org" }, false],
    ["a guest with the affiliate's e-mail", { customer_id: "cus_1", email: "a@x.org" }, { customer_id: null, email: "a@x.org" }, true],
    ["in another letter case", { customer_id: "cus_1", email: "a@x.org" }, { customer_id: "cus_2", email: "A@X.org" }, true],
    ["with a tag", { customer_id: "cus_1", email: "a@x.org" }, { customer_id: "cus_2", email: "a+1@x.org" }, true],
    [
      "the affiliate, enrolled with a tag",
      { customer_id: "cus_1", email: "a+aff@x.org" },
      { customer_id: "cus_2", email: "a@x.org" },
      true,
    ],
    ["with dots at Gmail", { customer_id: "cus_1", email: "ab@gmail.com" }, { customer_id: "cus_2", email: "a.b@googlemail.com" }, true],
    ["with dots elsewhere", { customer_id: "cus_1", email: "ab@x.org" }, { customer_id: "cus_2", email: "a.b@x.org" }, false],
    ["the same name at another provider", { customer_id: "cus_1", email: "a@x.org" }, { customer_id: "cus_2", email: "a@y.org" }, false],
    ["nobody's e-mail is known", { customer_id: "cus_1", email: null }, { customer_id: null, email: null }, false],
    ["only the affiliate's e-mail is known", { customer_id: "cus_1", email: "a@x.org" }, { customer_id: null, email: null }, false],
  ])("%s", (_, of, person, expected) => {
    expect(isSelfReferral(affiliate("anna", of), person)).toBe(expected)
  })
})

describe("isRunning", () => {
  const [begin, end] = [at("2026-01-01T00:00:00Z"), at("2027-01-01T00:00:00Z")]
  it.each([
    ["before it begins", "2025-12-31T23:59:59.999Z", false],
    ["at its first instant", "2026-01-01T00:00:00.000Z", true],
    ["at its last instant", "2026-12-31T23:59:59.999Z", true],
    ["at its end", "2027-01-01T00:00:00.000Z", false],
  ])("%s", (_, now, expected) => {
    expect(isRunning(program({ starts_at: begin, ends_at: end }), at(now))).toBe(expected)
  })
})

describe("coversChannel", () => {
  it.each<[string, string[], string | null, boolean]>([
    ["bound to none, it covers all", [], "sc_1", true],
    ["and an order without a channel", [], null, true],
    ["bound to one, it covers that", ["sc_1"], "sc_1", true],
    ["and no other", ["sc_1"], "sc_2", false],
    ["and no order without a channel", ["sc_1"], null, false],
  ])("%s", (_, sales_channel_ids, channel, expected) => {
    expect(coversChannel(program({ sales_channel_ids }), channel)).toBe(expected)
  })
})
