import { InvalidInput } from "../../errors"
import { normalizeProgramSettings, type ProgramInput, type ProgramSettings } from "../program-settings"

const MINIMUM: ProgramInput = { name: "Main", site_url: "https://shop.example.com", commission_percent: 10 }
const TEN = Array.from({ length: 10 }, (_, digit) => String(digit).repeat(200))
const settings = (overrides: ProgramInput = {}, before?: ProgramSettings) =>
  normalizeProgramSettings(before ? overrides : { ...MINIMUM, ...overrides }, before)

const BANNER = { name: "Sale", image_url: "https://cdn.example.com/sale.png", width: 300, height: 250 }
const NO_LOGO = "must be an https address, or a data URL in base64 of a PNG, JPEG, GIF, WebP or SVG picture"

describe("a new program", () => {
  it("needs a name, a site and a rate, and has defaults for the rest", () => {
    expect(settings()).toEqual({
      name: "Main",
      handle: "main",
      status: "active",
      site_url: "https://shop.example.com",
      link_parameter: "ref",
      link_aliases: [],
      promo_code_template: null,
      customer_discount_percent: null,
      link_gives_discount: false,
      commission_percent: "10",
      commission_basis: "placed",
      include_tax: false,
      include_shipping: false,
      margin_guard_percent: null,
      order_commission_limits: null,
      commission_tiers: null,
      affiliate_month_limits: null,
      month_budgets: null,
      new_customer_bonuses: null,
      welcome_bonuses: null,
      eligible_customer_group_ids: [],
      forbidden_customer_group_ids: [],
      sales_channel_ids: [],
      attribution_window_days: 90,
      attribution_model: "last_click",
      referral_period_months: null,
      hold_period_days: 0,
      timezone: "UTC",
      starts_at: null,
      ends_at: null,
      auto_enroll: false,
      requires_approval: false,
      application_questions: [],
      logo_url: null,
      accent_color: null,
      accent_color_dark: null,
      creatives: [],
      agreement_text: null,
      agreement_required: false,
      payout_method: "transfer",
      payout_methods: ["transfer"],
      automatic_payouts: false,
      statement_settings: {
        issuer_name: null,
        issuer_address: null,
        issuer_tax_id: null,
        issuer_town: null,
        issuer_country_code: null,
        issuer_iban: null,
        issuer_bic: null,
        tax_note: null,
        is_self_billed: false,
        number_prefix: "",
      },
      notifications: {
        affiliate_welcome: { is_enabled: true, template: "affiliate-welcome" },
        affiliate_approved: { is_enabled: true, template: "affiliate-approved" },
        referral_joined: { is_enabled: true, template: "affiliate-referral-joined" },
        month_closed: { is_enabled: true, template: "affiliate-month-closed" },
        statement_sent: { is_enabled: true, template: "affiliate-statement-sent" },
        payout_sent: { is_enabled: true, template: "affiliate-payout-sent" },
        payout_failed: { is_enabled: true, template: "affiliate-payout-failed" },
        agreement_asked: { is_enabled: true, template: "affiliate-agreement-asked" },
        invitation: { is_enabled: true, template: "affiliate-invitation" },
      },
      payout_minimums: null,
      metadata: null,
    })
  })

  it.each<[keyof ProgramInput, string]>([
    ["name", "is required"],
    ["site_url", "is required"],
    ["commission_percent", "is required"],
  ])("%s %s", (field, expectation) => {
    expect(() => settings({ [field]: undefined })).toThrow(new InvalidInput(field, expectation))
  })
})

describe("each field in its stored form", () => {
  it.each<[string, ProgramInput, Partial<ProgramSettings>]>([
    ["the name without blanks around it", { name: "  Café Berlin " }, { name: "Café Berlin", handle: "cafe-berlin" }],
    ["no logo of blanks", { logo_url: " " }, { logo_url: null }],
    ["a logo's address", { logo_url: " HTTPS://CDN.Example.com/a b.svg" }, { logo_url: "https://cdn.example.com/a%20b.svg" }],
    ["a logo within its address", { logo_url: "data:image/svg+xml;base64,AAAA" }, { logo_url: "data:image/svg+xml;base64,AAAA" }],
    [
      "colors in six small digits",
      { accent_color: "#04A", accent_color_dark: "#7FCFAE" },
      { accent_color: "#0044aa", accent_color_dark: "#7fcfae" },
    ],
    [
      "banners with whole addresses",
      { creatives: [{ ...BANNER, name: "Summer\n sale", page_url: "/sale?x=1" }, BANNER] },
      {
        creatives: [
          { ...BANNER, name: "Summer sale", page_url: "https://shop.example.com/sale?x=1" },
          { ...BANNER, page_url: null },
        ],
      },
    ],
    ["a handle of its own", { handle: "Summer-26" }, { handle: "summer-26" }],
    ["the site normalised", { site_url: "HTTPS://Shop.Example.com:443/de/" }, { site_url: "https://shop.example.com/de" }],
    ["the template in capitals", { promo_code_template: "welcome-@id@" }, { promo_code_template: "WELCOME-@ID@" }],
    ["an empty template is none", { promo_code_template: "" }, { promo_code_template: null }],
    [
      "percentages as exact text",
      { commission_percent: "12.50", customer_discount_percent: 5 },
      { commission_percent: "12.5", customer_discount_percent: "5" },
    ],
    ["ids once each", { sales_channel_ids: ["b", "a", "b"] }, { sales_channel_ids: ["b", "a"] }],
    [
      "groups once each",
      { eligible_customer_group_ids: ["a", "a"], forbidden_customer_group_ids: ["b", "b"] },
      { eligible_customer_group_ids: ["a"], forbidden_customer_group_ids: ["b"] },
    ],
    [
      "a date is midnight in the program's zone",
      { timezone: "Europe/Berlin", starts_at: "2026-07-01" },
      { starts_at: new Date("2026-06-30T22:00:00Z") },
    ],
    [
      "a time with an offset is that instant",
      { timezone: "Europe/Berlin", starts_at: "2026-07-01T00:00:00Z" },
      { starts_at: new Date("2026-07-01T00:00:00Z") },
    ],
    ["a Date is that instant", { ends_at: new Date("2026-07-01T00:00:00Z") }, { ends_at: new Date("2026-07-01T00:00:00Z") }],
    ["an empty time is none", { starts_at: "", ends_at: null }, { starts_at: null, ends_at: null }],
    [
      "minimums in each currency's digits",
      { payout_minimums: { EUR: 50, jpy: "5000", " kwd ": "1.5" } },
      { payout_minimums: { eur: "50.00", jpy: "5000", kwd: "1.500" } },
    ],
    ["no months are kept apart from no period", { referral_period_months: 0 }, { referral_period_months: 0 }],
    [
      "the longest window",
      { attribution_window_days: 3650, hold_period_days: 3650, referral_period_months: 1200 },
      { attribution_window_days: 3650, hold_period_days: 3650, referral_period_months: 1200 },
    ],
    ["a parameter of 32 characters", { link_parameter: `a${"-".repeat(31)}` }, { link_parameter: `a${"-".repeat(31)}` }],
    [
      "the program's own method is always allowed, and first",
      { payout_method: "store_credit", payout_methods: ["transfer", "store_credit"] },
      { payout_method: "store_credit", payout_methods: ["store_credit", "transfer"] },
    ],
    ["no method is a transfer by hand", { payout_method: null }, { payout_method: "transfer", payout_methods: ["transfer"] }],
    ["a blank agreement is none", { agreement_text: " \n" }, { agreement_text: null }],
    [
      "the head of a statement",
      { statement_settings: { issuer_name: " Shop Ltd ", tax_note: "", is_self_billed: true, number_prefix: "AFF-" } },
      {
        statement_settings: expect.objectContaining({
          issuer_name: "Shop Ltd",
          tax_note: null,
          is_self_billed: true,
          number_prefix: "AFF-",
        }),
      },
    ],
    [
      "a notification switched off",
      { notifications: { month_closed: { is_enabled: false } } },
      {
        notifications: expect.objectContaining({
          month_closed: { is_enabled: false, template: "affiliate-month-closed" },
          payout_sent: { is_enabled: true, template: "affiliate-payout-sent" },
        }),
      },
    ],
    [
      "questions in one line each, once, without empty ones",
      { application_questions: [" Where do\n you\u00a0post? ", "", "Where do you post?", "\u200b", "Why?"] },
      { application_questions: ["Where do you post?", "Why?"] },
    ],
    ["no questions", { application_questions: null }, { application_questions: [] }],
    ["ten questions of 200 characters", { application_questions: TEN }, { application_questions: TEN }],
    ["a name of 200 characters", { name: "x".repeat(200), handle: "x" }, { name: "x".repeat(200) }],
  ])("%s", (_, input, stored) => {
    expect(settings(input)).toMatchObject(stored)
  })

  it.each<[string, ProgramInput, string, string]>([
    ["a blank name", { name: "  " }, "name", "must have 1 to 200 characters"],
    ["a name of 201 characters", { name: "x".repeat(201) }, "name", "must have 1 to 200 characters"],
    ["a number as handle", { handle: "7" }, "handle", "must be letters, digits and single hyphens, not only digits, at most 64 characters"],
    ["a site that is none", { site_url: "shop" }, "site_url", "must be an http or https address such as https://shop.example.com"],
    [
      "a template without a macro",
      { promo_code_template: "X" },
      "promo_code_template",
      "needs one of @ID@, @HANDLE@, @RANDOM@, or all affiliates would share one code",
    ],
    [
      "more than everything",
      { commission_percent: 101 },
      "commission_percent",
      "must be a percentage from 0 to 100 with at most four decimals",
    ],
    [
      "a negative discount",
      { customer_discount_percent: "-1" },
      "customer_discount_percent",
      "must be a percentage from 0 to 100 with at most four decimals",
    ],
    [
      "an agreement to be agreed to that is not there",
      { agreement_required: true },
      "agreement_required",
      "needs an agreement_text to agree to",
    ],
    [
      "links that give the discount of codes that give none",
      { link_gives_discount: true, promo_code_template: "HI-@ID@", customer_discount_percent: 0 },
      "link_gives_discount",
      "needs a promo_code_template and a customer_discount_percent",
    ],
    [
      "a head nobody knows",
      { statement_settings: { iban: "x" } },
      "statement_settings.iban",
      "must be one of issuer_name, issuer_address, issuer_tax_id, issuer_town, issuer_country_code, issuer_iban, issuer_bic, tax_note, is_self_billed, number_prefix",
    ],
    [
      "a number that would not be one word",
      { statement_settings: { number_prefix: "A B" } },
      "statement_settings.number_prefix",
      "must have at most 20 letters, digits, / - and _",
    ],
    [
      "a notification nobody sends",
      { notifications: { birthday: {} } },
      "notifications.birthday",
      "must be one of affiliate_welcome, affiliate_approved, referral_joined, month_closed, statement_sent, payout_sent, payout_failed, agreement_asked, invitation",
    ],
    [
      "a switch that is none",
      { notifications: { payout_sent: { is_enabled: "yes" } } },
      "notifications.payout_sent.is_enabled",
      "must be true or false",
    ],
    ["a logo without encryption", { logo_url: "http://shop.example.com/a.png" }, "logo_url", NO_LOGO],
    ["a logo that is a page", { logo_url: "data:text/html;base64,AAAA" }, "logo_url", NO_LOGO],
    ["a logo that is code", { logo_url: "javascript:alert(1)" }, "logo_url", NO_LOGO],
    ["a logo that ends a security policy", { logo_url: "https://x,default-src/a.png" }, "logo_url", NO_LOGO],
    ["a logo that begins a directive", { logo_url: "https://x;frame-ancestors/a.png" }, "logo_url", NO_LOGO],
    ["a logo with a password", { logo_url: "https://a:b@shop.example.com/a.png" }, "logo_url", NO_LOGO],
    ["a color by its name", { accent_color: "red" }, "accent_color", "must be a hexadecimal color such as #1f5f4a"],
    ["a color with more", { accent_color: "#111111;}" }, "accent_color", "must be a hexadecimal color such as #1f5f4a"],
    [
      "a color that is too light",
      { accent_color: "#FFCC00" },
      "accent_color",
      "must have a contrast of at least 4.5 to the light page, and #ffcc00 has 1.3; #826800 would do",
    ],
    [
      "a color that is too dark for dark pages",
      { accent_color_dark: "#1f5f4a" },
      "accent_color_dark",
      "must have a contrast of at least 4.5 to the dark page, and #1f5f4a has 1.8; #729a8d would do",
    ],
    ["31 banners", { creatives: Array.from({ length: 31 }, () => BANNER) }, "creatives", "must be at most 30"],
    ["a banner without a name", { creatives: [BANNER, { ...BANNER, name: " " }] }, "creatives.1.name", "must have 1 to 100 characters"],
    [
      "a banner that is code",
      { creatives: [{ ...BANNER, image_url: "javascript:alert(1)" }] },
      "creatives.0.image_url",
      "must be an https address such as https://shop.example.com/banner.png",
    ],
    [
      "a banner that leads elsewhere",
      { creatives: [{ ...BANNER, page_url: "https://evil.example/" }] },
      "creatives.0.page_url",
      "must be a page of the program's site, such as https://shop.example.com/sale",
    ],
    [
      "a banner of no width",
      { creatives: [{ ...BANNER, width: 0 }] },
      "creatives.0.width",
      "must be a whole number of pixels from 1 to 5000",
    ],
    [
      "a banner with a script",
      { creatives: [{ ...BANNER, onload: "alert(1)" }] },
      "creatives.0.onload",
      "is none of name, image_url, page_url, width, height",
    ],
    ["eleven questions", { application_questions: [...TEN, "Why?"] }, "application_questions", "must be at most 10 texts"],
    ["a long question", { application_questions: ["x".repeat(201)] }, "application_questions", "must be texts of at most 200 characters"],
    ["half a day", { attribution_window_days: 0.5 }, "attribution_window_days", "must be a whole number from 0 to 3650"],
    ["a negative window", { attribution_window_days: -1 }, "attribution_window_days", "must be a whole number from 0 to 3650"],
    ["eleven years", { hold_period_days: 3651 }, "hold_period_days", "must be a whole number from 0 to 3650"],
    ["no number", { hold_period_days: NaN }, "hold_period_days", "must be a whole number from 0 to 3650"],
    ["more than a century", { referral_period_months: 1201 }, "referral_period_months", "must be a whole number from 0 to 1200"],
    ["a zone nobody knows", { timezone: "Berlin" }, "timezone", "must be an IANA time zone such as Europe/Berlin"],
    ["no time", { starts_at: "soon" }, "starts_at", "must be an ISO 8601 time such as 2026-01-01T00:00:00Z"],
    ["an invalid Date", { ends_at: new Date(NaN) }, "ends_at", "must be an ISO 8601 time such as 2026-01-01T00:00:00Z"],
    ["an end before the start", { starts_at: "2026-02-01", ends_at: "2026-01-01" }, "ends_at", "must be later than starts_at"],
    ["an end at the start", { starts_at: "2026-02-01", ends_at: "2026-02-01" }, "ends_at", "must be later than starts_at"],
    [
      "an empty parameter",
      { link_parameter: "" },
      "link_parameter",
      "must begin with a letter and hold letters, digits, - and _, at most 32 characters",
    ],
    [
      "a parameter with a sign",
      { link_parameter: "r&f" },
      "link_parameter",
      "must begin with a letter and hold letters, digits, - and _, at most 32 characters",
    ],
    [
      "a parameter of 33 characters",
      { link_parameter: "a".repeat(33) },
      "link_parameter",
      "must begin with a letter and hold letters, digits, - and _, at most 32 characters",
    ],
    ["a currency that is none", { payout_minimums: { euros: 5 } }, "payout_minimums", `"euros" is no currency code`],
    ["a currency named twice", { affiliate_month_limits: { eur: 5, EUR: 6 } }, "affiliate_month_limits.eur", "is named twice"],
    ["a budget below nothing", { month_budgets: { eur: "-1" } }, "month_budgets.eur", "must not be negative"],
    [
      "half a yen of a budget",
      { month_budgets: { jpy: "100.5" } },
      "month_budgets.jpy",
      "must be an amount with at most 0 decimals, the digits of JPY",
    ],
    ["a bonus of nothing", { new_customer_bonuses: { eur: "0.00" } }, "new_customer_bonuses.eur", "must be an amount above 0"],
    ["a welcome of nothing", { welcome_bonuses: { eur: 0 } }, "welcome_bonuses.eur", "must be an amount above 0"],
    ["a bonus below nothing", { new_customer_bonuses: { eur: -1 } }, "new_customer_bonuses.eur", "must be an amount above 0"],
    ["a long one", { payout_minimums: { "euros and cents": 5 } }, "payout_minimums", `"euros and " is no currency code`],
    ["a minimum below zero", { payout_minimums: { eur: "-1" } }, "payout_minimums.eur", "must not be negative"],
    [
      "half a yen",
      { payout_minimums: { jpy: 0.5 } },
      "payout_minimums.jpy",
      "must be an amount with at most 0 decimals, the digits of JPY",
    ],
  ])("refuses %s, naming the field", (_, input, field, expectation) => {
    expect(() => settings(input)).toThrow(new InvalidInput(field, expectation))
  })
})

describe("a change", () => {
  const before = settings({
    handle: "first",
    timezone: "Europe/Berlin",
    starts_at: "2026-01-01",
    payout_minimums: { eur: 50 },
    sales_channel_ids: ["a"],
  })

  it.each<[string, ProgramInput, Partial<ProgramSettings>]>([
    ["nothing", {}, {}],
    ["fields left out", { name: undefined, payout_minimums: undefined }, {}],
    ["one field", { commission_percent: "7.5" }, { commission_percent: "7.5" }],
    ["null where a field may be none", { starts_at: null, payout_minimums: null }, { starts_at: null, payout_minimums: null }],
    ["an empty list", { sales_channel_ids: [] }, { sales_channel_ids: [] }],
    ["a new name leaves the handle alone: links and snippets carry it", { name: "Second" }, { name: "Second" }],
    ["a date in the zone it already has", { ends_at: "2027-01-01" }, { ends_at: new Date("2026-12-31T23:00:00Z") }],
    ["a new zone leaves instants alone", { timezone: "UTC" }, { timezone: "UTC" }],
  ])("of %s changes that alone", (_, input, changed) => {
    expect(settings(input, before)).toEqual({ ...before, ...changed })
  })

  it("is checked together with what stays", () => {
    expect(() => settings({ ends_at: "2025-12-31" }, before)).toThrow(new InvalidInput("ends_at", "must be later than starts_at"))
  })

  it("does not touch the settings it was given", () => {
    const copy = structuredClone(before)
    settings({ name: "Second", sales_channel_ids: ["b"] }, before)
    expect(before).toEqual(copy)
  })
})
