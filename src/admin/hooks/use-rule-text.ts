import { addDays, dayAt, dayStart } from "../../domain/periods/day"
import { ID_CONDITION_NAMES } from "../../domain/rules/rule-conditions"
import type { AffiliateCommissionRuleConditions, AffiliateCommissionRuleRate } from "../../types"
import { formatAnyOf, formatCountry, formatDate, formatMoney, formatPercent } from "../lib/format"
import { useText } from "../lib/use-text"
import type { useConditionNames } from "./use-condition-names"

/** What a rule says, in words. */
export function useRuleText() {
  const t = useText()
  const money = (amounts: { currency_code: string; amount: string }[]) =>
    formatAnyOf(amounts.map(({ currency_code, amount }) => formatMoney(amount, currency_code)))

  return {
    rate: (rate: AffiliateCommissionRuleRate): string => {
      if (rate.type === "none") return t("rule.rate.none")
      return rate.type === "percent" ? formatPercent(rate.percent) : t(`rule.rate.${rate.per}`, { amount: money(rate.amounts) })
    },

    /** A sentence for each kind of condition. */
    conditions: (conditions: AffiliateCommissionRuleConditions, nameOf: ReturnType<typeof useConditionNames>): string[] => [
      ...ID_CONDITION_NAMES.flatMap((kind) => {
        const ids = conditions[kind]
        return ids ? [`${t(`rule.conditions.${kind}`)}: ${formatAnyOf(ids.map((id) => nameOf(kind, id)))}`] : []
      }),
      ...(conditions.country_codes
        ? [`${t("rule.conditions.country_codes")}: ${formatAnyOf(conditions.country_codes.map(formatCountry))}`]
        : []),
      ...(conditions.currency_codes
        ? [`${t("rule.conditions.currency_codes")}: ${formatAnyOf(conditions.currency_codes.map((code) => code.toUpperCase()))}`]
        : []),
      ...(conditions.sources
        ? [`${t("rule.conditions.sources")}: ${formatAnyOf(conditions.sources.map((source) => t(`rule.sources.${source}`)))}`]
        : []),
      ...(conditions.is_first_order === undefined ? [] : [t(conditions.is_first_order ? "rule.firstOrder.yes" : "rule.firstOrder.no")]),
      ...(conditions.min_order_amounts ? [t("rule.orderOfAtLeast", { amount: money(conditions.min_order_amounts) })] : []),
    ],

    /** The days on which it holds, both included; null where it has no end and no beginning. */
    validity: ({ starts_at, ends_at }: { starts_at: string | null; ends_at: string | null }, timeZone: string): string | null => {
      const from = starts_at && formatDate(starts_at, timeZone)
      const until = ends_at && formatDate(lastInstant(ends_at, timeZone), timeZone)
      if (from && until) return t("rule.validity.both", { from, until })
      if (from) return t("rule.validity.from", { from })
      return until ? t("rule.validity.until", { until }) : null
    },
  }
}

/** An instant of the last day before the end. */
function lastInstant(endsAt: string, timeZone: string): Date {
  const end = new Date(endsAt)
  const day = dayAt(end, timeZone)
  return dayStart(day, timeZone).getTime() === end.getTime() ? dayStart(addDays(day, -1), timeZone) : end
}
