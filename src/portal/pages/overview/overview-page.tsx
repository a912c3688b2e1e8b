import { useMemo } from "react"

import type {
  StoreAffiliate,
  StoreAffiliateStatisticsResponse,
  StoreAffiliateTermsResponse,
  StoreNextAffiliatePayoutsResponse,
} from "../../../types"
import { Card } from "../../components/card"
import { Copyable } from "../../components/copyable"
import { Loaded } from "../../components/loaded"
import { useTexts } from "../../i18n/use-texts"
import { dayIn } from "../../lib/formats"
import { useData } from "../../lib/use-data"
import { Chart } from "./chart"
import { MonthTiles } from "./month-tiles"
import { NextPayouts } from "./next-payouts"
import { TierProgress } from "./tier-progress"

/** How things stand: this month, the money, and the last 30 days. */
export function OverviewPage({ affiliate }: { affiliate: StoreAffiliate }) {
  const { t } = useTexts()
  const { id, link, program } = affiliate
  const path = `/store/affiliates/me/${id}`
  const today = useMemo(() => dayIn(program.timezone, new Date()), [program.timezone])
  const month = useData<StoreAffiliateStatisticsResponse>(`${path}/statistics?interval=month&from=${today.slice(0, 7)}-01&to=${today}`)
  const days = useData<StoreAffiliateStatisticsResponse>(`${path}/statistics?interval=day`)
  const next = useData<StoreNextAffiliatePayoutsResponse>(`${path}/next-payouts`)
  const terms = useData<StoreAffiliateTermsResponse>(`${path}/terms`)

  return (
    <div className="stack">
      <Loaded of={month}>{({ statistics }) => <MonthTiles month={statistics.at(-1)} period={today.slice(0, 7)} />}</Loaded>
      <div className="columns">
        <div className="stack">
          <Card title={t.overview.chart}>
            <Loaded of={days}>{({ statistics }) => <Chart buckets={statistics} />}</Loaded>
          </Card>
        </div>
        <div className="stack">
          <Card title={t.overview.next}>
            <Loaded of={next}>{({ next_payouts }) => <NextPayouts payouts={next_payouts} balances={affiliate.balances} />}</Loaded>
          </Card>
          {terms.data && <TierProgress terms={terms.data.terms} />}
          <Card title={t.links.link}>
            <Copyable text={link} label={t.links.link} />
          </Card>
        </div>
      </div>
    </div>
  )
}
