import { defineRouteConfig } from "@medusajs/admin-sdk"
import { LayoutComposer } from "@medusajs/dashboard/components"
import { CommissionList } from "../../../components/commissions/commission-list"
import { Breadcrumb } from "../../../components/common/breadcrumb"

const CommissionsPage = () => (
  <LayoutComposer
    widgetsZonePrefix="affiliate_commission.list"
    preferredLayoutId="core:single-column"
    sections={{
      main: (
        <LayoutComposer.Entry id="AffiliateCommissions">
          <CommissionList />
        </LayoutComposer.Entry>
      ),
    }}
  />
)

export const config = defineRouteConfig({ label: "menu.commissions", translationNs: "affiliate", rank: 2 })

export const handle = { breadcrumb: () => <Breadcrumb text="menu.commissions" /> }

export default CommissionsPage
