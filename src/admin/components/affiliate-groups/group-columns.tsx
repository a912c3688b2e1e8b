import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { AdminAffiliateGroup } from "../../../types"
import { formatCount } from "../../lib/format"
import { useText } from "../../lib/use-text"
import { Moment } from "../common/moment"
import { GroupRowMenu } from "./group-row-menu"

const column = createDataTableColumnHelper<AdminAffiliateGroup>()

export function useGroupColumns() {
  const t = useText()
  return useMemo(
    () => [
      column.accessor("name", {
        header: t("affiliateGroup.name"),
        enableSorting: true,
        cell: ({ getValue }) => <span className="block max-w-[320px] truncate">{getValue()}</span>,
      }),
      column.accessor("affiliate_count", {
        header: t("menu.affiliates"),
        align: "right",
        cell: ({ getValue }) => <span className="tabular-nums">{formatCount(getValue())}</span>,
      }),
      column.accessor("created_at", {
        header: t("common.created"),
        enableSorting: true,
        cell: ({ getValue }) => <Moment at={getValue()} />,
      }),
      column.display({ id: "actions", cell: ({ row: { original } }) => <GroupRowMenu group={original} /> }),
    ],
    [t]
  )
}
