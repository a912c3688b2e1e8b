import type { StoreAffiliateReferral } from "../../types"
import { Badge } from "../components/badge"
import { Card } from "../components/card"
import { Row } from "../components/row"
import { Rows } from "../components/rows"
import { useTexts } from "../i18n/use-texts"
import { useList } from "../lib/use-list"

/** The customers an affiliate brought. */
export function ReferralsPage({ affiliateId }: { affiliateId: string }) {
  const { t, day } = useTexts()
  const list = useList<StoreAffiliateReferral>(`/store/affiliates/me/${affiliateId}/referrals?order=-registered_at`, "referrals")
  return (
    <Card title={t.nav.referrals} intro={t.referrals.intro}>
      <Rows list={list} empty={t.referrals.empty} label={t.nav.referrals}>
        {(rows) =>
          rows.map((referral) => (
            <Row
              key={referral.id}
              title={referral.name}
              details={[
                `${t.referrals.registered(day(referral.registered_at))}, ${t.referrals.sources[referral.source] ?? referral.source}`,
                t.referrals.orders(referral.order_count),
              ]}
              side={<Earned referral={referral} />}
            />
          ))
        }
      </Rows>
    </Card>
  )
}

function Earned({ referral: { expenses, status } }: { referral: StoreAffiliateReferral }) {
  const { t, money } = useTexts()
  return (
    <>
      {expenses.map(({ currency_code, commission_amount, expense_amount }) => (
        <span key={currency_code} className="stack-0">
          <strong className="money">{money(commission_amount, currency_code)}</strong>
          <span className="soft money">{t.referrals.spent(money(expense_amount, currency_code))}</span>
        </span>
      ))}
      {status === "ended" && <Badge>{t.referrals.ended}</Badge>}
    </>
  )
}
