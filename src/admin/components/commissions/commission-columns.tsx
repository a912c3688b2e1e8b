import { clx, createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { AdminAffiliateCommission } from "../../../types"
import { formatPercent } from "../../lib/format"
import { useText } from "../../lib/use-text"
import { AffiliateLink } from "../affiliates/affiliate-link"
import { Money } from "../common/money"
import { Status } from "../common/status"
import { CommissionDate } from "./commission-date"
import { CommissionOrder } from "./commission-order"

const column = createDataTableColumnHelper<AdminAffiliateCommission>()

interface CommissionColumnsOptions {
  /** The time zone of all rows, or of each program's. */
  timeZone?: string
  zones?: Map<string, string>
  /** Adds a column with the affiliate of each commission, and one with the rate. */
  names?: Map<string, string>
}

export function useCommissionColumns({ timeZone, zones, names }: CommissionColumnsOptions) {
  const t = useText()
  return useMemo(
    () => [
      column.accessor("occurred_at", {
        header: t("common.date"),
        cell: ({ row: { original } }) => (
          <CommissionDate commission={original} timeZone={zones ? zones.get(original.program_id) : timeZone} />
        ),
      }),
      column.accessor("order_id", {
        header: t("commission.order"),
        cell: ({ row: { original } }) => <CommissionOrder commission={original} />,
      }),
      ...(names
        ? [
            column.accessor("affiliate_code", {
              header: t("affiliate.one"),
              cell: ({ row: { original } }) => (
                <AffiliateLink id={original.affiliate_id} code={original.affiliate_code} name={names.get(original.affiliate_id)} />
              ),
            }),
          ]
        : []),
      column.accessor("expense_amount", {
        header: t("commission.expense"),
        align: "right",
        cell: ({ row: { original } }) => <Money amount={original.expense_amount} currencyCode={original.currency_code} />,
      }),
      // In the narrow table of one affiliate the rate stands below the commission.
      ...(names
        ? [
            column.accessor("rate_percent", {
              header: t("commission.rate"),
              align: "right",
              cell: ({ getValue }) => <Rate percent={getValue()} />,
            }),
          ]
        : []),
      column.accessor("amount", {
        header: t("commission.one"),
        align: "right",
        cell: ({ row: { original } }) => (
          <span className="flex flex-col items-end py-1">
            <Money amount={original.amount} currencyCode={original.currency_code} />
            {!names && <Rate percent={original.rate_percent} className="text-ui-fg-subtle txt-compact-xsmall" />}
          </span>
        ),
      }),
      column.accessor("status", {
        header: t("common.status"),
        cell: ({ getValue }) => <Status kind="commission" status={getValue()} />,
      }),
    ],
    [t, timeZone, zones, names]
  )
}

/** The effective rate of an order with several rates may have many digits. */
const Rate = ({ percent, className }: { percent: string; className?: string }) => (
  <span className={clx("tabular-nums", className)} title={formatPercent(percent)}>
    {formatPercent(percent, 2)}
  </span>
)
