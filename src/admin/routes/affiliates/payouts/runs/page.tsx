import { LayoutComposer } from "@medusajs/dashboard/components"
import { Breadcrumb } from "../../../../components/common/breadcrumb"
import { PayRunTable } from "../../../../components/payouts/pay-run-table"

const PayRunsPage = () => (
  <LayoutComposer
    widgetsZonePrefix="affiliate_pay_run.list"
    preferredLayoutId="core:single-column"
    sections={{
      main: (
        <LayoutComposer.Entry id="AffiliatePayRunTable">
          <PayRunTable />
        </LayoutComposer.Entry>
      ),
    }}
  />
)

export const handle = { breadcrumb: () => <Breadcrumb text="payRun.many" /> }

export default PayRunsPage
