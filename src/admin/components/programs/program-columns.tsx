import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { AdminAffiliateProgram } from "../../../types"
import { formatPercent } from "../../lib/format"
import { useText } from "../../lib/use-text"
import { Moment } from "../common/moment"
import { Status } from "../common/status"

const column = createDataTableColumnHelper<AdminAffiliateProgram>()

export function useProgramColumns() {
  const t = useText()
  return useMemo(
    () => [
      column.accessor("number", { header: t("program.number"), enableSorting: true }),
      column.accessor("name", { header: t("program.name"), enableSorting: true }),
      column.accessor("handle", { header: t("program.handle") }),
      column.accessor("commission_percent", {
        header: t("program.commission"),
        align: "right",
        cell: ({ getValue }) => <span className="tabular-nums">{formatPercent(getValue())}</span>,
      }),
      column.accessor("status", {
        header: t("common.status"),
        cell: ({ getValue }) => <Status kind="program" status={getValue()} />,
      }),
      column.accessor("created_at", {
        header: t("common.created"),
        enableSorting: true,
        cell: ({ row: { original } }) => <Moment at={original.created_at} timeZone={original.timezone} />,
      }),
    ],
    [t]
  )
}
