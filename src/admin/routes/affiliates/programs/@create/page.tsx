import { RouteFocusModal } from "@medusajs/dashboard/components"
import { CreateProgram } from "../../../../components/programs/create-program"

const CreateProgramPage = () => (
  <RouteFocusModal>
    <CreateProgram />
  </RouteFocusModal>
)

export default CreateProgramPage
