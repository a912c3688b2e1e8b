import type { AdminAffiliatePayRunListParams } from "../../../types"
import { usePayRuns } from "../../hooks/api/pay-runs"
import { useListParams } from "../../hooks/use-list-params"
import { useProgramFilter } from "../../hooks/use-program-filter"
import { useText } from "../../lib/use-text"
import { ListSection } from "../common/list-section"
import { usePayRunColumns } from "./pay-run-columns"

const PAGE_SIZE = 20

export const PayRunTable = () => {
  const t = useText()
  const query = useListParams<AdminAffiliatePayRunListParams>({ pageSize: PAGE_SIZE, filters: ["program_id"], order: "-number" })
  const { q: _, ...filters } = query
  const { data, isPending, error } = usePayRuns(filters)
  return (
    <ListSection
      rows={data?.affiliate_pay_runs}
      count={data?.count}
      isPending={isPending}
      error={error}
      empty="payRuns"
      heading={t("payRun.many")}
      subHeading={t("payRun.subtitle")}
      columns={usePayRunColumns()}
      filters={[useProgramFilter()]}
      getRowId={({ id }) => id}
      rowHref={({ id }) => `/affiliates/payouts/runs/${id}`}
      pageSize={PAGE_SIZE}
      enableSearch={false}
    />
  )
}
