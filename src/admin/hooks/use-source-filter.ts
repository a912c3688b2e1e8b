import { useMemo } from "react"
import type { AffiliateReferralSource } from "../../types"
import en from "../i18n/json/en.json"
import { useText } from "../lib/use-text"
import { useChoiceFilter } from "./use-choice-filter"

const SOURCES = Object.keys(en.referral.sources) as AffiliateReferralSource[]

/** A table's filter by what brought a customer. */
export function useSourceFilter() {
  const t = useText()
  const options = useMemo(() => SOURCES.map((value) => ({ value, label: t(`referral.sources.${value}`) })), [t])
  return useChoiceFilter("source", t("referral.source"), options)
}
