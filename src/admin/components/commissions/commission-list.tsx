import { Container } from "@medusajs/ui"
import { useMemo } from "react"
import type { AdminAffiliateCommission, AdminAffiliateCommissionListParams } from "../../../types"
import { COMMISSIONS_PATH, useCommissions, useCommissionTotals } from "../../hooks/api/commissions"
import { useAffiliateFilter } from "../../hooks/use-affiliate-filter"
import { useAffiliateNames } from "../../hooks/use-affiliate-names"
import { useChoiceFilter } from "../../hooks/use-choice-filter"
import { useProgramZones } from "../../hooks/use-program-zones"
import { useRangedList } from "../../hooks/use-ranged-list"
import { useSourceFilter } from "../../hooks/use-source-filter"
import { useStatusFilter } from "../../hooks/use-status-filter"
import { csvActions } from "../../lib/csv-actions"
import { oneValue } from "../../lib/filter-values"
import { useText } from "../../lib/use-text"
import en from "../../i18n/json/en.json"
import { ListSection } from "../common/list-section"
import { RangedHeader } from "../common/ranged-header"
import { useCommissionColumns } from "./commission-columns"
import { CommissionTotals } from "./commission-totals"

const PAGE_SIZE = 20
const KINDS = Object.keys(en.commission.kinds) as AdminAffiliateCommission["kind"][]
const orderPath = ({ order_id }: AdminAffiliateCommission): string => `/orders/${order_id}`

/** All commissions of a range, and what they come to. A row opens its order, which explains it. */
export function CommissionList() {
  const t = useText()
  const { range, error, filters, page } = useRangedList<AdminAffiliateCommissionListParams>({
    pageSize: PAGE_SIZE,
    filters: ["affiliate_id", "kind", "status", "source", "first_of_order", "order_id"],
    time: "occurred_at",
  })
  const chosen = filters && { ...filters, first_of_order: oneValue(filters.first_of_order) }
  const found = chosen && { ...chosen, currency_code: range?.currency_code }
  const list = useCommissions(found && { ...found, ...page })
  const { totals } = useCommissionTotals(found).data ?? {}
  const every = useCommissionTotals(chosen).data?.totals
  const names = useAffiliateNames((list.data?.affiliate_commissions ?? []).map(({ affiliate_id }) => affiliate_id))
  const kinds = useMemo(() => KINDS.map((value) => ({ value, label: t(`commission.kinds.${value}`) })), [t])
  const rows = useMemo(
    () => [
      { value: "true", label: t("commission.rows.first") },
      { value: "false", label: t("commission.rows.later") },
    ],
    [t]
  )
  const tableFilters = [
    useAffiliateFilter(filters?.affiliate_id),
    useChoiceFilter("kind", t("commission.kind"), kinds),
    useStatusFilter("commission"),
    useSourceFilter(),
    useChoiceFilter("first_of_order", t("commission.rows.label"), rows),
  ]
  return (
    <>
      <Container className="divide-y p-0">
        <RangedHeader
          title={t("commission.many")}
          subtitle={t("commission.subtitle")}
          range={range}
          error={error}
          currencies={(every ?? []).map(({ currency_code }) => currency_code)}
        >
          <CommissionTotals totals={totals} />
        </RangedHeader>
      </Container>
      <ListSection
        rows={list.data?.affiliate_commissions}
        count={list.data?.count}
        isCountExact={list.data?.is_count_exact}
        isPending={list.isPending && !error}
        error={error ?? list.error}
        empty="commissions"
        columns={useCommissionColumns({ names, zones: useProgramZones() })}
        filters={tableFilters}
        getRowId={({ id }) => id}
        rowHref={orderPath}
        pageSize={PAGE_SIZE}
        actionMenu={csvActions(t, COMMISSIONS_PATH, found)}
      />
    </>
  )
}
