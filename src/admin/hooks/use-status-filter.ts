import { useMemo } from "react"
import { STATUS_COLORS, type StatusKind } from "../lib/status"
import { type TextKey, useText } from "../lib/use-text"
import { useChoiceFilter } from "./use-choice-filter"

/** A table's filter by status. */
export function useStatusFilter(kind: StatusKind) {
  const t = useText()
  const options = useMemo(
    () => Object.keys(STATUS_COLORS[kind]).map((value) => ({ value, label: t(`status.${kind}.${value}.label` as TextKey) })),
    [kind, t]
  )
  return useChoiceFilter("status", t("common.status"), options)
}
