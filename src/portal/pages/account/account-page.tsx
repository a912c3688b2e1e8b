import type { StoreAffiliate, StoreAffiliateProgram } from "../../../types"
import { Card } from "../../components/card"
import { useTexts } from "../../i18n/use-texts"
import { OpenPrograms } from "../join/open-programs"
import { ProgramTerms } from "../join/program-terms"
import { AgreementCard } from "./agreement-card"
import { BillingCard } from "./billing-card"
import { NotificationsCard } from "./notifications-card"
import { RatesCard } from "./rates-card"

interface AccountPageProps {
  affiliate: StoreAffiliate
  program: StoreAffiliateProgram | null
  open: StoreAffiliateProgram[]
  onAgreed: () => void
}

/** Who the affiliate is to the program, and what both have agreed. */
export function AccountPage({ affiliate, program, open, onAgreed }: AccountPageProps) {
  const { t, day } = useTexts()
  const path = `/store/affiliates/me/${affiliate.id}`
  return (
    <div className="columns">
      <div className="stack">
        <AgreementCard path={`${path}/agreement`} onChange={onAgreed} />
        <NotificationsCard path={`${path}/notifications`} />
        {open.length > 0 && (
          <Card title={t.account.otherPrograms}>
            <OpenPrograms programs={open} />
          </Card>
        )}
      </div>
      <div className="stack">
        <RatesCard path={`${path}/terms`} />
        <BillingCard path={`${path}/billing-details`} />
        {program && (
          <Card title={t.account.terms} intro={t.account.joined(day(affiliate.created_at))}>
            <ProgramTerms program={program} percent={affiliate.commission_percent} />
          </Card>
        )}
      </div>
    </div>
  )
}
