import { RouteDrawer } from "@medusajs/dashboard/components"
import { useParams } from "react-router-dom"
import { EditNotifications } from "../../../../../components/programs/edit-notifications"
import { useProgram } from "../../../../../hooks/api/programs"

const EditNotificationsPage = () => {
  const { id = "" } = useParams()
  const { data, error } = useProgram(id)
  if (error) throw error
  return <RouteDrawer>{data && <EditNotifications program={data.affiliate_program} />}</RouteDrawer>
}

export default EditNotificationsPage
