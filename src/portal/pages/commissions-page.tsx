import { useState } from "react"

import type { AffiliateCommissionStatus, StoreAffiliateCommission } from "../../types"
import { Badge, type Tone } from "../components/badge"
import { Card } from "../components/card"
import { Row } from "../components/row"
import { Rows } from "../components/rows"
import { Segments } from "../components/segments"
import { useTexts } from "../i18n/use-texts"
import { useList } from "../lib/use-list"

const STATUSES: AffiliateCommissionStatus[] = ["pending", "credited", "withheld"]
const ALL = "all"
const TONES: Record<AffiliateCommissionStatus, Tone> = { pending: "neutral", credited: "good", withheld: "warning" }

/** Each order and each later change of it: what it earned, or took back, and when. */
export function CommissionsPage({ affiliateId }: { affiliateId: string }) {
  const { t } = useTexts()
  const [shown, setShown] = useState<AffiliateCommissionStatus | typeof ALL>(ALL)
  const filter = shown === ALL ? "" : `&status=${shown}`
  const list = useList<StoreAffiliateCommission>(
    `/store/affiliates/me/${affiliateId}/commissions?order=-occurred_at${filter}`,
    "commissions"
  )
  return (
    <Card title={t.nav.commissions} intro={t.commissions.intro}>
      <Segments
        label={t.commissions.filter}
        options={[
          { value: ALL, name: t.commissions.all },
          ...STATUSES.map((value) => ({ value, name: t.commissions.statuses[value] ?? value })),
        ]}
        value={shown}
        onChange={setShown}
      />
      <Rows list={list} empty={t.commissions.empty} label={t.nav.commissions}>
        {(rows) => rows.map((commission) => <CommissionRow key={commission.id} commission={commission} />)}
      </Rows>
    </Card>
  )
}

function CommissionRow({ commission }: { commission: StoreAffiliateCommission }) {
  const { t, day, money, percent, month } = useTexts()
  const { kind, status, withheld_reason, period, corrects_period, currency_code, amount, expense_amount, rate_percent, rules } = commission
  const became = { pending: t.commissions.pending, credited: t.commissions.credited, withheld: t.commissions.withheld }[status](
    month(period)
  )
  const happened = (t.commissions.kinds[kind] ?? t.commissions.kinds.order)?.(day(commission.occurred_at)) ?? kind
  return (
    <Row
      title={`${t.commissions.order(commission.order_display_id ?? "")} · ${happened}`}
      details={[
        [t.commissions.share(percent(rate_percent), money(expense_amount, currency_code)), ...rules].join(" · "),
        corrects_period === null ? became : `${became}, ${t.commissions.corrects(month(corrects_period))}`,
        t.commissions.withheldReasons[withheld_reason ?? ""],
      ]}
      side={
        <>
          <strong className="money">{money(amount, currency_code)}</strong>
          <Badge tone={TONES[status]}>{t.commissions.statuses[status] ?? status}</Badge>
        </>
      }
    />
  )
}
