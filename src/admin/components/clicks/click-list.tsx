import type { AdminAffiliateClick, AdminAffiliateClickListParams } from "../../../types"
import { CLICKS_PATH, useClicks } from "../../hooks/api/clicks"
import { useAffiliateNames } from "../../hooks/use-affiliate-names"
import { useClickFilters } from "../../hooks/use-click-filters"
import { useProgramZones } from "../../hooks/use-program-zones"
import { csvActions } from "../../lib/csv-actions"
import { useText } from "../../lib/use-text"
import { ListSection } from "../common/list-section"
import { useClickColumns } from "./click-columns"
import { PAGE_SIZE } from "./page-size"

export interface ClickListProps {
  /** Undefined until they are known. */
  filters: AdminAffiliateClickListParams | undefined
  page: { limit: number; offset: number; order?: string }
}

const pathOf = ({ order_id, affiliate_id }: AdminAffiliateClick): string =>
  order_id ? `/orders/${order_id}` : `/affiliates/${affiliate_id}`

/** Clicks one by one. A row opens the order that the click brought, or the affiliate. */
export function ClickList({ filters, page }: ClickListProps) {
  const t = useText()
  const { data, isPending, error } = useClicks(filters && { ...filters, ...page })
  const names = useAffiliateNames((data?.affiliate_clicks ?? []).map(({ affiliate_id }) => affiliate_id))
  return (
    <ListSection
      rows={data?.affiliate_clicks}
      count={data?.count}
      isCountExact={data?.is_count_exact}
      isPending={isPending}
      error={error}
      empty="clicks"
      columns={useClickColumns(names, useProgramZones())}
      filters={useClickFilters(filters?.affiliate_id)}
      getRowId={({ id }) => id}
      rowHref={pathOf}
      pageSize={PAGE_SIZE}
      actionMenu={csvActions(t, CLICKS_PATH, filters)}
    />
  )
}
