import { RouteDrawer } from "@medusajs/dashboard/components"
import { useParams } from "react-router-dom"
import { EditBillingDetails } from "../../../../components/affiliates/edit-billing-details"
import { useBillingDetails } from "../../../../hooks/api/billing-details"

const EditBillingDetailsPage = () => {
  const { id = "" } = useParams()
  const { data, error } = useBillingDetails(id)
  if (error) throw error
  // Opens only when the details are loaded, because a drawer needs its title from the start.
  if (!data) return null
  return (
    <RouteDrawer>
      <EditBillingDetails affiliateId={id} details={data.billing_details} />
    </RouteDrawer>
  )
}

export default EditBillingDetailsPage
