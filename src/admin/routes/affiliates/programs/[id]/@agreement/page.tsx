import { RouteDrawer } from "@medusajs/dashboard/components"
import { useParams } from "react-router-dom"
import { EditAgreement } from "../../../../../components/agreements/edit-agreement"
import { useProgram } from "../../../../../hooks/api/programs"

const EditAgreementPage = () => {
  const { id = "" } = useParams()
  const { data, error } = useProgram(id)
  if (error) throw error
  return <RouteDrawer>{data && <EditAgreement program={data.affiliate_program} />}</RouteDrawer>
}

export default EditAgreementPage
