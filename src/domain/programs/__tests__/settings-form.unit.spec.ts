import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"

import { initialValues } from "../../../admin/components/programs/form/initial-values"
import { FORM_SETTINGS, programSchema } from "../../../admin/components/programs/form/schema"
import { toPayload } from "../../../admin/components/programs/form/to-payload"
import en from "../../../admin/i18n/json/en.json"
import type { AdminAffiliateProgram } from "../../../types"
import { normalizeProgramSettings } from "../program-settings"
import { SETTING_NAMES } from "../settings"

const folder = path.join(__dirname, "../../../admin/components/programs/form")

/** The names in `{...text("name")}` and `useFieldText()("name")` of the form's files. */
const shown = readdirSync(folder)
  .filter((file) => file.endsWith(".tsx"))
  .flatMap((file) => [...readFileSync(path.join(folder, file), "utf8").matchAll(/(?:\btext|useFieldText\(\))\("(\w+)"\)/g)])
  .map(([, name]) => name)

const program = (settings: object = {}): AdminAffiliateProgram => {
  const normalized = normalizeProgramSettings({ name: "Main", site_url: "https://shop.example.com", commission_percent: 10, ...settings })
  return {
    ...(JSON.parse(JSON.stringify(normalized)) as AdminAffiliateProgram),
    id: "affprog_1",
    number: 1,
    created_at: "2026-01-01T00:00:00.000Z",
  }
}

const TIERS = { measure: "orders", scope: "beyond", tiers: [{ threshold: 5, raise_percent: "20" }] }

const schema = programSchema((key) => key)
const tiersOf = (tier: object) => {
  const { commission_tiers } = initialValues(program({ commission_tiers: TIERS }))
  return { ...commission_tiers, tiers: commission_tiers.tiers.map((given) => ({ ...given, ...tier })) }
}
const problems = (values: object): [string, string][] =>
  schema
    .safeParse({ ...initialValues(), name: "Main", site_url: "https://shop.example.com", ...values })
    .error?.issues.map((issue) => [issue.path.join("."), issue.message]) ?? []

describe("the dashboard's form of a program", () => {
  it("shows every setting that no other screen edits, once", () => {
    expect([...shown].sort()).toEqual([...FORM_SETTINGS].sort())
    expect(SETTING_NAMES.filter((name) => !(FORM_SETTINGS as readonly string[]).includes(name))).toEqual([
      "creatives",
      "agreement_text",
      "agreement_required",
      "statement_settings",
      "notifications",
      "metadata",
    ])
  })

  it("has a label and a hint for each, and for nothing else", () => {
    const labelled = Object.entries(en.program.fields).filter(([, { label, hint }]) => label && hint)
    expect(labelled.map(([name]) => name).sort()).toEqual([...FORM_SETTINGS].sort())
  })

  it("begins a new program with the defaults, a promo code and 10 %", () => {
    expect(initialValues()).toEqual({
      name: "",
      handle: "",
      status: "active",
      site_url: "",
      link_parameter: "ref",
      link_aliases: "",
      promo_code_template: "WELCOME-@ID@",
      customer_discount_percent: "",
      link_gives_discount: false,
      commission_percent: "10",
      commission_basis: "placed",
      include_tax: false,
      include_shipping: false,
      margin_guard_percent: "",
      order_commission_limits: [],
      commission_tiers: { measure: "expenses", span: "month", scope: "whole", after_refund: "recompute", tiers: [] },
      affiliate_month_limits: [],
      month_budgets: [],
      new_customer_bonuses: [],
      welcome_bonuses: [],
      who_may_join: "everybody",
      eligible_customer_group_ids: [],
      forbidden_customer_group_ids: [],
      sales_channel_ids: [],
      attribution_window_days: "90",
      attribution_model: "last_click",
      referral_period_months: "",
      hold_period_days: "0",
      timezone: expect.any(String),
      starts_at: null,
      ends_at: null,
      auto_enroll: false,
      requires_approval: false,
      application_questions: "",
      logo_url: "",
      accent_color: "",
      accent_color_dark: "",
      payout_method: "transfer",
      payout_methods: [],
      payout_minimums: [],
      automatic_payouts: false,
    })
  })

  it("sends an untouched program as it is stored", () => {
    const stored = program({
      customer_discount_percent: "5",
      referral_period_months: 12,
      hold_period_days: 14,
      timezone: "Europe/Berlin",
      payout_methods: ["paypal"],
      application_questions: ["Where do you post?", "How many people follow you?"],
      ...{ logo_url: "https://shop.example.com/logo.svg", accent_color: "#1f5f4a" },
      payout_minimums: { eur: "50" },
      ...{ affiliate_month_limits: { eur: "500" }, commission_tiers: TIERS },
    })
    const sent = toPayload(schema.parse(initialValues(stored)))
    expect(sent).toEqual(Object.fromEntries(FORM_SETTINGS.map((name) => [name, stored[name]])))
  })

  it("takes a bonus above 0, and each currency once", () => {
    const errorsOf = (...bonuses: { currency_code: string; amount: string }[]) =>
      schema.safeParse({ ...initialValues(program({})), new_customer_bonuses: bonuses }).error?.issues.map(({ message }) => message)
    const eur = (amount: string) => ({ currency_code: "eur", amount })
    expect(errorsOf(eur("5"))).toBeUndefined()
    expect(errorsOf(eur("0.00"))).toEqual(["errors.notZero"])
    expect(errorsOf(eur("5"), eur("6"))).toEqual(["errors.twice"])
  })

  it("sends an emptied setting as null, and leaves an empty handle to the API", () => {
    const sent = toPayload({
      ...initialValues(program({ referral_period_months: 12 })),
      ...{ handle: "", referral_period_months: "", promo_code_template: "", customer_discount_percent: "" },
    })
    expect(JSON.parse(JSON.stringify(sent))).toMatchObject({
      ...{ referral_period_months: null, promo_code_template: null, customer_discount_percent: null, hold_period_days: 0 },
    })
    expect(sent.handle).toBeUndefined()
  })

  it("sends the chosen groups only where not everybody may join", () => {
    const limited = { ...initialValues(program({ eligible_customer_group_ids: ["cusgroup_1"] })) }
    expect(limited.who_may_join).toBe("groups")
    expect(toPayload(limited).eligible_customer_group_ids).toEqual(["cusgroup_1"])
    expect(toPayload({ ...limited, who_may_join: "everybody" }).eligible_customer_group_ids).toEqual([])
  })

  it("sends a date as it was picked, for the program's time zone", () => {
    const stored = program({ timezone: "Asia/Tokyo", starts_at: "2026-09-01" })
    expect(stored.starts_at).toBe("2026-08-31T15:00:00.000Z")
    expect(toPayload(initialValues(stored)).starts_at).toBe("2026-09-01T00:00:00")
  })

  it.each<[object, string, string]>([
    [{ name: "" }, "name", "errors.required"],
    [{ timezone: "" }, "timezone", "errors.required"],
    [{ payout_method: "" }, "payout_method", "errors.required"],
    [{ site_url: "shop" }, "site_url", "errors.url"],
    [{ link_parameter: "" }, "link_parameter", "errors.linkParameter"],
    [{ link_aliases: "via\nr/" }, "link_aliases", "errors.linkAliases"],
    [{ logo_url: "logo.png" }, "logo_url", "errors.image"],
    [{ accent_color: "#ffcc00" }, "accent_color", "errors.color"],
    [{ accent_color_dark: "#000000" }, "accent_color_dark", "errors.colorDark"],
    [{ promo_code_template: "WELCOME" }, "promo_code_template", "errors.template"],
    [{ commission_percent: "" }, "commission_percent", "errors.percent"],
    [{ customer_discount_percent: "101" }, "customer_discount_percent", "errors.percent"],
    [{ hold_period_days: "" }, "hold_period_days", "errors.whole"],
    [{ attribution_window_days: "1.5" }, "attribution_window_days", "errors.whole"],
    [{ referral_period_months: "-1" }, "referral_period_months", "errors.whole"],
    [{ payout_minimums: [{ currency_code: "", amount: "5" }] }, "payout_minimums.0.currency_code", "errors.required"],
    [{ payout_minimums: [{ currency_code: "eur", amount: "5,00" }] }, "payout_minimums.0.amount", "errors.amount"],
    [{ commission_tiers: tiersOf({ threshold: "" }) }, "commission_tiers.tiers.0.threshold", "errors.amount"],
    [{ commission_tiers: tiersOf({ raise_percent: "0" }) }, "commission_tiers.tiers.0.raise_percent", "errors.raise"],
    [{ who_may_join: "groups" }, "eligible_customer_group_ids", "program.whoMayJoin.noneChosen"],
    [{ starts_at: new Date(2026, 1, 1), ends_at: new Date(2026, 0, 1) }, "ends_at", "errors.endsBeforeStart"],
  ])("refuses %j beside the field", (values, field, message) => {
    expect(problems(values)).toEqual([[field, message]])
  })

  it("lets settings be empty that may be", () => {
    expect(problems({ link_aliases: "via\n\n/r" })).toEqual([])
    expect(problems({ handle: "", promo_code_template: "", customer_discount_percent: "", referral_period_months: "" })).toEqual([])
  })
})
