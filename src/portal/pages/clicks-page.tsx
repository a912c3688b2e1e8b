import type { StoreAffiliateStatisticsResponse } from "../../types"
import { Card } from "../components/card"
import { Loaded } from "../components/loaded"
import { useTexts } from "../i18n/use-texts"
import { useData } from "../lib/use-data"

/** The clicks of the last 30 days, day by day. */
export function ClicksPage({ affiliateId }: { affiliateId: string }) {
  const { t, day, number } = useTexts()
  const days = useData<StoreAffiliateStatisticsResponse>(`/store/affiliates/me/${affiliateId}/statistics?interval=day`)
  return (
    <Card title={t.clicks.byDay} intro={t.overview.chart}>
      <Loaded of={days}>
        {({ statistics }) => {
          const busy = statistics.filter(({ clicks }) => clicks > 0).reverse()
          if (busy.length === 0) return <p className="soft">{t.clicks.empty}</p>
          return (
            <table>
              <thead>
                <tr>
                  <th scope="col">{t.overview.day}</th>
                  <th scope="col" className="money">
                    {t.clicks.count}
                  </th>
                  <th scope="col" className="money">
                    {t.overview.orders}
                  </th>
                </tr>
              </thead>
              <tbody>
                {busy.map(({ starts_at, clicks, orders }) => (
                  <tr key={starts_at}>
                    <td>{day(starts_at)}</td>
                    <td className="money">{number(clicks)}</td>
                    <td className="money">{number(orders)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }}
      </Loaded>
    </Card>
  )
}
