import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { AdminAffiliateLedgerEntry } from "../../../types"
import { formatPeriod } from "../../lib/format"
import { type TextKey, useText } from "../../lib/use-text"
import { Moment } from "../common/moment"
import { Money } from "../common/money"

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
        cell: ({ row: { original } }) => t(`ledger.sources.${original.source_type}` as TextKey),
      }),
      column.accessor("period", {
        header: t("period.one"),
        cell: ({ getValue }) => formatPeriod(getValue() ?? "-", "short"),
      }),
      column.accessor("note", { header: t("ledger.note"), cell: ({ getValue }) => getValue() || "-" }),
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
