import { RouteDrawer } from "@medusajs/dashboard/components"
import { useParams } from "react-router-dom"
import { EditBillingDetails } from "../../../../components/affiliates/edit-billing-details"
import { useBillingDetails } from "../../../../hooks/api/billing-details"

const EditBillingDetailsPage = () => {
  const { id = "" } = useParams()
  const { data, error } = useBillingDetails(id)
  if (error) throw error
  // A drawer has its title from the beginning, so it waits for what stands in it.
  if (!data) return null
  return (
    <RouteDrawer>
      <EditBillingDetails affiliateId={id} details={data.billing_details} />
    </RouteDrawer>
  )
}

export default EditBillingDetailsPage
