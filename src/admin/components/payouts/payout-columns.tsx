import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { AdminAffiliatePayout } from "../../../types"
import { useMethodName } from "../../lib/use-method-name"
import { useText } from "../../lib/use-text"
import { Moment } from "../common/moment"
import { Money } from "../common/money"
import { PayoutReceiver } from "./payout-receiver"
import { PayoutRowMenu } from "./payout-row-menu"
import { PayoutStatus } from "./payout-status"
import { ShortReference } from "./short-reference"

const column = createDataTableColumnHelper<AdminAffiliatePayout>()

interface PayoutColumnsOptions {
  /** Adds a column with the affiliate of each payout. */
  names?: Map<string, string>
  /** Whether rows can be selected. */
  selectable?: boolean
}

export function usePayoutColumns({ names, selectable = false }: PayoutColumnsOptions) {
  const t = useText()
  const methodName = useMethodName()
  return useMemo(
    () => [
      ...(selectable ? [column.select()] : []),
      column.accessor("number", { header: t("payout.number"), enableSorting: true }),
      column.accessor("created_at", {
        header: t("payout.createdAt"),
        cell: ({ row: { original } }) => <Moment at={original.created_at} programId={original.program_id} />,
      }),
      ...(names
        ? [
            column.accessor("affiliate_code", {
              header: t("affiliate.one"),
              cell: ({ row: { original } }) => <PayoutReceiver payout={original} name={names.get(original.affiliate_id)} />,
            }),
          ]
        : []),
      column.accessor("amount", {
        header: t("common.amount"),
        align: "right",
        cell: ({ row: { original } }) => <Money amount={original.amount} currencyCode={original.currency_code} />,
      }),
      column.accessor("method", { header: t("payoutMethod.one"), cell: ({ getValue }) => methodName(getValue()) }),
      column.accessor("status", {
        header: t("common.status"),
        cell: ({ row: { original } }) => <PayoutStatus payout={original} />,
      }),
      // On an affiliate's page there is no room for it. The payout's details show it.
      ...(names
        ? [
            column.accessor("reference", {
              header: t("payout.reference"),
              cell: ({ getValue }) => <ShortReference reference={getValue()} />,
            }),
          ]
        : []),
      column.display({ id: "actions", cell: ({ row: { original } }) => <PayoutRowMenu payout={original} /> }),
    ],
    [t, methodName, names, selectable]
  )
}
