import { RouteDrawer } from "@medusajs/dashboard/components"
import { useParams } from "react-router-dom"
import { EditCreatives } from "../../../../../components/programs/edit-creatives"
import { useProgram } from "../../../../../hooks/api/programs"

const EditCreativesPage = () => {
  const { id = "" } = useParams()
  const { data, error } = useProgram(id)
  if (error) throw error
  return <RouteDrawer>{data && <EditCreatives program={data.affiliate_program} />}</RouteDrawer>
}

export default EditCreativesPage
