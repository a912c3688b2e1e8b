import { useMemo } from "react"
import type { AdminAffiliatePeriodAbsentLine, AdminAffiliatePeriodDetail } from "../../../types"
import { useText } from "../../lib/use-text"
import { ListSection } from "../common/list-section"
import { periodColumns, usePeriodPage } from "./by-affiliate"

/** Affiliates who earned in the month before and have nothing in this one. */
export const PeriodAbsentTable = ({ period }: { period: AdminAffiliatePeriodDetail }) => {
  const t = useText()
  const { names, list } = usePeriodPage(period, ({ absent, absent_count }) => ({ rows: absent, count: absent_count }), "abs")
  const columns = useMemo(() => {
    const { affiliate, money, difference } = periodColumns<AdminAffiliatePeriodAbsentLine>(t, names)
    return [
      affiliate,
      money("previous_amount", t("period.previous"), (line) => line.previous_amount),
      difference("difference", t("period.difference"), (line) => line.difference),
    ]
  }, [t, names])

  return (
    <ListSection
      {...list}
      empty="lines"
      heading={t("period.absent")}
      headingLevel="h2"
      subHeading={t("period.absentHint")}
      columns={columns}
      getRowId={(line) => `${line.affiliate_id}:${line.currency_code}`}
      enableSearch={false}
    />
  )
}
