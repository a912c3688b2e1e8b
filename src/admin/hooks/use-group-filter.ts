import { useMemo } from "react"
import { useText } from "../lib/use-text"
import { useAffiliateGroups } from "./api/affiliate-groups"
import { useChoiceFilter } from "./use-choice-filter"

/** The largest page of a list route. */
const MOST = 100

/** A table's filter by groups of affiliates. */
export function useGroupFilter() {
  const t = useText()
  const { data } = useAffiliateGroups({ limit: MOST, order: "name" })
  const options = useMemo(() => (data?.affiliate_groups ?? []).map(({ id, name }) => ({ value: id, label: name })), [data])
  return useChoiceFilter("group_id", t("affiliateGroup.one"), options)
}
