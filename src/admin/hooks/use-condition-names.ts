import { useQueries } from "@tanstack/react-query"
import { ID_CONDITION_NAMES, type IdCondition } from "../../domain/rules/rule-conditions"
import type { AffiliateCommissionRuleConditions } from "../../types"
import { CONDITION_SOURCES } from "../lib/condition-sources"
import { useText } from "../lib/use-text"

/** The largest page of a list route. */
const MOST = 100

/** Names the records in the conditions of all rules on a page, with one request for each kind of record, and says which no longer exist. */
export function useConditionNames(all: AffiliateCommissionRuleConditions[]) {
  const t = useText()
  const ids = ID_CONDITION_NAMES.map((kind) => [...new Set(all.flatMap((conditions) => conditions[kind] ?? []))].sort().slice(0, MOST))
  const pages = useQueries({
    queries: ID_CONDITION_NAMES.map((kind, index) => ({
      queryKey: [...CONDITION_SOURCES[kind].key, "named", ids[index]],
      queryFn: () => CONDITION_SOURCES[kind].fetch({ id: ids[index], limit: MOST, offset: 0 }),
      enabled: (ids[index]?.length ?? 0) > 0,
    })),
  })
  return (kind: IdCondition, id: string): string => {
    const index = ID_CONDITION_NAMES.indexOf(kind)
    const data = pages[index]?.data
    const found = data?.options.find(({ value }) => value === id)
    return found?.label ?? (data && ids[index]?.includes(id) ? t("common.deletedRecord", { id }) : "…")
  }
}
