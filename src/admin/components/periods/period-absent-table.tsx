import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { AdminAffiliatePeriodAbsentLine, AdminAffiliatePeriodDetail } from "../../../types"
import { useAffiliateNames } from "../../hooks/use-affiliate-names"
import { useListParams } from "../../hooks/use-list-params"
import { useText } from "../../lib/use-text"
import { AffiliateLink } from "../affiliates/affiliate-link"
import { Difference } from "../common/difference"
import { ListSection } from "../common/list-section"
import { Money } from "../common/money"

const PAGE_SIZE = 20
const column = createDataTableColumnHelper<AdminAffiliatePeriodAbsentLine>()

/** Affiliates who earned in the month before and have nothing in this one. */
export const PeriodAbsentTable = ({ period: { absent } }: { period: AdminAffiliatePeriodDetail }) => {
  const t = useText()
  const { offset } = useListParams({ pageSize: PAGE_SIZE, prefix: "abs" })
  const rows = absent.slice(offset, offset + PAGE_SIZE)
  const names = useAffiliateNames(rows.map(({ affiliate_id }) => affiliate_id))
  const columns = useMemo(
    () => [
      column.accessor("affiliate_code", {
        header: t("affiliate.one"),
        cell: ({ row: { original } }) => (
          <AffiliateLink id={original.affiliate_id} code={original.affiliate_code} name={names.get(original.affiliate_id)} />
        ),
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
    ],
    [t, names]
  )

  return (
    <ListSection
      rows={rows}
      count={absent.length}
      isPending={false}
      error={null}
      empty="lines"
      heading={t("period.absent")}
      headingLevel="h2"
      subHeading={t("period.absentHint")}
      columns={columns}
      getRowId={(line) => `${line.affiliate_id}:${line.currency_code}`}
      prefix="abs"
      pageSize={PAGE_SIZE}
      enableSearch={false}
    />
  )
}
