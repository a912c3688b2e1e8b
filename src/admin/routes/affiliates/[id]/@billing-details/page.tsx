import { RouteDrawer } from "@medusajs/dashboard/components"
import { useParams } from "react-router-dom"
import { EditBillingDetails } from "../../../../components/affiliate/edit-billing-details"
import { useBillingDetails } from "../../../../hooks/api/billing-details"

const EditBillingDetailsPage = () => {
  const { id = "" } = useParams()
  const { data, error } = useBillingDetails(id)
  if (error) throw error
  return <RouteDrawer>{data && <EditBillingDetails affiliateId={id} details={data.billing_details} />}</RouteDrawer>
}

export default EditBillingDetailsPage
