import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { AdminAffiliatePeriod } from "../../../types"
import { formatPeriod } from "../../lib/format"
import { useText } from "../../lib/use-text"
import { Moment } from "../common/moment"
import { Status } from "../common/status"
import { CloseButton } from "./close-button"
import { PeriodCounts } from "./period-counts"
import { PeriodTotals } from "./period-totals"

const column = createDataTableColumnHelper<AdminAffiliatePeriod>()

export function usePeriodColumns() {
  const t = useText()
  return useMemo(
    () => [
      column.accessor("period", { header: t("period.one"), cell: ({ getValue }) => formatPeriod(getValue()) }),
      column.accessor("program_name", { header: t("program.one") }),
      column.accessor("totals", {
        id: "expense",
        header: t("period.expense"),
        align: "right",
        cell: ({ getValue }) => <PeriodTotals totals={getValue()} part="expense_amount" />,
      }),
      column.accessor("totals", {
        id: "amount",
        header: t("period.amount"),
        align: "right",
        cell: ({ getValue }) => <PeriodTotals totals={getValue()} part="amount" />,
      }),
      column.accessor("totals", {
        id: "withheld",
        header: t("period.withheld"),
        align: "right",
        cell: ({ getValue }) => <PeriodTotals totals={getValue()} part="withheld_amount" />,
      }),
      column.accessor("totals", {
        id: "orders",
        header: t("period.orders"),
        align: "right",
        cell: ({ getValue }) => <PeriodCounts totals={getValue()} part="order_count" />,
      }),
      column.accessor("status", {
        header: t("common.status"),
        cell: ({ row: { original } }) => (
          <div className="flex flex-col items-start gap-y-1 py-1">
            <Status kind="period" status={original.status} />
            {original.closed_at && <Moment at={original.closed_at} programId={original.program_id} />}
          </div>
        ),
      }),
      column.display({
        id: "actions",
        cell: ({ row: { original } }) => <CloseButton period={original} programName={original.program_name} />,
      }),
    ],
    [t]
  )
}
