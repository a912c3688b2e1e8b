import type { CommissionTiers } from "./commission-tiers"
import type { Creative } from "./creatives"

/** What every setting says of itself. The table in docs/reference/program-settings.md says the same, and a test compares the two. */
interface Description {
  /** One sentence: what the setting does. */
  effect: string
  /** Who sees the value: the merchant alone, or also affiliates and customers who may join, among the program's terms. */
  audience: "merchant" | "affiliate"
  /** Unit or form of a value, where the type does not say it. */
  unit?: string
  /** Whether a request may send null, which means the default. Where the default is null, it may always. */
  takes_null?: true
}

/** The settings that the rules of others read. They are checked first. */
export interface BaseSettings {
  name: string
  timezone: string
  payout_method: string
  site_url: string
}

/** A default, or `required`: a new program must name it. */
type Beginning<Default> = { required: true } | { default: Default }

/**
 * How a setting is sent, stored and shown. Whatever has to treat a setting (checks, API, SQL, dashboard) does it by this type, so that a
 * further setting of a known type needs no code there.
 */
type Kind =
  | ({
      type: "text"
      /** Longer ones are refused before they are checked. */
      longest?: number
      /** Gives the stored form. @throws InvalidInput */
      normalize?: (text: string) => string | null
    } & Beginning<string | null | ((base: BaseSettings) => string)>)
  | { type: "choice"; options: readonly string[]; default: string }
  | { type: "boolean"; default: boolean }
  /** A whole number from 0 to `max`. */
  | { type: "count"; unit: string; max: number; default: number | null }
  /** An exact decimal from 0 to 100. */
  | ({ type: "percent" } & Beginning<null>)
  | { type: "time"; default: null }
  | { type: "timezone"; default: string }
  /** Ids of Medusa's rows, kept in a table of their own. Each must exist. */
  | { type: "ids"; of: "customer_group" | "sales_channel"; default: readonly [] }
  /** Short texts, none empty and each once. */
  | {
      type: "texts"
      most: number
      longest: number
      /** Gives the stored form of one. @throws InvalidInput */
      normalize?: (text: string) => string
      default: readonly []
    }
  /** Banners for affiliates. */
  | { type: "creatives"; default: readonly [] }
  /** Payout methods beside the program's own. */
  | { type: "payout_methods"; default: readonly [] }
  /** An amount per currency code. */
  | { type: "amounts"; above_zero?: true; default: null }
  /** Thresholds that raise commissions. */
  | { type: "tiers"; default: null }
  /** Named parts, each with a default of its own. What a request leaves out stays as it was `before`. */
  | { type: "object"; default: object; normalize: (parts: Record<string, unknown> | null, before?: never) => object }
  /** Anything; the plugin only keeps it. */
  | { type: "json"; default: null }

export type Setting = Description & Kind

/** The values of each type, as they are given by a person or client and as they are stored. */
interface Values {
  text: { given: string; stored: string }
  boolean: { given: boolean; stored: boolean }
  count: { given: number; stored: number }
  percent: { given: string | number; stored: string }
  time: { given: Date | string; stored: Date }
  timezone: { given: string; stored: string }
  ids: { given: string[]; stored: string[] }
  texts: { given: string[]; stored: string[] }
  creatives: { given: Record<string, unknown>[]; stored: Creative[] }
  payout_methods: { given: string[]; stored: string[] }
  amounts: { given: Record<string, string | number>; stored: Record<string, string> }
  tiers: { given: Record<string, unknown>; stored: CommissionTiers }
  json: { given: Record<string, unknown>; stored: Record<string, unknown> }
}

type Value<S, Side extends "given" | "stored"> = S extends { type: "choice"; options: readonly (infer Option)[] }
  ? Option
  : S extends { type: "object"; normalize: (...args: never[]) => infer Parts }
    ? Side extends "stored"
      ? Parts
      : Record<string, unknown>
    : S extends { type: keyof Values }
      ? Values[S["type"]][Side]
      : never

/** A setting's value in its stored form. */
export type Stored<S> = Value<S, "stored"> | (S extends { default: null } ? null : never)

/** A setting's value as a request may send it. */
export type Given<S> = Value<S, "given"> | (S extends { default: null } | { takes_null: true } ? null : never)

/** Whether null is a value of its own, or means the default. */
export const takesNull = (setting: Setting): boolean => setting.takes_null === true || defaultOf(setting) === null

/** The default as it is written down; undefined where a new program must name the setting. */
export const defaultOf = (setting: Setting): unknown => ("default" in setting ? setting.default : undefined)
