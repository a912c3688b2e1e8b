import { JsonViewSection, LayoutComposer } from "@medusajs/dashboard/components"
import { type UIMatch, useParams } from "react-router-dom"
import { AffiliateBreadcrumb } from "../../../components/affiliates/affiliate-breadcrumb"
import { AffiliateGeneralSection } from "../../../components/affiliates/affiliate-general-section"
import { AffiliatePayouts } from "../../../components/affiliates/affiliate-payouts"
import { AffiliateReferrals } from "../../../components/affiliates/affiliate-referrals"
import { AgreementSection } from "../../../components/affiliates/agreement-section"
import { BalanceSection } from "../../../components/affiliates/balance-section"
import { BillingSection } from "../../../components/affiliates/billing-section"
import { LedgerTable } from "../../../components/affiliates/ledger-table"
import { LinkSection } from "../../../components/affiliates/link-section"
import { PayoutMethodSection } from "../../../components/affiliates/payout-method-section"
import { CommissionTable } from "../../../components/commissions/commission-table"
import { LoadingRows } from "../../../components/common/loading-rows"
import { StatementTable } from "../../../components/statements/statement-table"
import { useAffiliate } from "../../../hooks/api/affiliates"

const AffiliatePage = () => {
  const { id = "" } = useParams()
  const { data, error } = useAffiliate(id)
  if (error) throw error
  if (!data) return <LoadingRows count={8} />

  const affiliate = data.affiliate
  const timeZone = affiliate.program.timezone
  return (
    <LayoutComposer
      widgetsZonePrefix="affiliate.details"
      preferredLayoutId="core:two-column"
      data={affiliate}
      sections={{
        main: (
          <>
            <LayoutComposer.Entry id="AffiliateGeneral">
              <AffiliateGeneralSection affiliate={affiliate} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliateCommissions">
              <CommissionTable affiliateId={affiliate.id} timeZone={timeZone} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliateLedger">
              <LedgerTable affiliateId={affiliate.id} timeZone={timeZone} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliatePayouts">
              <AffiliatePayouts affiliateId={affiliate.id} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliateStatements">
              <StatementTable affiliateId={affiliate.id} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliateReferrals">
              <AffiliateReferrals affiliateId={affiliate.id} timeZone={timeZone} />
            </LayoutComposer.Entry>
          </>
        ),
        side: (
          <>
            <LayoutComposer.Entry id="AffiliateLink">
              <LinkSection affiliate={affiliate} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliateBalance">
              <BalanceSection balances={affiliate.balances} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliatePayoutMethod">
              <PayoutMethodSection affiliateId={affiliate.id} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliateAgreement">
              <AgreementSection affiliateId={affiliate.id} timeZone={timeZone} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliateBilling">
              <BillingSection affiliateId={affiliate.id} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliateJson">
              <JsonViewSection data={affiliate} />
            </LayoutComposer.Entry>
          </>
        ),
      }}
    />
  )
}

export const handle = { breadcrumb: ({ params }: UIMatch) => <AffiliateBreadcrumb id={params.id} /> }

export default AffiliatePage
