import { LayoutComposer } from "@medusajs/dashboard/components"
import { type UIMatch, useParams } from "react-router-dom"
import { LoadingRows } from "../../../../components/common/loading-rows"
import { PageError } from "../../../../components/common/page-error"
import { ChooseProgram } from "../../../../components/programs/choose-program"
import { PeriodAbsentTable } from "../../../../components/periods/period-absent-table"
import { PeriodCommissionTable } from "../../../../components/periods/period-commission-table"
import { PeriodLineTable } from "../../../../components/periods/period-line-table"
import { PeriodSummary } from "../../../../components/periods/period-summary"
import { usePeriod } from "../../../../hooks/api/periods"
import { useProgram } from "../../../../hooks/api/programs"
import { useChosenProgram } from "../../../../hooks/use-chosen-program"
import { formatPeriod } from "../../../../lib/format"

const PeriodPage = () => {
  const { period = "" } = useParams()
  const programId = useChosenProgram() ?? ""
  const { data, error } = usePeriod({ period, program_id: programId })
  const program = useProgram(programId, programId !== "").data?.affiliate_program
  if (error) return <PageError error={error} />
  if (!programId) return <ChooseProgram to={`/affiliates/periods/${period}`} />
  if (!data) return <LoadingRows count={8} />

  return (
    <LayoutComposer
      widgetsZonePrefix="affiliate_period.details"
      preferredLayoutId="core:single-column"
      data={data.affiliate_period}
      sections={{
        main: (
          <>
            <LayoutComposer.Entry id="AffiliatePeriodSummary">
              <PeriodSummary period={data.affiliate_period} program={program} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliatePeriodLines">
              <PeriodLineTable period={data.affiliate_period} timeZone={program?.timezone} />
            </LayoutComposer.Entry>
            {data.affiliate_period.period_commissions.length > 0 && (
              <LayoutComposer.Entry id="AffiliatePeriodCommissions">
                <PeriodCommissionTable period={data.affiliate_period} />
              </LayoutComposer.Entry>
            )}
            {data.affiliate_period.absent.length > 0 && (
              <LayoutComposer.Entry id="AffiliatePeriodAbsent">
                <PeriodAbsentTable period={data.affiliate_period} />
              </LayoutComposer.Entry>
            )}
          </>
        ),
      }}
    />
  )
}

export const handle = { breadcrumb: ({ params }: UIMatch) => formatPeriod(params.period ?? "") }

export default PeriodPage
