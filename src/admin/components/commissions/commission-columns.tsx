import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { AdminAffiliateCommission } from "../../../types"
import { formatPercent } from "../../lib/format"
import { useText } from "../../lib/use-text"
import { Money } from "../common/money"
import { Status } from "../common/status"
import { CommissionDate } from "./commission-date"
import { CommissionOrder } from "./commission-order"

const column = createDataTableColumnHelper<AdminAffiliateCommission>()

export function useCommissionColumns(timeZone?: string) {
  const t = useText()
  return useMemo(
    () => [
      column.accessor("occurred_at", {
        header: t("common.date"),
        cell: ({ row: { original } }) => <CommissionDate commission={original} timeZone={timeZone} />,
      }),
      column.accessor("order_id", {
        header: t("commission.order"),
        cell: ({ row: { original } }) => <CommissionOrder commission={original} />,
      }),
      column.accessor("expense_amount", {
        header: t("commission.expense"),
        align: "right",
        cell: ({ row: { original } }) => <Money amount={original.expense_amount} currencyCode={original.currency_code} />,
      }),
      column.accessor("rate_percent", {
        header: t("commission.rate"),
        align: "right",
        cell: ({ getValue }) => <span className="tabular-nums">{formatPercent(getValue())}</span>,
      }),
      column.accessor("amount", {
        header: t("commission.one"),
        align: "right",
        cell: ({ row: { original } }) => <Money amount={original.amount} currencyCode={original.currency_code} />,
      }),
      column.accessor("status", {
        header: t("common.status"),
        cell: ({ getValue }) => <Status kind="commission" status={getValue()} />,
      }),
    ],
    [t, timeZone]
  )
}
