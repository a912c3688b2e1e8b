import { createDataTableFilterHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { AffiliateClickOutcome } from "../../types"
import en from "../i18n/json/en.json"
import { useText } from "../lib/use-text"
import { useAffiliateFilter } from "./use-affiliate-filter"
import { useChoiceFilter } from "./use-choice-filter"

const filter = createDataTableFilterHelper<{ page: string; referrer: string; sub: string }>()
const OUTCOMES = Object.keys(en.click.outcomes) as AffiliateClickOutcome[]

/** The filters of a table of clicks. Page, referrer and `sub` are compared whole; the search finds parts of them. */
export function useClickFilters(affiliateId: string | string[] | undefined) {
  const t = useText()
  const affiliate = useAffiliateFilter(affiliateId)
  const outcomes = useMemo(() => OUTCOMES.map((value) => ({ value, label: t(`click.outcomes.${value}`) })), [t])
  const outcome = useChoiceFilter("outcome", t("click.outcome"), outcomes)
  const texts = useMemo(
    () => (["page", "referrer", "sub"] as const).map((name) => filter.accessor(name, { type: "string", label: t(`click.${name}`) })),
    [t]
  )
  return [affiliate, outcome, ...texts]
}
