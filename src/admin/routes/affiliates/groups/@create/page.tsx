import { RouteDrawer } from "@medusajs/dashboard/components"
import { CreateGroup } from "../../../../components/affiliate-groups/create-group"

const CreateGroupPage = () => (
  <RouteDrawer>
    <CreateGroup />
  </RouteDrawer>
)

export default CreateGroupPage
