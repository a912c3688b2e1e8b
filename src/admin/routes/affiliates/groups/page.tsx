import { LayoutComposer } from "@medusajs/dashboard/components"
import { GroupTable } from "../../../components/affiliate-groups/group-table"
import { Breadcrumb } from "../../../components/common/breadcrumb"

const GroupsPage = () => (
  <LayoutComposer
    widgetsZonePrefix="affiliate_group.list"
    preferredLayoutId="core:single-column"
    sections={{
      main: (
        <LayoutComposer.Entry id="AffiliateGroupTable">
          <GroupTable />
        </LayoutComposer.Entry>
      ),
    }}
  />
)

export const handle = { breadcrumb: () => <Breadcrumb text="affiliate.tabs.groups" /> }

export default GroupsPage
