import BigNumber from "bignumber.js"
import { DateTime } from "luxon"

import { InvalidInput } from "../errors"
import { parseAmount, parsePercent } from "../money/decimal"
import { allowedPayoutMethods } from "../payouts/payout-methods"
import { normalizeTimezone } from "../periods/period"
import { plainCode, plainText } from "../text/plain-text"
import { normalizeTiers } from "./commission-tiers"
import { normalizeCreatives } from "./creatives"
import { defaultOf, takesNull, type BaseSettings, type Given, type Setting, type Stored } from "./setting"
import { SETTING_NAMES, SETTINGS, settingOf, type SettingName, type SettingsWith } from "./settings"

/** A program's settings in their stored form. Percentages and amounts are exact decimal strings. */
export type ProgramSettings = { [Name in SettingName]: Stored<(typeof SETTINGS)[Name]> }

/** Settings as a person or client sends them: decimals also as numbers, times also as text. A field left out stays as it is. */
export type ProgramInput = { [Name in SettingName]?: Given<(typeof SETTINGS)[Name]> }

const BASE: (keyof BaseSettings)[] = ["name", "timezone", "payout_method", "site_url"]
const CHECK_ORDER = new Set<SettingName>([...BASE, ...SETTING_NAMES])

/** Settings whose parts may be newer than a stored program, which then lacks them. */
const WITH_PARTS = SETTING_NAMES.filter((name): name is SettingsWith<{ type: "object" | "payout_methods" | "texts" }> =>
  ["object", "payout_methods", "texts"].includes(SETTINGS[name].type)
)

/**
 * Checks a new program, or a change of the program `before`, and gives the settings it has then.
 *
 * @throws InvalidInput that names the first wrong field.
 */
export function normalizeProgramSettings(input: ProgramInput, before?: ProgramSettings): ProgramSettings {
  refuseUnknown(input)
  const checked = {} as ProgramSettings
  for (const name of CHECK_ORDER) {
    const value = chosen(name, input[name], before?.[name], checked)
    Object.assign(checked, { [name]: normalizeOne(name, value, checked, before?.[name]) })
  }
  if (checked.agreement_required && !checked.agreement_text) {
    throw new InvalidInput("agreement_required", "needs an agreement_text to agree to")
  }
  if (checked.link_gives_discount && !(checked.promo_code_template && Number(checked.customer_discount_percent) > 0)) {
    throw new InvalidInput("link_gives_discount", "needs a promo_code_template and a customer_discount_percent")
  }
  if (checked.starts_at && checked.ends_at && checked.ends_at <= checked.starts_at) {
    throw new InvalidInput("ends_at", "must be later than starts_at")
  }
  return checked
}

/** A stored program whose lists and objects have every part: those that came with a later version of the plugin are at their defaults. */
export function completeSettings<Program extends ProgramSettings>(program: Program): Program {
  const stored: Partial<Record<SettingName, unknown>> = program
  const completed = WITH_PARTS.map((name) => [name, normalizeOne(name, stored[name] ?? defaultOf(settingOf(name)), program)] as const)
  // Not checked again: a site that was changed by hand must not take the whole program away.
  return { ...program, ...Object.fromEntries(completed), creatives: stored.creatives ?? [] }
}

function refuseUnknown(input: object): void {
  const unknown = Object.entries(input).find(([name, value]: [string, unknown]) => value !== undefined && !Object.hasOwn(SETTINGS, name))
  if (unknown) throw new InvalidInput(unknown[0].slice(0, 50), "is not a setting of a program")
}

/** What a setting is to be, before it is checked: given, or as it was, or the default. Undefined where a required one is missing. */
function chosen(name: SettingName, given: unknown, before: unknown, base: BaseSettings): unknown {
  const setting = settingOf(name)
  if (given === null && !takesNull(setting)) throw new InvalidInput(name, "must not be null")
  if (given === null || (given === undefined && before === undefined)) return defaultFor(setting, base)
  return given === undefined ? before : given
}

function defaultFor(setting: Setting, base: BaseSettings): unknown {
  if (setting.type === "text" && "default" in setting && typeof setting.default === "function") return setting.default(base)
  return defaultOf(setting)
}

/** A setting's stored form. @throws InvalidInput */
function normalizeOne(name: SettingName, value: unknown, base: BaseSettings, before?: unknown): unknown {
  if (value === undefined) throw new InvalidInput(name, "is required")
  if (value === null) return null
  const setting = settingOf(name)
  switch (setting.type) {
    case "text":
      return setting.normalize ? setting.normalize(value as string) : plainCode(value as string)
    case "count":
      return whole(name, value as number, setting.max)
    case "percent":
      return parsePercent(name, value as string | number)
    case "time":
      return toDate(name, value as Date | string, base.timezone)
    case "timezone":
      return normalizeTimezone(plainCode(value as string))
    case "ids":
      return [...new Set(value as string[])]
    case "payout_methods":
      return allowedPayoutMethods({ payout_method: base.payout_method, payout_methods: value as string[] })
    case "texts":
      return normalizeTexts(name, value as string[], setting)
    case "creatives":
      return normalizeCreatives(value as Record<string, unknown>[], base.site_url)
    case "amounts":
      return normalizeAmounts(name, value as Record<string, string | number>, setting.above_zero)
    case "tiers":
      return normalizeTiers(name, value as Record<string, unknown>)
    case "object":
      return setting.normalize(value as Record<string, unknown>, before as never)
    default:
      return value
  }
}

function whole(name: string, value: number, max: number): number {
  if (!Number.isInteger(value) || value < 0 || value > max) throw new InvalidInput(name, `must be a whole number from 0 to ${max}`)
  return value
}

/** A time without an offset is the program's own: `2026-01-01` is its midnight. */
function toDate(name: string, value: Date | string, timezone: string): Date | null {
  if (value === "") return null
  const time = value instanceof Date ? DateTime.fromJSDate(value) : DateTime.fromISO(value, { zone: timezone })
  if (!time.isValid) throw new InvalidInput(name, "must be an ISO 8601 time such as 2026-01-01T00:00:00Z")
  return time.toJSDate()
}

function normalizeTexts(name: string, given: string[], { most, longest, normalize }: Extract<Setting, { type: "texts" }>): string[] {
  const plain = given.map((text) => plainText(text).replace(/\s+/g, " ")).filter((text) => text !== "")
  const texts = [...new Set(normalize ? plain.map(normalize) : plain)]
  if (texts.length > most) throw new InvalidInput(name, `must be at most ${most} texts`)
  if (texts.some((text) => text.length > longest)) throw new InvalidInput(name, `must be texts of at most ${longest} characters`)
  return texts
}

function normalizeAmounts(name: string, amounts: Record<string, string | number>, aboveZero = false): Record<string, string> {
  const normalized: Record<string, string> = {}
  for (const [code, given] of Object.entries(amounts)) {
    const currency = plainCode(code).toLowerCase()
    if (!/^[a-z]{3}$/.test(currency)) throw new InvalidInput(name, `"${code.slice(0, 10)}" is no currency code`)
    if (currency in normalized) throw new InvalidInput(`${name}.${currency}`, "is named twice")
    const amount = parseAmount(`${name}.${currency}`, given, currency)
    if (aboveZero && new BigNumber(amount).lte(0)) throw new InvalidInput(`${name}.${currency}`, "must be an amount above 0")
    if (amount.startsWith("-")) throw new InvalidInput(`${name}.${currency}`, "must not be negative")
    normalized[currency] = amount
  }
  return normalized
}
