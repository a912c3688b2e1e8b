import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { AdminAffiliatePeriodCommission, AdminAffiliatePeriodDetail } from "../../../types"
import { formatCount, formatMoney, formatPeriod } from "../../lib/format"
import { type Translate, useText } from "../../lib/use-text"
import { ListSection } from "../common/list-section"
import { periodColumns, usePeriodPage } from "./by-affiliate"

const column = createDataTableColumnHelper<AdminAffiliatePeriodCommission>()

/** What tiers, bonuses and limits added to the month, or took off it, affiliate by affiliate. */
export const PeriodCommissionTable = ({ period }: { period: AdminAffiliatePeriodDetail }) => {
  const t = useText()
  const { names, list } = usePeriodPage(
    period,
    ({ period_commissions, period_commission_count }) => ({ rows: period_commissions, count: period_commission_count }),
    "tiers"
  )
  const columns = useMemo(() => {
    const { affiliate, money, difference } = periodColumns<AdminAffiliatePeriodCommission>(t, names)
    return [
      affiliate,
      column.accessor("kind", { header: t("common.reason"), cell: ({ row: { original } }) => describe(t, original) }),
      money("base_amount", t("commission.one"), (row) => (["new_customer", "welcome"].includes(row.kind) ? null : row.base_amount)),
      difference("amount", t("period.difference"), (row) => row.amount),
    ]
  }, [t, names])

  return (
    <ListSection
      {...list}
      empty="lines"
      heading={t("period.commissions")}
      headingLevel="h2"
      columns={columns}
      getRowId={(row) => `${row.affiliate_id}:${row.currency_code}:${row.corrects_period ?? ""}:${row.kind}`}
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

const budgetText = (t: Translate, { measured, threshold, currency_code }: AdminAffiliatePeriodCommission): string =>
  t("period.budget", { measured: formatMoney(measured ?? "0", currency_code), threshold: formatMoney(threshold ?? "0", currency_code) })

const newCustomerText = (t: Translate, { measured, base_amount, currency_code }: AdminAffiliatePeriodCommission): string =>
  t("period.new_customers", {
    count: Number(measured),
    amount: formatCount(Number(measured)),
    bonus: formatMoney(base_amount, currency_code),
  })

const welcomeText = (t: Translate, { base_amount, currency_code }: AdminAffiliatePeriodCommission): string =>
  t("period.welcome", { bonus: formatMoney(base_amount, currency_code) })

const DESCRIPTIONS = { tier: tierText, new_customer: newCustomerText, welcome: welcomeText, limit: limitText, budget: budgetText }
