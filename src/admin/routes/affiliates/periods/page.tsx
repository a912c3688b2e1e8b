import { defineRouteConfig } from "@medusajs/admin-sdk"
import { LayoutComposer } from "@medusajs/dashboard/components"
import { Breadcrumb } from "../../../components/common/breadcrumb"
import { PeriodTable } from "../../../components/periods/period-table"

const PeriodsPage = () => (
  <LayoutComposer
    widgetsZonePrefix="affiliate_period.list"
    preferredLayoutId="core:single-column"
    sections={{
      main: (
        <LayoutComposer.Entry id="AffiliatePeriodTable">
          <PeriodTable />
        </LayoutComposer.Entry>
      ),
    }}
  />
)

export const config = defineRouteConfig({ label: "menu.periods", translationNs: "affiliate", rank: 5 })

export const handle = { breadcrumb: () => <Breadcrumb text="menu.periods" /> }

export default PeriodsPage
