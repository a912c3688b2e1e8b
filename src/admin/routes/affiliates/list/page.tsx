import { defineRouteConfig } from "@medusajs/admin-sdk"
import { LayoutComposer } from "@medusajs/dashboard/components"
import { AffiliateTable } from "../../../components/affiliates/affiliate-table"
import { Breadcrumb } from "../../../components/common/breadcrumb"

const AffiliatesPage = () => (
  <LayoutComposer
    widgetsZonePrefix="affiliate.list"
    preferredLayoutId="core:single-column"
    sections={{
      main: (
        <LayoutComposer.Entry id="AffiliateTable">
          <AffiliateTable />
        </LayoutComposer.Entry>
      ),
    }}
  />
)

export const config = defineRouteConfig({ label: "menu.list", translationNs: "affiliate", rank: 1 })

export const handle = { breadcrumb: () => <Breadcrumb text="menu.list" /> }

export default AffiliatesPage
