import { RouteDrawer } from "@medusajs/dashboard/components"
import { useParams } from "react-router-dom"
import { EditAffiliate } from "../../../../components/affiliates/edit-affiliate"
import { useAffiliate } from "../../../../hooks/api/affiliates"

const EditAffiliatePage = () => {
  const { id = "" } = useParams()
  const { data, error } = useAffiliate(id)
  if (error) throw error
  return <RouteDrawer>{data && <EditAffiliate affiliate={data.affiliate} />}</RouteDrawer>
}

export default EditAffiliatePage
