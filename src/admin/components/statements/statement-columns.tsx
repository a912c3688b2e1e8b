import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { AffiliateStatement } from "../../../types"
import { useText } from "../../lib/use-text"
import { Money } from "../common/money"
import { StatementName } from "./statement-name"
import { StatementRowMenu } from "./statement-row-menu"

const column = createDataTableColumnHelper<AffiliateStatement>()
/** A statement opens with what the one before closed with. */
const FIGURES = [
  ["commissions", "statement.commissions"],
  ["adjustments", "statement.adjustments"],
  ["payouts", "statement.payouts"],
  ["closing_balance", "statement.closing"],
] as const

export function useStatementColumns(affiliateId: string) {
  const t = useText()
  return useMemo(
    () => [
      column.accessor("period", { header: t("period.one"), cell: ({ row: { original } }) => <StatementName statement={original} /> }),
      ...FIGURES.map(([figure, header]) =>
        column.accessor(figure, {
          header: t(header),
          align: "right",
          cell: ({ row: { original } }) => <Money amount={original[figure]} currencyCode={original.currency_code} />,
        })
      ),
      column.display({
        id: "actions",
        cell: ({ row: { original } }) => <StatementRowMenu affiliateId={affiliateId} statement={original} />,
      }),
    ],
    [t, affiliateId]
  )
}
