import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { AdminAffiliatePayRun } from "../../../types"
import { useText } from "../../lib/use-text"
import { Moment } from "../common/moment"
import { PayRunTotals } from "./pay-run-totals"

const column = createDataTableColumnHelper<AdminAffiliatePayRun>()

export function usePayRunColumns() {
  const t = useText()
  return useMemo(
    () => [
      column.accessor("number", { header: t("payout.number"), enableSorting: true }),
      column.accessor("created_at", {
        header: t("payout.createdAt"),
        cell: ({ row: { original } }) => <Moment at={original.created_at} programId={original.program_id} />,
      }),
      column.accessor("program_name", { header: t("program.one") }),
      column.accessor("totals", {
        id: "all",
        header: t("menu.payouts"),
        align: "right",
        cell: ({ getValue }) => <PayRunTotals totals={getValue()} part="all" />,
      }),
      column.accessor("totals", {
        id: "open",
        header: t("payRun.open"),
        align: "right",
        cell: ({ getValue }) => <PayRunTotals totals={getValue()} part="open" />,
      }),
    ],
    [t]
  )
}
