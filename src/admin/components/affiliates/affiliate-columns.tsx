import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { AdminAffiliate } from "../../../types"
import { customerName } from "../../lib/customer-name"
import { useText } from "../../lib/use-text"
import { Moment } from "../common/moment"
import { Status } from "../common/status"
import { AffiliateRowMenu } from "./affiliate-row-menu"

const column = createDataTableColumnHelper<AdminAffiliate>()

export function useAffiliateColumns() {
  const t = useText()
  return useMemo(
    () => [
      column.accessor("number", { header: t("affiliate.number"), enableSorting: true }),
      column.accessor("code", { header: t("affiliate.code"), enableSorting: true }),
      column.display({
        id: "customer",
        header: t("affiliate.customer"),
        // Customers type their own names, which may be of any length.
        cell: ({ row: { original } }) => <span className="block max-w-[240px] truncate">{customerName(original.customer)}</span>,
      }),
      column.display({
        id: "program",
        header: t("program.one"),
        cell: ({ row: { original } }) => original.program.name,
      }),
      column.display({
        id: "promo_code",
        header: t("affiliate.promoCode"),
        cell: ({ row: { original } }) => original.promo_code ?? "-",
      }),
      column.accessor("status", {
        header: t("common.status"),
        cell: ({ row: { original } }) => <Status kind="affiliate" status={original.status} tooltip={original.status_reason} />,
      }),
      column.accessor("created_at", {
        header: t("affiliate.joined"),
        enableSorting: true,
        cell: ({ row: { original } }) => <Moment at={original.created_at} timeZone={original.program.timezone} />,
      }),
      column.display({ id: "actions", cell: ({ row: { original } }) => <AffiliateRowMenu affiliate={original} /> }),
    ],
    [t]
  )
}
