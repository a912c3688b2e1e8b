import { defineRouteConfig } from "@medusajs/admin-sdk"
import { LayoutComposer } from "@medusajs/dashboard/components"
import { Share } from "@medusajs/icons"
import { Breadcrumb } from "../../components/common/breadcrumb"
import { SeriesSection } from "../../components/statistics/chart/series-section"
import { Funnel } from "../../components/statistics/funnel"
import { Overview } from "../../components/statistics/overview"
import { SetupChecklist } from "../../components/statistics/setup/setup-checklist"
import { TasksSection } from "../../components/statistics/tasks/tasks-section"
import { Tops } from "../../components/statistics/tops/tops"

const OverviewPage = () => (
  <LayoutComposer
    widgetsZonePrefix="affiliate_overview.details"
    preferredLayoutId="core:single-column"
    sections={{
      main: (
        <>
          <LayoutComposer.Entry id="AffiliateSetup">
            <SetupChecklist />
          </LayoutComposer.Entry>
          <LayoutComposer.Entry id="AffiliateOverview">
            <Overview />
          </LayoutComposer.Entry>
          <LayoutComposer.Entry id="AffiliateTasks">
            <TasksSection />
          </LayoutComposer.Entry>
          <LayoutComposer.Entry id="AffiliateSeries">
            <SeriesSection />
          </LayoutComposer.Entry>
          <LayoutComposer.Entry id="AffiliateFunnel">
            <Funnel />
          </LayoutComposer.Entry>
          <LayoutComposer.Entry id="AffiliateTops">
            <Tops />
          </LayoutComposer.Entry>
        </>
      ),
    }}
  />
)

export const config = defineRouteConfig({ label: "menu.affiliates", translationNs: "affiliate", icon: Share })

export const handle = { breadcrumb: () => <Breadcrumb text="menu.affiliates" /> }

export default OverviewPage
