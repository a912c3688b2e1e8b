import type { AdminAffiliateCommissionListParams } from "../../../types"
import { useCommissions } from "../../hooks/api/commissions"
import { useListParams } from "../../hooks/use-list-params"
import { usePeriodFilter } from "../../hooks/use-period-filter"
import { useStatusFilter } from "../../hooks/use-status-filter"
import { useText } from "../../lib/use-text"
import { ListSection } from "../common/list-section"
import { useCommissionColumns } from "./commission-columns"

const PAGE_SIZE = 10

interface CommissionTableProps {
  affiliateId: string
  timeZone?: string
}

export const CommissionTable = ({ affiliateId, timeZone }: CommissionTableProps) => {
  const t = useText()
  const params = useListParams<AdminAffiliateCommissionListParams>({ pageSize: PAGE_SIZE, filters: ["status", "period"], prefix: "com" })
  const { data, isPending, error } = useCommissions({ ...params, affiliate_id: affiliateId })
  const status = useStatusFilter("commission")
  const period = usePeriodFilter()

  return (
    <ListSection
      rows={data?.affiliate_commissions}
      count={data?.count}
      isCountExact={data?.is_count_exact}
      isPending={isPending}
      error={error}
      empty="commissions"
      heading={t("commission.many")}
      headingLevel="h2"
      columns={useCommissionColumns({ timeZone })}
      filters={[period, status]}
      getRowId={({ id }) => id}
      pageSize={PAGE_SIZE}
      prefix="com"
      enableSearch={false}
    />
  )
}
