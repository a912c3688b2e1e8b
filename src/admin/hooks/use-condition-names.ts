import { useQueries } from "@tanstack/react-query"
import { ID_CONDITION_NAMES, type IdCondition } from "../../domain/rules/rule-conditions"
import type { AffiliateCommissionRuleConditions } from "../../types"
import { CONDITION_SOURCES } from "../lib/condition-sources"
import { namesOf } from "../lib/entity-sources/names-of"
import { useText } from "../lib/use-text"

/** Names the records in the conditions of all rules on a page, with one request for a hundred of a kind, and says which no longer exist. */
export function useConditionNames(all: AffiliateCommissionRuleConditions[]) {
  const t = useText()
  const ids = ID_CONDITION_NAMES.map((kind) => [...new Set(all.flatMap((conditions) => conditions[kind] ?? []))].sort())
  const pages = useQueries({
    queries: ID_CONDITION_NAMES.map((kind, index) => ({
      queryKey: [...CONDITION_SOURCES[kind].key, "named", ids[index]],
      queryFn: () => namesOf(CONDITION_SOURCES[kind], ids[index] ?? []),
      enabled: (ids[index]?.length ?? 0) > 0,
    })),
  })
  return (kind: IdCondition, id: string): string => {
    const index = ID_CONDITION_NAMES.indexOf(kind)
    const data = pages[index]?.data
    return data?.find(({ value }) => value === id)?.label ?? (data ? t("common.deletedRecord", { id }) : "…")
  }
}
