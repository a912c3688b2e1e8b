import type { StoreAffiliate, StoreAffiliatePayout, StoreNextAffiliatePayoutsResponse } from "../../../types"
import { Badge, type Tone } from "../../components/badge"
import { Card } from "../../components/card"
import { Loaded } from "../../components/loaded"
import { Row } from "../../components/row"
import { Rows } from "../../components/rows"
import { useTexts } from "../../i18n/use-texts"
import { useData } from "../../lib/use-data"
import { useList } from "../../lib/use-list"
import { NextPayouts } from "../overview/next-payouts"
import { Balances } from "./balances"
import { PayoutMethodCard } from "./payout-method-card"

const TONES: Record<StoreAffiliatePayout["status"], Tone> = { processing: "neutral", paid: "good", failed: "bad", canceled: "warning" }

/** The money: what is there, what comes next, what was paid, and where it goes. */
export function PayoutsPage({ affiliate }: { affiliate: StoreAffiliate }) {
  const { t } = useTexts()
  const path = `/store/affiliates/me/${affiliate.id}`
  const next = useData<StoreNextAffiliatePayoutsResponse>(`${path}/next-payouts`)
  const payouts = useList<StoreAffiliatePayout>(`${path}/payouts?order=-created_at`, "payouts")
  return (
    <div className="columns">
      <div className="stack">
        <Card title={t.payouts.balance}>
          <Balances balances={affiliate.balances} />
        </Card>
        <Card title={t.payouts.list}>
          <Rows list={payouts} empty={t.payouts.empty} label={t.payouts.list}>
            {(rows) => rows.map((payout) => <PayoutRow key={payout.id} payout={payout} />)}
          </Rows>
        </Card>
      </div>
      <div className="stack">
        <Card title={t.payouts.next}>
          <Loaded of={next}>{({ next_payouts }) => <NextPayouts payouts={next_payouts} balances={affiliate.balances} />}</Loaded>
        </Card>
        <PayoutMethodCard path={`${path}/payout-method`} onSaved={next.reload} />
      </div>
    </div>
  )
}

function PayoutRow({ payout }: { payout: StoreAffiliatePayout }) {
  const { t, day, money } = useTexts()
  const { number, method, status, reference, failure_reason, amount, currency_code } = payout
  return (
    <Row
      title={t.payouts.number(number)}
      details={[
        `${day(payout.ended_at ?? payout.created_at)}, ${t.payouts.methods[method] ?? method}`,
        reference && t.payouts.reference(reference),
        failure_reason && t.payouts.failed(failure_reason),
      ]}
      side={
        <>
          <strong className="money">{money(amount, currency_code)}</strong>
          <Badge tone={TONES[status]}>{t.payouts.statuses[status] ?? status}</Badge>
        </>
      }
    />
  )
}
