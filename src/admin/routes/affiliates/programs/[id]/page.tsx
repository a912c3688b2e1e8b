import { JsonViewSection, LayoutComposer } from "@medusajs/dashboard/components"
import { type UIMatch, useParams } from "react-router-dom"
import { AgreementTable } from "../../../../components/agreements/agreement-table"
import { LoadingRows } from "../../../../components/common/loading-rows"
import { PageError } from "../../../../components/common/page-error"
import { ProgramBreadcrumb } from "../../../../components/programs/program-breadcrumb"
import { ProgramCommissionSection } from "../../../../components/programs/program-commission-section"
import { ProgramGeneralSection } from "../../../../components/programs/program-general-section"
import { ProgramLinksSection } from "../../../../components/programs/program-links-section"
import { ProgramMembersSection } from "../../../../components/programs/program-members-section"
import { ProgramNotificationsSection } from "../../../../components/programs/program-notifications-section"
import { ProgramPayoutsSection } from "../../../../components/programs/program-payouts-section"
import { ProgramPortalSection } from "../../../../components/programs/program-portal-section"
import { ProgramStatementsSection } from "../../../../components/programs/program-statements-section"
import { ProgramRulesSection } from "../../../../components/rules/program-rules-section"
import { useProgram } from "../../../../hooks/api/programs"

const ProgramPage = () => {
  const { id = "" } = useParams()
  const { data, error } = useProgram(id)
  if (error) return <PageError error={error} />
  if (!data) return <LoadingRows count={8} />

  const program = data.affiliate_program
  return (
    <LayoutComposer
      widgetsZonePrefix="affiliate_program.details"
      preferredLayoutId="core:two-column"
      data={program}
      sections={{
        main: (
          <>
            <LayoutComposer.Entry id="AffiliateProgramGeneral">
              <ProgramGeneralSection program={program} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliateProgramLinks">
              <ProgramLinksSection program={program} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliateProgramCommission">
              <ProgramCommissionSection program={program} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliateProgramRules">
              <ProgramRulesSection program={program} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliateProgramAgreement">
              <AgreementTable program={program} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliateProgramPortal">
              <ProgramPortalSection program={program} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliateProgramStatements">
              <ProgramStatementsSection program={program} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliateProgramJson">
              <JsonViewSection data={program} />
            </LayoutComposer.Entry>
          </>
        ),
        side: (
          <>
            <LayoutComposer.Entry id="AffiliateProgramMembers">
              <ProgramMembersSection program={program} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliateProgramPayouts">
              <ProgramPayoutsSection program={program} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliateProgramNotifications">
              <ProgramNotificationsSection program={program} />
            </LayoutComposer.Entry>
          </>
        ),
      }}
    />
  )
}

export const handle = { breadcrumb: ({ params }: UIMatch) => <ProgramBreadcrumb id={params.id} /> }

export default ProgramPage
