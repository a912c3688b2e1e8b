import { Container, Heading } from "@medusajs/ui"
import { useCallback, useMemo } from "react"
import { useSearchParams } from "react-router-dom"
import type { AffiliateStatisticsBucket } from "../../../../types"
import { useOverview } from "../../../hooks/use-overview"
import type { RangeOwner } from "../../../hooks/use-range"
import { formatBucket, formatCount, formatMoney } from "../../../lib/format"
import { language } from "../../../lib/language"
import { figuresIn } from "../../../lib/overview-figures"
import { useText } from "../../../lib/use-text"
import { RangeSelect } from "../../common/range/range-select"
import { SeriesChart } from "./series-chart"

const COUNTS = ["clicks", "referrals", "orders"] as const
const AMOUNTS = ["expense_amount", "commission_amount"] as const
type Series = (typeof COUNTS)[number] | (typeof AMOUNTS)[number]

/** What of a bucket a series shows. Orders are those of the currency, as in the tile. */
function valueOf(series: Series, bucket: AffiliateStatisticsBucket, currency: string | undefined): string {
  if (series === "clicks" || series === "referrals" || currency === undefined) return String(bucket[series as "clicks"])
  const figures = figuresIn({ ...bucket, currencies: bucket.currencies.map((own) => ({ ...own, cost_percent: null })) }, currency)
  return String(figures[series])
}

/** One series of the range at a time, by day, week or month. */
export function SeriesSection({ owner }: { owner?: RangeOwner }) {
  const t = useText()
  const [params, setParams] = useSearchParams()
  const { range, overview, currency, interval, intervals } = useOverview(owner)
  const all: readonly Series[] = currency === undefined ? COUNTS : [...COUNTS, ...AMOUNTS]
  const series = all.find((candidate) => candidate === params.get("series")) ?? (currency === undefined ? "clicks" : "expense_amount")
  const isAmount = series === "expense_amount" || series === "commission_amount"
  const timeZone = range?.timeZone

  const formatValue = useCallback(
    (value: string) => (isAmount && currency !== undefined ? formatMoney(value, currency) : formatCount(Number(value))),
    [isAmount, currency]
  )
  const formatAxis = useCallback((value: number) => new Intl.NumberFormat(language(), { notation: "compact" }).format(value), [])
  const buckets = overview?.series
  const points = useMemo(
    () =>
      (buckets ?? []).map((bucket) => {
        const value = valueOf(series, bucket, currency)
        return { label: formatBucket(bucket.starts_at, interval, timeZone), value: Number(value), text: formatValue(value) }
      }),
    [buckets, series, currency, interval, timeZone, formatValue]
  )
  const choose = (name: "series" | "interval") => (value: string) =>
    setParams((given) => {
      given.set(name, value)
      return given
    })
  if (!overview) return null

  const name = t(`overview.${series}`)
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 px-6 py-4">
        <Heading level="h2">{t("overview.chart")}</Heading>
        <div className="flex w-full flex-wrap gap-2 sm:w-auto">
          <RangeSelect
            label={t("overview.figure")}
            value={series}
            options={all.map((value) => ({ value, label: t(`overview.${value}`) }))}
            onChange={choose("series")}
          />
          <RangeSelect
            label={t("overview.interval")}
            value={interval}
            options={intervals.map((value) => ({ value, label: t(`overview.intervals.${value}`) }))}
            onChange={choose("interval")}
          />
        </div>
      </div>
      <SeriesChart
        caption={t("overview.chartCaption", { figure: name })}
        columns={[t("common.date"), name]}
        points={points}
        formatAxis={formatAxis}
      />
    </Container>
  )
}
