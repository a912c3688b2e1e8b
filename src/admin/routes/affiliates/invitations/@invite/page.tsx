import { RouteDrawer } from "@medusajs/dashboard/components"
import { InviteAffiliates } from "../../../../components/invitations/invite-affiliates"

const InviteAffiliatesPage = () => (
  <RouteDrawer>
    <InviteAffiliates />
  </RouteDrawer>
)

export default InviteAffiliatesPage
