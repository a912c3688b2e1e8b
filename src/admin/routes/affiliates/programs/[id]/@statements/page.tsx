import { RouteDrawer } from "@medusajs/dashboard/components"
import { useParams } from "react-router-dom"
import { EditStatementSettings } from "../../../../../components/programs/edit-statement-settings"
import { useProgram } from "../../../../../hooks/api/programs"

const EditStatementSettingsPage = () => {
  const { id = "" } = useParams()
  const { data, error } = useProgram(id)
  if (error) throw error
  return <RouteDrawer>{data && <EditStatementSettings program={data.affiliate_program} />}</RouteDrawer>
}

export default EditStatementSettingsPage
