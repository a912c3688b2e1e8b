import { useState } from "react"

import type { AffiliateStatisticsBucket } from "../../../types"
import { Bars, type Bar } from "../../components/bars"
import { useTexts } from "../../i18n/use-texts"

/** `clicks`, `orders`, or a currency's code for the commissions in it. */
type Measure = string

/** Clicks, orders or commissions of each day. */
export function Chart({ buckets }: { buckets: AffiliateStatisticsBucket[] }) {
  const { t, day, number, money } = useTexts()
  const currencies = [...new Set(buckets.flatMap((bucket) => bucket.currencies.map(({ currency_code }) => currency_code)))].sort()
  const [measure, setMeasure] = useState<Measure>("clicks")
  const names: Record<Measure, string> = {
    clicks: t.overview.clicks,
    orders: t.overview.orders,
    ...Object.fromEntries(currencies.map((code) => [code, `${t.overview.commission} (${code.toUpperCase()})`])),
  }

  const bars = buckets.map((bucket): Bar => {
    const label = day(bucket.starts_at)
    if (measure === "clicks" || measure === "orders") {
      return { key: bucket.starts_at, label, height: bucket[measure], text: number(bucket[measure]) }
    }
    const amount = bucket.currencies.find(({ currency_code }) => currency_code === measure)?.commission_amount ?? "0.00"
    // A height may be off by a float's breadth; what is read is the exact text.
    return { key: bucket.starts_at, label, height: Number(amount), text: money(amount, measure) }
  })

  return (
    <>
      <div className="segments" role="group" aria-label={t.overview.show}>
        {Object.entries(names).map(([key, name]) => (
          <button key={key} type="button" aria-pressed={key === measure} onClick={() => setMeasure(key)}>
            {name}
          </button>
        ))}
      </div>
      {bars.some(({ height }) => height !== 0) ? (
        <>
          <Bars bars={bars} label={`${t.overview.chart}: ${names[measure] ?? ""}`} />
          <details>
            <summary>{t.overview.figures}</summary>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t.overview.day}</th>
                  <th scope="col" className="money">
                    {names[measure]}
                  </th>
                </tr>
              </thead>
              <tbody>
                {[...bars].reverse().map(({ key, label, text }) => (
                  <tr key={key}>
                    <td>{label}</td>
                    <td className="money">{text}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      ) : (
        <p className="soft">{t.overview.empty}</p>
      )}
    </>
  )
}
