import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { AdminAffiliatePeriodLine } from "../../../types"
import { formatCount } from "../../lib/format"
import { useText } from "../../lib/use-text"
import { PeriodLineOutcome } from "./period-line-outcome"
import { periodColumns } from "./by-affiliate"

const column = createDataTableColumnHelper<AdminAffiliatePeriodLine>()

export function usePeriodLineColumns(names: Map<string, string>, timeZone?: string) {
  const t = useText()
  return useMemo(() => {
    const { affiliate, money, difference } = periodColumns<AdminAffiliatePeriodLine>(t, names)
    return [
      affiliate,
      column.accessor("order_count", {
        header: t("period.orders"),
        align: "right",
        cell: ({ getValue }) => formatCount(getValue()),
      }),
      money("expense_amount", t("commission.expense"), (line) => line.expense_amount),
      money("amount", t("commission.one"), (line) => line.amount),
      money("previous_amount", t("period.previous"), (line) => line.previous_amount),
      difference("difference", t("period.difference"), (line) => line.difference),
      column.accessor("outcome", {
        header: t("period.outcome"),
        cell: ({ row: { original } }) => <PeriodLineOutcome line={original} timeZone={timeZone} />,
      }),
    ]
  }, [t, names, timeZone])
}
