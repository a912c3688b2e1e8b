import { RouteFocusModal } from "@medusajs/dashboard/components"
import { CreateProgram } from "../../../../components/program/create-program"

const CreateProgramPage = () => (
  <RouteFocusModal>
    <CreateProgram />
  </RouteFocusModal>
)

export default CreateProgramPage
