import type { RuleTerms } from "./commission-rule"
import { ID_CONDITION_NAMES, ID_CONDITIONS, type IdCondition } from "./rule-conditions"
import { covers } from "./rule-coverage"

export interface RankedRule extends RuleTerms {
  id: string
}

/** What a merchant should look at. Nothing is refused because of it. */
export interface RuleWarning {
  rule_id: string
  code: "unreachable" | "no_condition" | "deleted" | "ended"
  message: string
}

/** Ids that conditions name and that exist no more, by kind of condition. */
export type GoneIds = Partial<Record<IdCondition, ReadonlySet<string>>>

/** What is to be said about rules, which come in the order in which they are tried. */
export const ruleWarnings = (rules: RankedRule[], gone: GoneIds, now: Date): RuleWarning[] =>
  rules.flatMap((rule, at) => {
    const warn = (code: RuleWarning["code"], message: string): RuleWarning => ({ rule_id: rule.id, code, message })
    const covering = rules.slice(0, at).find((above) => covers(above, rule))
    return [
      ...(covering
        ? [warn("unreachable", `“${rule.name}” is never reached, because “${covering.name}” above it matches all it would.`)]
        : []),
      ...(asksForNothing(rule) && at < rules.length - 1
        ? [warn("no_condition", `“${rule.name}” has no condition, so that rules below it are never reached: put it last.`)]
        : []),
      ...goneOf(rule, gone).map((what) => warn("deleted", `“${rule.name}” names ${what}, which no longer exists.`)),
      ...(rule.ends_at && rule.ends_at <= now ? [warn("ended", `“${rule.name}” has ended: newer orders do not follow it.`)] : []),
    ]
  })

const asksForNothing = ({ rate, conditions, starts_at, ends_at }: RuleTerms): boolean =>
  Object.keys(conditions).length === 0 && starts_at === null && ends_at === null && rate.type !== "fixed"

const goneOf = ({ conditions }: RuleTerms, gone: GoneIds): string[] =>
  ID_CONDITION_NAMES.flatMap((kind) =>
    (conditions[kind] ?? []).filter((id) => gone[kind]?.has(id)).map((id) => `the ${ID_CONDITIONS[kind]} ${id}`)
  )
