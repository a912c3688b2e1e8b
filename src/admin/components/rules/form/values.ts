import { z } from "zod"
import { addDays, dayAt, dayStart } from "../../../../domain/periods/day"
import { ID_CONDITION_NAMES, type IdCondition } from "../../../../domain/rules/rule-conditions"
import type { AdminAffiliateCommissionRule, AdminCreateAffiliateCommissionRule, AffiliateCommissionRuleRate } from "../../../../types"
import { isPercent } from "../../../lib/is-percent"
import { fromPickedDay, toPickedDay } from "../../../lib/picked-day"
import type { Translate } from "../../../lib/use-text"

/** Kinds of conditions in the order in which the form offers them. */
export const CONDITION_KINDS = [
  ...ID_CONDITION_NAMES,
  "country_codes",
  "currency_codes",
  "sources",
  "is_first_order",
  "min_order_amounts",
] as const
export type ConditionKind = (typeof CONDITION_KINDS)[number]

interface AmountValue {
  currency_code: string
  amount: string
}

/** Called like the fields of the API, so that each of its errors is shown beside its field. */
export interface RuleValues {
  name: string
  public_name: string
  rate: { type: "percent" | "unit" | "order" | "none"; percent: string; amounts: AmountValue[] }
  /** The kinds that the form shows. */
  kinds: ConditionKind[]
  conditions: Record<IdCondition | "country_codes" | "currency_codes" | "sources", string[]> & {
    is_first_order: "yes" | "no"
    min_order_amounts: AmountValue[]
  }
  /** The first and the last day, both included, in the program's time zone. */
  starts_at: Date | null
  ends_at: Date | null
}

export function toValues(rule: AdminAffiliateCommissionRule | undefined, timeZone: string): RuleValues {
  const { conditions = {}, rate, starts_at, ends_at } = rule ?? {}
  const lists = [...ID_CONDITION_NAMES, "country_codes", "currency_codes", "sources"] as const
  const lastDay = (instant: string) => addDays(dayAt(new Date(instant), timeZone), isDayStart(instant, timeZone) ? -1 : 0)
  return {
    name: rule?.name ?? "",
    public_name: rule?.public_name ?? "",
    rate: {
      type: rate?.type === "fixed" ? rate.per : (rate?.type ?? "percent"),
      percent: rate?.type === "percent" ? rate.percent : "",
      amounts: rate?.type === "fixed" ? rate.amounts : [],
    },
    kinds: CONDITION_KINDS.filter((kind) => conditions[kind] !== undefined),
    conditions: {
      ...(Object.fromEntries(lists.map((kind) => [kind, conditions[kind] ?? []])) as Record<(typeof lists)[number], string[]>),
      is_first_order: conditions.is_first_order === false ? "no" : "yes",
      min_order_amounts: conditions.min_order_amounts ?? [],
    },
    starts_at: starts_at ? toPickedDay(dayAt(new Date(starts_at), timeZone)) : null,
    ends_at: ends_at ? toPickedDay(lastDay(ends_at)) : null,
  }
}

const isDayStart = (instant: string, timeZone: string): boolean =>
  dayStart(dayAt(new Date(instant), timeZone), timeZone).getTime() === Date.parse(instant)

/** The form's values as the API takes them. A condition without a value asks for nothing, so it is left out. */
export function toPayload(values: RuleValues, timeZone: string): AdminCreateAffiliateCommissionRule {
  const { name, public_name, rate, kinds, conditions, starts_at, ends_at } = values
  return {
    name,
    public_name: public_name || null,
    rate: toRate(rate),
    conditions: Object.fromEntries(
      kinds
        .map((kind) => [kind, kind === "is_first_order" ? conditions.is_first_order === "yes" : conditions[kind]] as const)
        .filter(([, value]) => !Array.isArray(value) || value.length > 0)
    ),
    starts_at: starts_at && dayStart(fromPickedDay(starts_at), timeZone).toISOString(),
    ends_at: ends_at && dayStart(addDays(fromPickedDay(ends_at), 1), timeZone).toISOString(),
  }
}

function toRate({ type, percent, amounts }: RuleValues["rate"]): AffiliateCommissionRuleRate {
  if (type === "none") return { type }
  return type === "percent" ? { type, percent } : { type: "fixed", per: type, amounts }
}

/** Repeats the API's checks, so that most mistakes show before anything is sent. The API decides. */
export function ruleSchema(t: Translate) {
  const required = z
    .string({ error: t("errors.required") })
    .trim()
    .min(1, t("errors.required"))
  const amounts = z.array(z.object({ currency_code: required, amount: z.string().refine(isAmount, t("errors.amount")) }))
  const ids = z.array(z.string())
  const rate = z
    .object({ type: z.enum(["percent", "unit", "order", "none"]), percent: z.string().trim(), amounts })
    .refine(({ type, percent }) => type !== "percent" || isPercent(percent), { path: ["percent"], message: t("errors.percent") })
    .refine(({ type, amounts: given }) => (type !== "unit" && type !== "order") || given.length > 0, {
      path: ["amounts"],
      message: t("rule.errors.noAmount"),
    })
  const lists = Object.fromEntries([...ID_CONDITION_NAMES, "country_codes", "currency_codes", "sources"].map((kind) => [kind, ids]))
  return z
    .object({
      name: required,
      public_name: z.string().trim(),
      rate,
      kinds: z.array(z.enum(CONDITION_KINDS)),
      conditions: z.object({ ...lists, is_first_order: z.enum(["yes", "no"]), min_order_amounts: amounts }),
      starts_at: z.date().nullable(),
      ends_at: z.date().nullable(),
    })
    .refine(({ starts_at, ends_at }) => !starts_at || !ends_at || starts_at <= ends_at, {
      path: ["ends_at"],
      message: t("rule.errors.endsBeforeStart"),
    }) as unknown as z.ZodType<RuleValues, RuleValues>
}

const isAmount = (text: string): boolean => /^\d+(\.\d+)?$/.test(text.trim())
