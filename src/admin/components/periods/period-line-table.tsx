import type { AdminAffiliatePeriodDetail, AdminAffiliatePeriodLine } from "../../../types"
import { PERIOD_PAGE_SIZE, usePeriod } from "../../hooks/api/periods"
import { useListParams } from "../../hooks/use-list-params"
import { useAffiliateNames, useAffiliatesFound } from "../../hooks/use-affiliate-names"
import { useText } from "../../lib/use-text"
import { ListSection } from "../common/list-section"
import { usePeriodLineColumns } from "./period-line-columns"

interface PeriodLineTableProps {
  period: AdminAffiliatePeriodDetail
  timeZone?: string
}

const NONE: AdminAffiliatePeriodLine[] = []

/** A month by affiliate. */
export const PeriodLineTable = ({ period, timeZone }: PeriodLineTableProps) => {
  const t = useText()
  const { q, offset } = useListParams({ pageSize: PERIOD_PAGE_SIZE })
  const matches = useAffiliatesFound(q, period.program_id)
  const findsNobody = Boolean(q) && matches.size === 0
  const { data, isPending, error } = usePeriod(period, q && !findsNobody ? { offset, affiliate_id: [...matches] } : { offset })
  const rows = findsNobody ? NONE : data?.affiliate_period.lines
  const names = useAffiliateNames((rows ?? NONE).map(({ affiliate_id }) => affiliate_id))

  return (
    <ListSection
      rows={rows}
      count={findsNobody ? 0 : data?.affiliate_period.line_count}
      isPending={isPending}
      error={error}
      empty="lines"
      heading={t("period.lines")}
      headingLevel="h2"
      columns={usePeriodLineColumns(names, timeZone)}
      getRowId={(line) => `${line.affiliate_id}:${line.currency_code}:${line.outcome}`}
      pageSize={PERIOD_PAGE_SIZE}
    />
  )
}
