import { LayoutComposer } from "@medusajs/dashboard/components"
import { ApplicationList } from "../../../components/affiliates/application-list"
import { Breadcrumb } from "../../../components/common/breadcrumb"

const ApplicationsPage = () => (
  <LayoutComposer
    widgetsZonePrefix="affiliate_application.list"
    preferredLayoutId="core:single-column"
    sections={{
      main: (
        <LayoutComposer.Entry id="ApplicationList">
          <ApplicationList />
        </LayoutComposer.Entry>
      ),
    }}
  />
)

export const handle = { breadcrumb: () => <Breadcrumb text="affiliate.tabs.applications" /> }

export default ApplicationsPage
