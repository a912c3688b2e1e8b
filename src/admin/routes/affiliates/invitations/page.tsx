import { LayoutComposer } from "@medusajs/dashboard/components"
import { Breadcrumb } from "../../../components/common/breadcrumb"
import { InvitationTable } from "../../../components/invitations/invitation-table"

const InvitationsPage = () => (
  <LayoutComposer
    widgetsZonePrefix="affiliate_invitation.list"
    preferredLayoutId="core:single-column"
    sections={{
      main: (
        <LayoutComposer.Entry id="InvitationTable">
          <InvitationTable />
        </LayoutComposer.Entry>
      ),
    }}
  />
)

export const handle = { breadcrumb: () => <Breadcrumb text="affiliate.tabs.invitations" /> }

export default InvitationsPage
