import { normalizeLinkAlias } from "../clicks/link-alias"
import { normalizeSiteUrl } from "../clicks/site"
import { InvalidInput } from "../errors"
import { normalizeNotifications } from "../notifications/notification-settings"
import { DEFAULT_PAYOUT_METHOD } from "../payouts/payout-methods"
import { normalizeTemplate } from "../promo-codes/promo-code-template"
import { normalizeStatementSettings } from "../statements/statement-settings"
import { handleFromName, normalizeHandle } from "../text/handle"
import { plainCode, plainText, visibleText } from "../text/plain-text"
import { normalizeAccentColor } from "./accent-color"
import { normalizeLogoUrl } from "./image-url"
import type { BaseSettings, Setting } from "./setting"

const TEN_YEARS = 3650
const CENTURY = 1200

/**
 * Every setting of a program, described once. Types, checks, defaults, the API's schema, the columns that are read and written, what
 * affiliates see, and the dashboard's form follow from it; the model, the table in docs/reference/program-settings.md and the dashboard's
 * labels are tested against it. The first wrong setting in this order is the one that is refused, after those that others depend on.
 *
 * To add one: docs/how-to-add.md. No luxon here, because the dashboard loads this file.
 */
export const SETTINGS = {
  name: {
    type: "text",
    required: true,
    unit: "text, 1 to 200 characters",
    normalize: normalizeName,
    audience: "affiliate",
    effect: "affiliates see it when they join",
  },
  handle: {
    type: "text",
    default: ({ name }: BaseSettings) => handleFromName(name),
    unit: "slug",
    normalize: normalizeHandle,
    audience: "affiliate",
    effect: "names the program in addresses and in the counter",
  },
  status: {
    type: "choice",
    options: ["active", "paused", "archived"],
    default: "active",
    audience: "merchant",
    effect: "`active`, `paused` (attributes nothing new) or `archived`",
  },
  site_url: {
    type: "text",
    required: true,
    unit: "http or https address",
    longest: 2048,
    normalize: normalizeSiteUrl,
    audience: "affiliate",
    effect: "where links lead; any page of the site counts",
  },
  link_parameter: {
    type: "text",
    default: "ref",
    unit: "name, at most 32 characters",
    normalize: normalizeLinkParameter,
    audience: "merchant",
    effect: "the part of the link that carries the affiliate's code",
  },
  link_aliases: {
    type: "texts",
    most: 10,
    longest: 64,
    normalize: normalizeLinkAlias,
    default: [],
    takes_null: true,
    unit: "list of at most 10 parameters such as `via` or paths such as `/r/`",
    audience: "merchant",
    effect: "links of another program that count too: `?via=code`, `/r/code`",
  },
  promo_code_template: {
    type: "text",
    default: null,
    unit: "text",
    normalize: normalizeTemplate,
    audience: "merchant",
    effect: "promo codes of affiliates",
  },
  commission_percent: {
    type: "percent",
    required: true,
    audience: "affiliate",
    effect: "what an order earns, of its expense",
  },
  customer_discount_percent: {
    type: "percent",
    default: null,
    audience: "affiliate",
    effect: "what a promo code takes off the items of the first order",
  },
  link_gives_discount: {
    type: "boolean",
    default: false,
    audience: "affiliate",
    effect: "an affiliate's link gives the discount of their promo code, without typing it",
  },
  commission_basis: {
    type: "choice",
    options: ["placed", "captured"],
    default: "placed",
    audience: "affiliate",
    effect: "an order counts when it is `placed`, or as its payment is `captured`",
  },
  include_tax: {
    type: "boolean",
    default: false,
    audience: "affiliate",
    effect: "tax earns commission too",
  },
  include_shipping: {
    type: "boolean",
    default: false,
    audience: "affiliate",
    effect: "shipping earns commission too",
  },
  margin_guard_percent: {
    type: "percent",
    default: null,
    audience: "merchant",
    effect: "the most that the shopper's discount and the commission together may take of a line; the commission gives way",
  },
  order_commission_limits: {
    type: "amounts",
    default: null,
    unit: "amount by currency code",
    audience: "affiliate",
    effect: "the most that one order may earn",
  },
  commission_tiers: {
    type: "tiers",
    default: null,
    unit: "thresholds and their raises",
    audience: "affiliate",
    effect: "raises the commissions of a month in which an affiliate's expenses or orders reach a threshold",
  },
  affiliate_month_limits: {
    type: "amounts",
    default: null,
    unit: "amount by currency code",
    audience: "affiliate",
    effect: "the most that an affiliate may earn with the orders of a month, bonuses included",
  },
  month_budgets: {
    type: "amounts",
    default: null,
    unit: "amount by currency code",
    audience: "merchant",
    effect: "the most that all affiliates together may earn with the orders of a month; if they come to more, each keeps the same part",
  },
  new_customer_bonuses: {
    type: "amounts",
    above_zero: true,
    default: null,
    unit: "amount by currency code",
    audience: "affiliate",
    effect: "what an affiliate earns for each new customer, beside the commission of that customer's first order",
  },
  welcome_bonuses: {
    type: "amounts",
    above_zero: true,
    default: null,
    unit: "amount by currency code",
    audience: "affiliate",
    effect: "what an affiliate earns once, in the first month with an order of theirs",
  },
  eligible_customer_group_ids: {
    type: "ids",
    of: "customer_group",
    default: [],
    audience: "merchant",
    effect: "customers of these groups may join",
  },
  forbidden_customer_group_ids: {
    type: "ids",
    of: "customer_group",
    default: [],
    audience: "merchant",
    effect: "affiliates in these groups get nothing at the close",
  },
  sales_channel_ids: {
    type: "ids",
    of: "sales_channel",
    default: [],
    audience: "merchant",
    effect: "orders of these channels count",
  },
  attribution_window_days: {
    type: "count",
    unit: "days",
    max: TEN_YEARS,
    default: 90,
    audience: "affiliate",
    effect: "how long a click counts",
  },
  attribution_model: {
    type: "choice",
    options: ["last_click", "first_click"],
    default: "last_click",
    audience: "affiliate",
    effect: "which click counts: `last_click` or `first_click`",
  },
  hold_period_days: {
    type: "count",
    unit: "days",
    max: TEN_YEARS,
    default: 0,
    audience: "affiliate",
    effect: "how long a credit stays pending after the end of its month",
  },
  referral_period_months: {
    type: "count",
    unit: "months",
    max: CENTURY,
    default: null,
    audience: "affiliate",
    effect: "how long a referral earns",
  },
  timezone: {
    type: "timezone",
    default: "UTC",
    unit: "IANA name such as `Europe/Berlin`, or `UTC`",
    audience: "affiliate",
    effect: "the zone in which months begin and end",
  },
  starts_at: {
    type: "time",
    default: null,
    audience: "affiliate",
    effect: "orders before it do not count; without an offset it is in the program's time zone",
  },
  ends_at: {
    type: "time",
    default: null,
    audience: "affiliate",
    effect: "orders from it on do not count; without an offset it is in the program's time zone",
  },
  auto_enroll: {
    type: "boolean",
    default: false,
    audience: "merchant",
    effect: "customers who may join are enrolled without asking",
  },
  requires_approval: {
    type: "boolean",
    default: false,
    audience: "affiliate",
    effect: "customers who join wait as `pending` until an admin approves",
  },
  application_questions: {
    type: "texts",
    most: 10,
    longest: 200,
    default: [],
    takes_null: true,
    unit: "list of at most 10 questions of 200 characters",
    audience: "affiliate",
    effect: "what customers who join have to answer",
  },
  logo_url: {
    type: "text",
    default: null,
    unit: "https address or data URL, at most 50,000 characters",
    longest: 50_000,
    normalize: normalizeLogoUrl,
    audience: "affiliate",
    effect: "the picture at the top of the affiliates' portal",
  },
  accent_color: {
    type: "text",
    default: null,
    unit: "hexadecimal color",
    longest: 50,
    normalize: (text: string) => normalizeAccentColor("accent_color", "light", text),
    audience: "affiliate",
    effect: "links and buttons of the affiliates' portal",
  },
  accent_color_dark: {
    type: "text",
    default: null,
    unit: "hexadecimal color",
    longest: 50,
    normalize: (text: string) => normalizeAccentColor("accent_color_dark", "dark", text),
    audience: "affiliate",
    effect: "the same for people whose screens are dark",
  },
  creatives: {
    type: "creatives",
    default: [],
    takes_null: true,
    unit: "list of at most 30",
    audience: "affiliate",
    effect: "banners that affiliates may put on their pages",
  },
  agreement_text: {
    type: "text",
    default: null,
    unit: "Markdown",
    longest: 200_000,
    normalize: normalizeAgreement,
    audience: "affiliate",
    effect: "what affiliates are asked to agree to",
  },
  agreement_required: {
    type: "boolean",
    default: false,
    audience: "affiliate",
    effect: "customers join only by accepting the agreement; needs an `agreement_text`",
  },
  payout_method: {
    type: "text",
    default: DEFAULT_PAYOUT_METHOD,
    takes_null: true,
    unit: "method",
    longest: 200,
    audience: "affiliate",
    effect: "how affiliates are paid who choose nothing",
  },
  payout_methods: {
    type: "payout_methods",
    default: [],
    unit: "methods",
    takes_null: true,
    audience: "affiliate",
    effect: "what affiliates may choose from; `payout_method` is always among them",
  },
  payout_minimums: {
    type: "amounts",
    default: null,
    unit: "amount by currency code",
    audience: "affiliate",
    effect: "the available balance from which an affiliate is paid out",
  },
  automatic_payouts: {
    type: "boolean",
    default: false,
    audience: "merchant",
    effect: "pays out after each close, beginning with the next",
  },
  statement_settings: {
    type: "object",
    default: {},
    takes_null: true,
    normalize: normalizeStatementSettings,
    audience: "merchant",
    effect: "what stands on statements beside the figures",
  },
  notifications: {
    type: "object",
    default: {},
    takes_null: true,
    normalize: normalizeNotifications,
    audience: "merchant",
    effect: "which e-mails are sent, by which template",
  },
  metadata: {
    type: "json",
    default: null,
    unit: "JSON",
    audience: "merchant",
    effect: "yours; affiliates do not see it",
  },
} as const satisfies Record<string, Setting>

export type SettingName = keyof typeof SETTINGS

/** The names of the settings with a property. */
export type SettingsWith<Property> = { [Name in SettingName]: (typeof SETTINGS)[Name] extends Property ? Name : never }[SettingName]

export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[]

export const settingOf = (name: SettingName): Setting => SETTINGS[name]

/** What a new program must name. */
export const REQUIRED_SETTINGS = SETTING_NAMES.filter((name): name is SettingsWith<{ required: true }> => "required" in SETTINGS[name])

/** What affiliates, and customers who may join, see of a program. */
export const AFFILIATE_SETTINGS = SETTING_NAMES.filter(
  (name): name is SettingsWith<{ audience: "affiliate" }> => SETTINGS[name].audience === "affiliate"
)

function normalizeName(input: string): string {
  const name = plainText(input)
  if (name.length === 0 || name.length > 200) throw new InvalidInput("name", "must have 1 to 200 characters")
  return name
}

function normalizeLinkParameter(input: string): string {
  const name = plainCode(input)
  if (!/^[A-Za-z][A-Za-z0-9_-]{0,31}$/.test(name)) {
    throw new InvalidInput("link_parameter", "must begin with a letter and hold letters, digits, - and _, at most 32 characters")
  }
  return name
}

function normalizeAgreement(text: string): string | null {
  const agreement = visibleText(text)
  return agreement.trim() ? agreement : null
}
