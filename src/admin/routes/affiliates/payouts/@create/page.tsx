import { RouteDrawer } from "@medusajs/dashboard/components"
import { CreatePayouts } from "../../../../components/payouts/create-payouts"

const CreatePayoutsPage = () => (
  <RouteDrawer>
    <CreatePayouts />
  </RouteDrawer>
)

export default CreatePayoutsPage
