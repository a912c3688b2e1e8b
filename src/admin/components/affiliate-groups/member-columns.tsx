import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { AdminAffiliate } from "../../../types"
import { formatPercent } from "../../lib/format"
import { useText } from "../../lib/use-text"
import { AffiliateName } from "../affiliates/affiliate-name"
import { Status } from "../common/status"

const column = createDataTableColumnHelper<AdminAffiliate>()

export function useMemberColumns() {
  const t = useText()
  return useMemo(
    () => [
      column.select(),
      column.accessor("customer", {
        id: "name",
        header: t("affiliate.name"),
        enableSorting: true,
        cell: ({ row: { original } }) => <AffiliateName affiliate={original} />,
      }),
      column.display({ id: "program", header: t("program.one"), cell: ({ row }) => row.original.program.name }),
      column.accessor("status", {
        header: t("common.status"),
        enableSorting: true,
        cell: ({ row: { original } }) => <Status kind="affiliate" status={original.status} tooltip={original.status_reason} />,
      }),
      column.accessor("effective_commission_percent", {
        header: t("affiliate.rate"),
        align: "right",
        cell: ({ getValue }) => formatPercent(getValue()),
      }),
    ],
    [t]
  )
}
