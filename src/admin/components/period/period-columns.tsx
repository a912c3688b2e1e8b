import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { formatPeriod } from "../../lib/format"
import { useText } from "../../lib/use-text"
import type { Period } from "../../types/period"
import { Moment } from "../common/moment"
import { Status } from "../common/status"
import { CloseButton } from "./close-button"
import { PeriodCounts } from "./period-counts"
import { PeriodTotals } from "./period-totals"

const column = createDataTableColumnHelper<Period>()

export function usePeriodColumns() {
  const t = useText()
  return useMemo(
    () => [
      column.accessor("period", { header: t("period.one"), cell: ({ getValue }) => formatPeriod(getValue()) }),
      column.accessor("program_name", { header: t("program.one") }),
      column.display({
        id: "expense",
        header: () => <span className="block text-right">{t("period.expense")}</span>,
        cell: ({ row: { original } }) => <PeriodTotals totals={original.totals} part="expense_amount" />,
      }),
      column.display({
        id: "amount",
        header: () => <span className="block text-right">{t("period.credited")}</span>,
        cell: ({ row: { original } }) => <PeriodTotals totals={original.totals} part="amount" />,
      }),
      column.display({
        id: "withheld",
        header: () => <span className="block text-right">{t("period.withheld")}</span>,
        cell: ({ row: { original } }) => <PeriodTotals totals={original.totals} part="withheld_amount" />,
      }),
      column.display({
        id: "orders",
        header: () => <span className="block text-right">{t("period.orders")}</span>,
        cell: ({ row: { original } }) => <PeriodCounts totals={original.totals} part="order_count" />,
      }),
      column.accessor("status", {
        header: t("common.status"),
        cell: ({ getValue }) => <Status kind="period" status={getValue()} />,
      }),
      column.accessor("closed_at", { header: t("period.closedAt"), cell: ({ getValue }) => <Moment at={getValue()} /> }),
      column.display({
        id: "actions",
        cell: ({ row: { original } }) => <CloseButton period={original} programName={original.program_name ?? original.program_id} />,
      }),
    ],
    [t]
  )
}
