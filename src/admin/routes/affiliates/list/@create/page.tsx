import { RouteDrawer } from "@medusajs/dashboard/components"
import { CreateAffiliate } from "../../../../components/affiliates/create-affiliate"

const CreateAffiliatePage = () => (
  <RouteDrawer>
    <CreateAffiliate />
  </RouteDrawer>
)

export default CreateAffiliatePage
