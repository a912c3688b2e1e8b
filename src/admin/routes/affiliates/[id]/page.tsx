import { JsonViewSection, LayoutComposer } from "@medusajs/dashboard/components"
import { type UIMatch, useParams } from "react-router-dom"
import { AffiliateBreadcrumb } from "../../../components/affiliates/affiliate-breadcrumb"
import { AffiliateDetails } from "../../../components/affiliates/affiliate-details"
import { AffiliateGeneralSection } from "../../../components/affiliates/affiliate-general-section"
import { ApplicationSection } from "../../../components/affiliates/application-section"
import { BalanceSection } from "../../../components/affiliates/balance-section"
import { LinkSection } from "../../../components/affiliates/link-section"
import { NotesSection } from "../../../components/affiliates/notes-section"
import { LoadingRows } from "../../../components/common/loading-rows"
import { PageError } from "../../../components/common/page-error"
import { useAffiliate } from "../../../hooks/api/affiliates"

const AffiliatePage = () => {
  const { id = "" } = useParams()
  const { data, error } = useAffiliate(id)
  if (error) return <PageError error={error} />
  if (!data) return <LoadingRows count={8} />

  const affiliate = data.affiliate
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
            <LayoutComposer.Entry id="AffiliateDetails">
              <AffiliateDetails affiliate={affiliate} />
            </LayoutComposer.Entry>
          </>
        ),
        side: (
          <>
            <LayoutComposer.Entry id="AffiliateBalance">
              <BalanceSection balances={affiliate.balances} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliateApplication">
              <ApplicationSection affiliate={affiliate} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliateLink">
              <LinkSection affiliate={affiliate} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliateNotes">
              <NotesSection affiliateId={affiliate.id} timeZone={affiliate.program.timezone} />
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
