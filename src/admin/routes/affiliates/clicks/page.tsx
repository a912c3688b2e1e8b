import { defineRouteConfig } from "@medusajs/admin-sdk"
import { LayoutComposer } from "@medusajs/dashboard/components"
import { ClickPage } from "../../../components/clicks/click-page"
import { Breadcrumb } from "../../../components/common/breadcrumb"

const ClicksPage = () => (
  <LayoutComposer
    widgetsZonePrefix="affiliate_click.list"
    preferredLayoutId="core:single-column"
    sections={{
      main: (
        <LayoutComposer.Entry id="AffiliateClicks">
          <ClickPage />
        </LayoutComposer.Entry>
      ),
    }}
  />
)

export const config = defineRouteConfig({ label: "menu.clicks", translationNs: "affiliate", rank: 3 })

export const handle = { breadcrumb: () => <Breadcrumb text="menu.clicks" /> }

export default ClicksPage
