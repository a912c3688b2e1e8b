import { useMemo } from "react"
import { formatPeriod } from "../lib/format"
import { useText } from "../lib/use-text"
import { useChoiceFilter } from "./use-choice-filter"

const MONTHS_BACK = 24

/** A table's filter by month, over the last two years, newest first. */
export function usePeriodFilter() {
  const t = useText()
  const options = useMemo(() => {
    const now = new Date()
    const periods = Array.from({ length: MONTHS_BACK }, (_, back) =>
      new Date(Date.UTC(now.getFullYear(), now.getMonth() - back)).toISOString().slice(0, 7)
    )
    return periods.map((value) => ({ value, label: formatPeriod(value) }))
  }, [])
  return useChoiceFilter("period", t("period.one"), options)
}
