import { defineRouteConfig } from "@medusajs/admin-sdk"
import { LayoutComposer } from "@medusajs/dashboard/components"
import { Breadcrumb } from "../../../components/common/breadcrumb"
import { HealthReport } from "../../../components/doctor/health-report"

const HealthPage = () => (
  <LayoutComposer
    widgetsZonePrefix="affiliate_health.details"
    preferredLayoutId="core:single-column"
    sections={{
      main: (
        <LayoutComposer.Entry id="AffiliateHealthReport">
          <HealthReport />
        </LayoutComposer.Entry>
      ),
    }}
  />
)

export const config = defineRouteConfig({ label: "menu.health", translationNs: "affiliate", rank: 9 })

export const handle = { breadcrumb: () => <Breadcrumb text="menu.health" /> }

export default HealthPage
