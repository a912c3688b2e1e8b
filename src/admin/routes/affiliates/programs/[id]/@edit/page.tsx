import { RouteFocusModal } from "@medusajs/dashboard/components"
import { useParams } from "react-router-dom"
import { EditProgram } from "../../../../../components/programs/edit-program"
import { useProgram } from "../../../../../hooks/api/programs"

const EditProgramPage = () => {
  const { id = "" } = useParams()
  const { data, error } = useProgram(id)
  if (error) throw error
  return <RouteFocusModal>{data && <EditProgram program={data.affiliate_program} />}</RouteFocusModal>
}

export default EditProgramPage
