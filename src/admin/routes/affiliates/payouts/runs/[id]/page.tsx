import { LayoutComposer } from "@medusajs/dashboard/components"
import { useParams } from "react-router-dom"
import { Breadcrumb } from "../../../../../components/common/breadcrumb"
import { LoadingRows } from "../../../../../components/common/loading-rows"
import { PageError } from "../../../../../components/common/page-error"
import { PayRunFiles } from "../../../../../components/payouts/pay-run-files"
import { PayRunSummary } from "../../../../../components/payouts/pay-run-summary"
import { PayoutTable } from "../../../../../components/payouts/payout-table"
import { WithoutDetails } from "../../../../../components/payouts/without-details"
import { usePayRun } from "../../../../../hooks/api/pay-runs"

const PayRunPage = () => {
  const { id = "" } = useParams()
  const { data, error } = usePayRun(id)
  if (error) return <PageError error={error} />
  if (!data) return <LoadingRows count={8} />

  const run = data.affiliate_pay_run
  return (
    <LayoutComposer
      widgetsZonePrefix="affiliate_pay_run.details"
      preferredLayoutId="core:single-column"
      data={run}
      sections={{
        main: (
          <>
            <LayoutComposer.Entry id="AffiliatePayRunSummary">
              <PayRunSummary run={run} />
            </LayoutComposer.Entry>
            {run.files.length > 0 && (
              <LayoutComposer.Entry id="AffiliatePayRunFiles">
                <PayRunFiles run={run} />
              </LayoutComposer.Entry>
            )}
            <LayoutComposer.Entry id="AffiliatePayRunWithoutDetails">
              <WithoutDetails run={run} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliatePayRunPayouts">
              <PayoutTable runId={run.id} />
            </LayoutComposer.Entry>
          </>
        ),
      }}
    />
  )
}

export const handle = { breadcrumb: () => <Breadcrumb text="payRun.one" /> }

export default PayRunPage
