import { defineRouteConfig } from "@medusajs/admin-sdk"
import { LayoutComposer } from "@medusajs/dashboard/components"
import { Breadcrumb } from "../../../components/common/breadcrumb"
import { PayoutTable } from "../../../components/payouts/payout-table"

const PayoutsPage = () => (
  <LayoutComposer
    widgetsZonePrefix="affiliate_payout.list"
    preferredLayoutId="core:single-column"
    sections={{
      main: (
        <LayoutComposer.Entry id="AffiliatePayoutTable">
          <PayoutTable />
        </LayoutComposer.Entry>
      ),
    }}
  />
)

export const config = defineRouteConfig({ label: "menu.payouts", translationNs: "affiliate", rank: 6 })

export const handle = { breadcrumb: () => <Breadcrumb text="menu.payouts" /> }

export default PayoutsPage
