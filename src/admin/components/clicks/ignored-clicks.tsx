import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { AdminAffiliateIgnoredClickListParams, AdminAffiliateIgnoredClicks, AffiliateClickIgnoredReason } from "../../../types"
import { useIgnoredClicks } from "../../hooks/api/clicks"
import { useChoiceFilter } from "../../hooks/use-choice-filter"
import { useListParams } from "../../hooks/use-list-params"
import en from "../../i18n/json/en.json"
import { formatCount, formatDate } from "../../lib/format"
import type { Range } from "../../lib/range-params"
import { useText } from "../../lib/use-text"
import { ListSection } from "../common/list-section"
import type { ClickListProps } from "./click-list"
import { PAGE_SIZE } from "./page-size"

const column = createDataTableColumnHelper<AdminAffiliateIgnoredClicks>()
const REASONS = Object.keys(en.click.ignored) as AffiliateClickIgnoredReason[]

/** How many page views were not recorded, by day and reason. Nothing else is known of them. */
export function IgnoredClicks({ range, page }: { range: Range | undefined; page: ClickListProps["page"] }) {
  const t = useText()
  const { reason } = useListParams<AdminAffiliateIgnoredClickListParams>({ pageSize: PAGE_SIZE, filters: ["reason"] })
  const { data, isPending, error } = useIgnoredClicks(range && { day: { gte: range.from, lte: range.to }, reason, ...page })
  const reasons = useMemo(() => REASONS.map((value) => ({ value, label: t(`click.ignored.${value}`) })), [t])
  const columns = useMemo(
    () => [
      column.accessor("day", { header: t("click.utcDay"), cell: ({ getValue }) => formatDate(getValue(), "UTC") }),
      column.accessor("reason", { header: t("common.reason"), cell: ({ getValue }) => t(`click.ignored.${getValue()}`) }),
      column.accessor("count", {
        header: t("click.ignoredCount"),
        align: "right",
        cell: ({ getValue }) => <span className="tabular-nums">{formatCount(getValue())}</span>,
      }),
    ],
    [t]
  )
  return (
    <ListSection
      rows={data?.ignored_clicks}
      count={data?.count}
      isPending={isPending}
      error={error}
      empty="ignoredClicks"
      columns={columns}
      filters={[useChoiceFilter("reason", t("common.reason"), reasons)]}
      getRowId={({ day, reason: why }) => `${day} ${why}`}
      pageSize={PAGE_SIZE}
      enableSearch={false}
    />
  )
}
