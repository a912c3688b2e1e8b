import { RouteFocusModal } from "@medusajs/dashboard/components"
import { useParams } from "react-router-dom"
import { LoadedRuleForm } from "../../../../../../components/rules/form/loaded-rule-form"

const CreateRulePage = () => {
  const { id = "" } = useParams()
  return (
    <RouteFocusModal>
      <LoadedRuleForm programId={id} />
    </RouteFocusModal>
  )
}

export default CreateRulePage
