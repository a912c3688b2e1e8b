import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { AdminAffiliatePeriodCommission, AdminAffiliatePeriodDetail } from "../../../types"
import { useAffiliateNames } from "../../hooks/use-affiliate-names"
import { useListParams } from "../../hooks/use-list-params"
import { formatCount, formatMoney, formatPeriod } from "../../lib/format"
import { type Translate, useText } from "../../lib/use-text"
import { AffiliateLink } from "../affiliates/affiliate-link"
import { Difference } from "../common/difference"
import { ListSection } from "../common/list-section"
import { Money } from "../common/money"

const PAGE_SIZE = 20
const column = createDataTableColumnHelper<AdminAffiliatePeriodCommission>()

/** What tiers, bonuses and limits added to the month, or took off it, affiliate by affiliate. */
export const PeriodCommissionTable = ({ period: { period_commissions } }: { period: AdminAffiliatePeriodDetail }) => {
  const t = useText()
  const { offset } = useListParams({ pageSize: PAGE_SIZE, prefix: "tiers" })
  const rows = period_commissions.slice(offset, offset + PAGE_SIZE)
  const names = useAffiliateNames(rows.map(({ affiliate_id }) => affiliate_id))
  const columns = useMemo(
    () => [
      column.accessor("affiliate_code", {
        header: t("affiliate.one"),
        cell: ({ row: { original } }) => (
          <AffiliateLink id={original.affiliate_id} code={original.affiliate_code} name={names.get(original.affiliate_id)} />
        ),
      }),
      column.accessor("kind", { header: t("common.reason"), cell: ({ row: { original } }) => describe(t, original) }),
      column.accessor("base_amount", {
        header: t("commission.one"),
        align: "right",
        cell: ({ row: { original } }) =>
          ["new_customer", "welcome"].includes(original.kind) ? null : (
            <Money amount={original.base_amount} currencyCode={original.currency_code} />
          ),
      }),
      column.accessor("amount", {
        header: t("period.difference"),
        align: "right",
        cell: ({ row: { original } }) => <Difference amount={original.amount} currencyCode={original.currency_code} />,
      }),
    ],
    [t, names]
  )

  return (
    <ListSection
      rows={rows}
      count={period_commissions.length}
      isPending={false}
      error={null}
      empty="lines"
      heading={t("period.commissions")}
      headingLevel="h2"
      columns={columns}
      getRowId={(row) => `${row.affiliate_id}:${row.currency_code}:${row.corrects_period ?? ""}:${row.kind}`}
      prefix="tiers"
      pageSize={PAGE_SIZE}
      enableSearch={false}
    />
  )
}

function describe(t: Translate, row: AdminAffiliatePeriodCommission): string {
  const reached = DESCRIPTIONS[row.kind](t, row)
  return row.corrects_period === null ? reached : [reached, t("period.corrects", { month: formatPeriod(row.corrects_period) })].join(" · ")
}

function tierText(t: Translate, { threshold, measure, currency_code }: AdminAffiliatePeriodCommission): string {
  if (threshold === null) return t("period.tier.gone")
  if (measure === "orders") return t("period.tier.orders", { count: Number(threshold), amount: formatCount(Number(threshold)) })
  return t("period.tier.expenses", { threshold: formatMoney(threshold, currency_code) })
}

const limitText = (t: Translate, { threshold, currency_code }: AdminAffiliatePeriodCommission): string =>
  threshold === null ? t("period.limit.gone") : t("period.limit.reached", { threshold: formatMoney(threshold, currency_code) })

const newCustomerText = (t: Translate, { measured, base_amount, currency_code }: AdminAffiliatePeriodCommission): string =>
  t("period.new_customers", {
    count: Number(measured),
    amount: formatCount(Number(measured)),
    bonus: formatMoney(base_amount, currency_code),
  })

const welcomeText = (t: Translate, { base_amount, currency_code }: AdminAffiliatePeriodCommission): string =>
  t("period.welcome", { bonus: formatMoney(base_amount, currency_code) })

const DESCRIPTIONS = { tier: tierText, new_customer: newCustomerText, welcome: welcomeText, limit: limitText }
