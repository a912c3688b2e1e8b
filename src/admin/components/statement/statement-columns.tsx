import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { formatPeriod } from "../../lib/format"
import { useText } from "../../lib/use-text"
import type { Statement } from "../../types/statement"
import { Money } from "../common/money"
import { Status } from "../common/status"
import { StatementRowMenu } from "./statement-row-menu"

const column = createDataTableColumnHelper<Statement>()
const FIGURES = [
  ["opening_balance", "statement.opening"],
  ["commissions", "statement.commissions"],
  ["adjustments", "statement.adjustments"],
  ["payouts", "statement.payouts"],
  ["closing_balance", "statement.closing"],
] as const

export function useStatementColumns(affiliateId: string) {
  const t = useText()
  return useMemo(
    () => [
      column.accessor("period", { header: t("period.one"), cell: ({ getValue }) => formatPeriod(getValue(), "short") }),
      ...FIGURES.map(([figure, header]) =>
        column.accessor(figure, {
          header: t(header),
          align: "right",
          cell: ({ row: { original } }) => <Money amount={original[figure]} currencyCode={original.currency_code} />,
        })
      ),
      column.accessor("status", { header: t("common.status"), cell: ({ getValue }) => <Status kind="period" status={getValue()} /> }),
      column.accessor("number", { header: t("statement.number"), cell: ({ getValue }) => getValue() ?? "-" }),
      column.display({
        id: "actions",
        cell: ({ row: { original } }) => <StatementRowMenu affiliateId={affiliateId} statement={original} />,
      }),
    ],
    [t, affiliateId]
  )
}
