import { Container } from "@medusajs/ui"
import { useMemo } from "react"
import type { AdminAffiliateReferral, AdminAffiliateReferralListParams } from "../../../types"
import { REFERRALS_PATH, useReferrals } from "../../hooks/api/referrals"
import { useAffiliateFilter } from "../../hooks/use-affiliate-filter"
import { useAffiliateNames } from "../../hooks/use-affiliate-names"
import { useChoiceFilter } from "../../hooks/use-choice-filter"
import { useProgramZones } from "../../hooks/use-program-zones"
import { useRangedList } from "../../hooks/use-ranged-list"
import { useSourceFilter } from "../../hooks/use-source-filter"
import { csvActions } from "../../lib/csv-actions"
import { oneValue } from "../../lib/filter-values"
import { useText } from "../../lib/use-text"
import { useReferralColumns } from "../affiliates/referral-columns"
import { ListSection } from "../common/list-section"
import { RangedHeader } from "../common/ranged-header"

const PAGE_SIZE = 20

/** A guest has no page, their order has. */
const pathOf = ({ customer_id, order_id, affiliate_id }: AdminAffiliateReferral): string =>
  (customer_id && `/customers/${customer_id}`) ?? (order_id && `/orders/${order_id}`) ?? `/affiliates/${affiliate_id}`

/** Customers who were referred in a range. A row opens the customer. */
export function ReferralList() {
  const t = useText()
  const { range, error, filters, page } = useRangedList<AdminAffiliateReferralListParams>({
    pageSize: PAGE_SIZE,
    filters: ["affiliate_id", "source", "active"],
    time: "started_at",
  })
  const found = filters && { ...filters, active: oneValue(filters.active) }
  const list = useReferrals(found && { ...found, ...page })
  const names = useAffiliateNames((list.data?.affiliate_referrals ?? []).map(({ affiliate_id }) => affiliate_id))
  const states = useMemo(
    () => [
      { value: "true", label: t("status.referral.active.label") },
      { value: "false", label: t("status.referral.ended.label") },
    ],
    [t]
  )
  const tableFilters = [useAffiliateFilter(filters?.affiliate_id), useSourceFilter(), useChoiceFilter("active", t("common.status"), states)]
  return (
    <>
      <Container className="divide-y p-0">
        <RangedHeader title={t("referral.many")} subtitle={t("referral.subtitle")} range={range} error={error} />
      </Container>
      <ListSection
        rows={list.data?.affiliate_referrals}
        count={list.data?.count}
        isCountExact={list.data?.is_count_exact}
        isPending={list.isPending && !error}
        error={error ?? list.error}
        empty="referrals"
        columns={useReferralColumns({ names, zones: useProgramZones() })}
        filters={tableFilters}
        getRowId={({ id }) => id}
        rowHref={pathOf}
        pageSize={PAGE_SIZE}
        actionMenu={csvActions(t, REFERRALS_PATH, found)}
      />
    </>
  )
}
