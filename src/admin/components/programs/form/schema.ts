import { z } from "zod"
import { parseRaise } from "../../../../domain/programs/raise"
import { SETTING_NAMES, type SettingName, settingOf, type SETTINGS } from "../../../../domain/programs/settings"
import { TIER_CHOICES, type CommissionTiers } from "../../../../domain/programs/commission-tiers"
import { isPercent } from "../../../lib/is-percent"
import type { TextKey, Translate } from "../../../lib/use-text"

/** Settings with a form of their own, or none. */
const ELSEWHERE = ["creatives", "agreement_text", "agreement_required", "statement_settings", "notifications", "metadata"] as const

export type FormSetting = Exclude<SettingName, (typeof ELSEWHERE)[number]>

export const FORM_SETTINGS = SETTING_NAMES.filter((name): name is FormSetting => !(ELSEWHERE as readonly string[]).includes(name))

/** Tiers in the form, where orders may be counted without a currency. */
export type TiersFormValue = Omit<CommissionTiers, "tiers"> & {
  tiers: { currency_code: string; threshold: string; raise_percent: string }[]
}

/** A setting in the form: what is typed is text, also where the API wants a number, and empty where it wants null. */
type FormValue<S> = S extends { type: "choice"; options: readonly (infer Option)[] }
  ? Option
  : S extends { type: "boolean" }
    ? boolean
    : S extends { type: "time" }
      ? Date | null
      : S extends { type: "ids" | "payout_methods" }
        ? string[]
        : S extends { type: "texts" }
          ? string
          : S extends { type: "amounts" }
            ? { currency_code: string; amount: string }[]
            : S extends { type: "tiers" }
              ? TiersFormValue
              : string

export const JOIN_CHOICES = ["everybody", "groups"] as const

export type ProgramFormValues = { [Name in FormSetting]: FormValue<(typeof SETTINGS)[Name]> } & {
  /** Without it an empty list of groups would say "everybody" to the API, and "not chosen yet" to the reader. */
  who_may_join: (typeof JOIN_CHOICES)[number]
}

/** What the form says when the setting's own rule refuses a text. Of other texts it only checks that there is one. */
const RULES: Partial<Record<FormSetting, TextKey>> = {
  site_url: "errors.url",
  link_parameter: "errors.linkParameter",
  link_aliases: "errors.linkAliases",
  promo_code_template: "errors.template",
  logo_url: "errors.image",
  accent_color: "errors.color",
  accent_color_dark: "errors.colorDark",
}

const isWhole = (text: string): boolean => /^\d+$/.test(text)
const isAmount = (text: string): boolean => /^\d+(\.\d+)?$/.test(text)
const text = (isRight: (text: string) => boolean, message: string) => z.string().trim().refine(isRight, message)

/** Repeats the API's checks, so that most mistakes show before anything is sent. The API decides. */
export function programSchema(t: Translate) {
  const fields = Object.fromEntries(FORM_SETTINGS.map((name) => [name, fieldSchema(name, t)]))
  return z
    .object(fields as { [Name in FormSetting]: z.ZodType<ProgramFormValues[Name], ProgramFormValues[Name]> })
    .extend({ who_may_join: z.enum(JOIN_CHOICES) })
    .refine(({ who_may_join, eligible_customer_group_ids }) => who_may_join === "everybody" || eligible_customer_group_ids.length > 0, {
      path: ["eligible_customer_group_ids"],
      message: t("program.whoMayJoin.noneChosen"),
    })
    .refine(({ starts_at, ends_at }) => !starts_at || !ends_at || starts_at < ends_at, {
      path: ["ends_at"],
      message: t("errors.endsBeforeStart"),
    })
}

function fieldSchema(name: FormSetting, t: Translate): z.ZodType {
  const setting = settingOf(name)
  const required = z
    .string({ error: t("errors.required") })
    .trim()
    .min(1, t("errors.required"))
  const mayBeEmpty = "default" in setting && (setting.default === null || typeof setting.default === "function")
  const orEmpty = (isRight: (text: string) => boolean) => (text: string) => (mayBeEmpty && text === "") || isRight(text)

  switch (setting.type) {
    case "texts": {
      const { normalize } = setting
      const rule = RULES[name]
      const isRight = accepts((lines) => lines.split("\n").forEach((line) => line.trim() && normalize?.(line)))
      return rule ? z.string().refine(isRight, t(rule)) : z.string()
    }
    case "text": {
      const rule = RULES[name]
      if (rule && setting.normalize) return text(accepts(setting.normalize), t(rule))
      return mayBeEmpty ? z.string().trim() : required
    }
    case "timezone":
      return required
    case "choice":
      return z.enum(setting.options)
    case "boolean":
      return z.boolean()
    case "count":
      return text(orEmpty(isWhole), t("errors.whole"))
    case "percent":
      return text(orEmpty(isPercent), t("errors.percent"))
    case "time":
      return z.date().nullable()
    case "ids":
    case "payout_methods":
      return z.array(z.string())
    case "amounts":
      return z
        .array(
          z.object({
            currency_code: required,
            amount: text(isAmount, t("errors.amount")).refine((given) => !setting.above_zero || /[1-9]/.test(given), t("errors.notZero")),
          })
        )
        .refine((given) => new Set(given.map(({ currency_code }) => currency_code)).size === given.length, t("errors.twice"))
    case "tiers":
      return tiersSchema(t)
    case "creatives":
    case "object":
    case "json":
      throw new Error(`The form has no field for ${name}`)
  }
}

const accepts =
  (normalize: (text: string) => unknown) =>
  (text: string): boolean => {
    try {
      normalize(text)
      return true
    } catch {
      return false
    }
  }

/** Whether thresholds overlap, the API says. */
const tiersSchema = (t: Translate) =>
  z.object({
    measure: z.enum(TIER_CHOICES.measure),
    span: z.enum(TIER_CHOICES.span),
    scope: z.enum(TIER_CHOICES.scope),
    after_refund: z.enum(TIER_CHOICES.after_refund),
    tiers: z.array(
      z.object({
        currency_code: z.string(),
        threshold: text(isAmount, t("errors.amount")),
        raise_percent: text(
          accepts((raise) => parseRaise("", raise)),
          t("errors.raise")
        ),
      })
    ),
  })
