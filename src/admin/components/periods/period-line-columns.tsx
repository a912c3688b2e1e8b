import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { AdminAffiliatePeriodLine } from "../../../types"
import { formatCount } from "../../lib/format"
import { useText } from "../../lib/use-text"
import { AffiliateLink } from "../affiliates/affiliate-link"
import { Difference } from "../common/difference"
import { Money } from "../common/money"
import { PeriodLineOutcome } from "./period-line-outcome"

const column = createDataTableColumnHelper<AdminAffiliatePeriodLine>()

export function usePeriodLineColumns(names: Map<string, string>, timeZone?: string) {
  const t = useText()
  return useMemo(
    () => [
      column.accessor("affiliate_code", {
        header: t("affiliate.one"),
        cell: ({ row: { original } }) => (
          <AffiliateLink id={original.affiliate_id} code={original.affiliate_code} name={names.get(original.affiliate_id)} />
        ),
      }),
      column.accessor("order_count", {
        header: t("period.orders"),
        align: "right",
        cell: ({ getValue }) => formatCount(getValue()),
      }),
      column.accessor("expense_amount", {
        header: t("commission.expense"),
        align: "right",
        cell: ({ row: { original } }) => <Money amount={original.expense_amount} currencyCode={original.currency_code} />,
      }),
      column.accessor("amount", {
        header: t("commission.one"),
        align: "right",
        cell: ({ row: { original } }) => <Money amount={original.amount} currencyCode={original.currency_code} />,
      }),
      column.accessor("previous_amount", {
        header: t("period.previous"),
        align: "right",
        cell: ({ row: { original } }) => <Money amount={original.previous_amount} currencyCode={original.currency_code} />,
      }),
      column.accessor("difference", {
        header: t("period.difference"),
        align: "right",
        cell: ({ row: { original } }) => <Difference amount={original.difference} currencyCode={original.currency_code} />,
      }),
      column.accessor("outcome", {
        header: t("period.outcome"),
        cell: ({ row: { original } }) => <PeriodLineOutcome line={original} timeZone={timeZone} />,
      }),
    ],
    [t, names, timeZone]
  )
}
