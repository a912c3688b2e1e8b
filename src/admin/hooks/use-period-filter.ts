import { createDataTableFilterHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { formatPeriod } from "../lib/format"
import { useText } from "../lib/use-text"

const MONTHS_BACK = 24
const filter = createDataTableFilterHelper<{ period: string }>()

/** A table's filter by month, over the last two years, newest first. */
export function usePeriodFilter() {
  const t = useText()
  return useMemo(() => {
    const now = new Date()
    const periods = Array.from({ length: MONTHS_BACK }, (_, back) =>
      new Date(Date.UTC(now.getFullYear(), now.getMonth() - back)).toISOString().slice(0, 7)
    )
    const options = periods.map((value) => ({ value, label: formatPeriod(value) }))
    return filter.accessor("period", { type: "radio", label: t("period.one"), options })
  }, [t])
}
