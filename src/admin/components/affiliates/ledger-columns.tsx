import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { AdminAffiliateLedgerEntry } from "../../../types"
import { useText } from "../../lib/use-text"
import { Moment } from "../common/moment"
import { Money } from "../common/money"
import { LedgerEntry } from "./ledger-entry"

const column = createDataTableColumnHelper<AdminAffiliateLedgerEntry>()

export function useLedgerColumns(timeZone?: string) {
  const t = useText()
  return useMemo(
    () => [
      column.accessor("occurred_at", {
        header: t("common.date"),
        cell: ({ getValue }) => <Moment at={getValue()} timeZone={timeZone} />,
      }),
      column.accessor("source_type", {
        header: t("ledger.source"),
        cell: ({ row: { original } }) => <LedgerEntry entry={original} />,
      }),
      column.accessor("available_at", {
        header: t("ledger.availableAt"),
        cell: ({ getValue }) => <Moment at={getValue()} timeZone={timeZone} />,
      }),
      column.accessor("amount", {
        header: t("common.amount"),
        align: "right",
        cell: ({ row: { original } }) => <Money amount={original.amount} currencyCode={original.currency_code} />,
      }),
    ],
    [t, timeZone]
  )
}
