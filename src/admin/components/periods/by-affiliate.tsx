import { createDataTableColumnHelper } from "@medusajs/ui"
import type { AdminAffiliatePeriodDetail } from "../../../types"
import { PERIOD_PAGE_SIZE, type PeriodOfProgram, usePeriod } from "../../hooks/api/periods"
import { useAffiliateNames } from "../../hooks/use-affiliate-names"
import { useListParams } from "../../hooks/use-list-params"
import type { Translate } from "../../lib/use-text"
import { AffiliateLink } from "../affiliates/affiliate-link"
import { Difference } from "../common/difference"
import { Money } from "../common/money"

interface OfAffiliate {
  affiliate_id: string
  affiliate_code: string
  currency_code: string
}

/** A page of a month's rows, and the names of the affiliates on it. */
export function usePeriodPage<Row extends OfAffiliate>(
  of: PeriodOfProgram,
  pageOf: (period: AdminAffiliatePeriodDetail) => { rows: Row[]; count: number },
  prefix: string
) {
  const { offset } = useListParams({ pageSize: PERIOD_PAGE_SIZE, prefix })
  const { data, isPending, error } = usePeriod(of, { offset })
  const page = data && pageOf(data.affiliate_period)
  const names = useAffiliateNames((page?.rows ?? []).map(({ affiliate_id }) => affiliate_id))
  return { names, list: { rows: page?.rows, count: page?.count, isPending, error, prefix, pageSize: PERIOD_PAGE_SIZE } }
}

/** The columns that a month's tables have in common. */
export function periodColumns<Row extends OfAffiliate>(t: Translate, names: Map<string, string>) {
  const column = createDataTableColumnHelper<Row>()
  const amounts = (Amount: typeof Money | typeof Difference) => (id: string, header: string, amountOf: (row: Row) => string | null) =>
    column.accessor(amountOf, {
      id,
      header,
      align: "right",
      cell: ({ row: { original } }) => {
        const amount = amountOf(original)
        return amount === null ? null : <Amount amount={amount} currencyCode={original.currency_code} />
      },
    })
  return {
    affiliate: column.accessor((row) => row.affiliate_code, {
      id: "affiliate_code",
      header: t("affiliate.one"),
      cell: ({ row: { original } }) => (
        <AffiliateLink id={original.affiliate_id} code={original.affiliate_code} name={names.get(original.affiliate_id)} />
      ),
    }),
    money: amounts(Money),
    difference: amounts(Difference),
  }
}
