import { useCallback, useMemo, useState } from "react"

import type { ChartPoint } from "../../../charts/chart"
import type { AffiliateStatisticsBucket } from "../../../types"
import { LineChart } from "../../components/line-chart"
import { Segments } from "../../components/segments"
import { useTexts } from "../../i18n/use-texts"

/** `clicks`, `orders`, or a currency's code for the commissions in it. */
type Measure = string

/** Clicks, orders or commissions of each day. */
export function Chart({ buckets }: { buckets: AffiliateStatisticsBucket[] }) {
  const { t, day, number, money } = useTexts()
  const currencies = [...new Set(buckets.flatMap((bucket) => bucket.currencies.map(({ currency_code }) => currency_code)))].sort()
  const [measure, setMeasure] = useState<Measure>("clicks")
  const isCount = measure === "clicks" || measure === "orders"
  const options = [
    { value: "clicks", name: t.overview.clicks },
    { value: "orders", name: t.overview.orders },
    ...currencies.map((code) => ({ value: code, name: `${t.overview.commission} (${code.toUpperCase()})` })),
  ]

  const points = useMemo(
    () =>
      buckets.map((bucket): ChartPoint => {
        const label = day(bucket.starts_at)
        if (measure === "clicks" || measure === "orders") return { label, value: bucket[measure], text: number(bucket[measure]) }
        const amount = bucket.currencies.find(({ currency_code }) => currency_code === measure)?.commission_amount ?? "0.00"
        return { label, value: Number(amount), text: money(amount, measure) }
      }),
    [buckets, measure, day, number, money]
  )
  const formatAxis = useCallback((value: number) => (Number.isInteger(value) || !isCount ? number(value) : ""), [number, isCount])

  return (
    <>
      <Segments label={t.overview.show} options={options} value={measure} onChange={setMeasure} />
      {points.some(({ value }) => value !== 0) ? (
        <LineChart
          caption={t.overview.chart}
          columns={[t.overview.day, options.find(({ value }) => value === measure)?.name ?? ""]}
          points={points}
          formatAxis={formatAxis}
        />
      ) : (
        <p className="soft">{t.overview.empty}</p>
      )}
    </>
  )
}
