import { defineRouteConfig } from "@medusajs/admin-sdk"
import { LayoutComposer } from "@medusajs/dashboard/components"
import { Share } from "@medusajs/icons"
import { Breadcrumb } from "../../components/common/breadcrumb"
import { Overview } from "../../components/statistics/overview"

const OverviewPage = () => (
  <LayoutComposer
    widgetsZonePrefix="affiliate_overview.details"
    preferredLayoutId="core:single-column"
    sections={{
      main: (
        <LayoutComposer.Entry id="AffiliateOverview">
          <Overview />
        </LayoutComposer.Entry>
      ),
    }}
  />
)

export const config = defineRouteConfig({ label: "menu.affiliates", translationNs: "affiliate", icon: Share })

export const handle = { breadcrumb: () => <Breadcrumb text="menu.affiliates" /> }

export default OverviewPage
