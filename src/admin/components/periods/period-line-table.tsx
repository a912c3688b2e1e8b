import type { AdminAffiliatePeriodDetail } from "../../../types"
import { useListParams } from "../../hooks/use-list-params"
import { useAffiliateNames, useAffiliatesFound } from "../../hooks/use-affiliate-names"
import { useText } from "../../lib/use-text"
import { ListSection } from "../common/list-section"
import { usePeriodLineColumns } from "./period-line-columns"

const PAGE_SIZE = 50

interface PeriodLineTableProps {
  period: AdminAffiliatePeriodDetail
  timeZone?: string
}

/** A month by affiliate. The API sends all lines at once, and the table pages through them. */
export const PeriodLineTable = ({ period: { lines, program_id }, timeZone }: PeriodLineTableProps) => {
  const t = useText()
  const { q, offset } = useListParams({ pageSize: PAGE_SIZE })
  const matches = useAffiliatesFound(q, program_id)
  const found = q ? lines.filter(({ affiliate_id }) => matches.has(affiliate_id)) : lines
  const rows = found.slice(offset, offset + PAGE_SIZE)
  const names = useAffiliateNames(rows.map(({ affiliate_id }) => affiliate_id))

  return (
    <ListSection
      rows={rows}
      count={found.length}
      isPending={false}
      error={null}
      empty="lines"
      heading={t("period.lines")}
      headingLevel="h2"
      columns={usePeriodLineColumns(names, timeZone)}
      getRowId={(line) => `${line.affiliate_id}:${line.currency_code}:${line.outcome}`}
      pageSize={PAGE_SIZE}
    />
  )
}
