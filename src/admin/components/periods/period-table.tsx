import type { AdminAffiliatePeriodListParams } from "../../../types"
import { usePeriods } from "../../hooks/api/periods"
import { useListParams } from "../../hooks/use-list-params"
import { useProgramFilter } from "../../hooks/use-program-filter"
import { useText } from "../../lib/use-text"
import { ListSection } from "../common/list-section"
import { usePeriodColumns } from "./period-columns"

const PAGE_SIZE = 20

export const PeriodTable = () => {
  const t = useText()
  const { program_id, limit, offset } = useListParams<AdminAffiliatePeriodListParams>({ pageSize: PAGE_SIZE, filters: ["program_id"] })
  const { data, isPending, error } = usePeriods({ program_id, limit, offset })
  const program = useProgramFilter()

  return (
    <ListSection
      rows={data?.affiliate_periods}
      count={data?.count}
      isPending={isPending}
      error={error}
      empty="periods"
      heading={t("menu.periods")}
      subHeading={t("period.subtitle")}
      columns={usePeriodColumns()}
      filters={[program]}
      getRowId={(row) => `${row.program_id}:${row.period}`}
      rowHref={(row) => `/affiliates/periods/${row.period}?program_id=${row.program_id}`}
      pageSize={PAGE_SIZE}
      enableSearch={false}
    />
  )
}
