import { RouteDrawer } from "@medusajs/dashboard/components"
import { useParams } from "react-router-dom"
import { EditGroups } from "../../../../components/affiliate-groups/edit-groups"
import { useAffiliate } from "../../../../hooks/api/affiliates"

const EditGroupsPage = () => {
  const { id = "" } = useParams()
  const { data, error } = useAffiliate(id)
  if (error) throw error
  return <RouteDrawer>{data && <EditGroups affiliate={data.affiliate} />}</RouteDrawer>
}

export default EditGroupsPage
