import { DateTime } from "luxon"

import { parseAmount, parsePercent } from "../money/decimal"
import { InvalidInput } from "../errors"
import { handleFromName, normalizeHandle } from "../text/handle"
import { normalizeNotifications, type NotificationSettings } from "../notifications/notification-settings"
import { allowedPayoutMethods, DEFAULT_PAYOUT_METHOD } from "../payouts/payout-methods"
import { normalizeTimezone } from "../periods/period"
import { normalizeTemplate } from "../promo-codes/promo-code-template"
import { normalizeSiteUrl } from "../clicks/site"
import { normalizeStatementSettings, type StatementSettings } from "../statements/statement-settings"

/** A program's settings in their stored form. Percentages and amounts are exact decimal strings. */
export interface ProgramSettings {
  name: string
  handle: string
  status: "active" | "paused" | "archived"
  site_url: string
  link_parameter: string
  promo_code_template: string | null
  customer_discount_percent: string | null
  commission_percent: string
  commission_basis: "placed" | "captured"
  include_tax: boolean
  include_shipping: boolean
  eligible_customer_group_ids: string[]
  forbidden_customer_group_ids: string[]
  sales_channel_ids: string[]
  attribution_window_days: number
  attribution_model: "last_click" | "first_click"
  referral_period_months: number | null
  hold_period_days: number
  timezone: string
  starts_at: Date | null
  ends_at: Date | null
  auto_enroll: boolean
  requires_approval: boolean
  agreement_text: string | null
  agreement_required: boolean
  payout_method: string
  payout_methods: string[]
  payout_minimums: Record<string, string> | null
  automatic_payouts: boolean
  statement_settings: StatementSettings
  notifications: NotificationSettings
  metadata: Record<string, unknown> | null
}

type Loose<T> = T | (null extends T ? null : never) | undefined

/** Settings as a person or client sends them: decimals also as numbers, times also as text. A field left out stays as it is. */
export type ProgramInput = {
  [Field in Exclude<
    keyof ProgramSettings,
    | "starts_at"
    | "ends_at"
    | "payout_minimums"
    | "commission_percent"
    | "customer_discount_percent"
    | "payout_method"
    | "payout_methods"
    | "statement_settings"
    | "notifications"
  >]?: Loose<ProgramSettings[Field]>
} & {
  commission_percent?: string | number
  customer_discount_percent?: string | number | null
  starts_at?: Date | string | null
  ends_at?: Date | string | null
  payout_method?: string | null
  payout_methods?: string[] | null
  payout_minimums?: Record<string, string | number> | null
  statement_settings?: Record<string, unknown> | null
  notifications?: Record<string, unknown> | null
}

const DEFAULTS = {
  status: "active",
  link_parameter: "ref",
  promo_code_template: null,
  customer_discount_percent: null,
  commission_basis: "placed",
  include_tax: false,
  include_shipping: false,
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
  agreement_text: null,
  agreement_required: false,
  payout_method: DEFAULT_PAYOUT_METHOD,
  payout_methods: [],
  payout_minimums: null,
  automatic_payouts: false,
  metadata: null,
} satisfies Partial<ProgramSettings>

const TEN_YEARS = 3650
const CENTURY = 1200

/**
 * Checks a new program, or a change of the program `before`, and gives the settings it has then.
 *
 * @throws InvalidInput that names the first wrong field.
 */
export function normalizeProgramSettings(input: ProgramInput, before?: ProgramSettings): ProgramSettings {
  const given = Object.fromEntries(
    (Object.entries(input) as [string, unknown][]).filter(([, value]) => value !== undefined)
  ) as ProgramInput
  const name = normalizeName(given.name ?? before?.name)
  const timezone = normalizeTimezone(given.timezone ?? before?.timezone ?? DEFAULTS.timezone)
  const settings = { ...DEFAULTS, ...before, ...given, name, timezone }
  const normalized: ProgramSettings = {
    ...settings,
    handle: normalizeHandle(given.handle ?? before?.handle ?? handleFromName(name)),
    site_url: normalizeSiteUrl(required("site_url", settings.site_url)),
    link_parameter: normalizeLinkParameter(settings.link_parameter),
    promo_code_template: normalizeTemplate(settings.promo_code_template),
    commission_percent: parsePercent("commission_percent", required("commission_percent", settings.commission_percent)),
    customer_discount_percent:
      settings.customer_discount_percent === null ? null : parsePercent("customer_discount_percent", settings.customer_discount_percent),
    attribution_window_days: whole("attribution_window_days", settings.attribution_window_days, TEN_YEARS),
    hold_period_days: whole("hold_period_days", settings.hold_period_days, TEN_YEARS),
    referral_period_months:
      settings.referral_period_months === null ? null : whole("referral_period_months", settings.referral_period_months, CENTURY),
    starts_at: toDate("starts_at", settings.starts_at, timezone),
    ends_at: toDate("ends_at", settings.ends_at, timezone),
    eligible_customer_group_ids: unique(settings.eligible_customer_group_ids),
    forbidden_customer_group_ids: unique(settings.forbidden_customer_group_ids),
    sales_channel_ids: unique(settings.sales_channel_ids),
    agreement_text: settings.agreement_text?.trim() ? settings.agreement_text : null,
    payout_method: settings.payout_method ?? DEFAULT_PAYOUT_METHOD,
    payout_methods: allowedPayoutMethods(settings),
    payout_minimums: normalizeMinimums(settings.payout_minimums),
    statement_settings: normalizeStatementSettings(given.statement_settings ?? null, before?.statement_settings),
    notifications: normalizeNotifications(given.notifications ?? null, before?.notifications),
  }
  if (normalized.agreement_required && !normalized.agreement_text) {
    throw new InvalidInput("agreement_required", "needs an agreement_text to agree to")
  }
  if (normalized.starts_at && normalized.ends_at && normalized.ends_at <= normalized.starts_at) {
    throw new InvalidInput("ends_at", "must be later than starts_at")
  }
  return normalized
}

function required<T>(field: string, value: T | undefined): T {
  if (value === undefined) throw new InvalidInput(field, "is required")
  return value
}

function normalizeName(input: string | undefined): string {
  const name = required("name", input).trim()
  if (name.length === 0 || name.length > 200) throw new InvalidInput("name", "must have 1 to 200 characters")
  return name
}

function normalizeLinkParameter(input: string): string {
  if (!/^[A-Za-z][A-Za-z0-9_-]{0,31}$/.test(input)) {
    throw new InvalidInput("link_parameter", "must begin with a letter and hold letters, digits, - and _, at most 32 characters")
  }
  return input
}

function whole(field: string, value: number, max: number): number {
  if (!Number.isInteger(value) || value < 0 || value > max) throw new InvalidInput(field, `must be a whole number from 0 to ${max}`)
  return value
}

/** A time without an offset is the program's own: `2026-01-01` is its midnight. */
function toDate(field: string, value: Date | string | null, timezone: string): Date | null {
  if (value === null || value === "") return null
  const time = value instanceof Date ? DateTime.fromJSDate(value) : DateTime.fromISO(value, { zone: timezone })
  if (!time.isValid) throw new InvalidInput(field, "must be an ISO 8601 time such as 2026-01-01T00:00:00Z")
  return time.toJSDate()
}

function normalizeMinimums(input: Record<string, string | number> | null): Record<string, string> | null {
  if (!input) return null
  return Object.fromEntries(
    Object.entries(input).map(([code, amount]) => {
      const currency = code.trim().toLowerCase()
      if (!/^[a-z]{3}$/.test(currency)) throw new InvalidInput("payout_minimums", `"${code.slice(0, 10)}" is no currency code`)
      const minimum = parseAmount(`payout_minimums.${currency}`, amount, currency)
      if (minimum.startsWith("-")) throw new InvalidInput(`payout_minimums.${currency}`, "must not be negative")
      return [currency, minimum]
    })
  )
}

const unique = (ids: string[]): string[] => [...new Set(ids)]
