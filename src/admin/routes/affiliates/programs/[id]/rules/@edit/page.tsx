import { RouteFocusModal } from "@medusajs/dashboard/components"
import { useParams, useSearchParams } from "react-router-dom"
import { LoadedRuleForm } from "../../../../../../components/rules/form/loaded-rule-form"

const EditRulePage = () => {
  const { id = "" } = useParams()
  const [search] = useSearchParams()
  return (
    <RouteFocusModal>
      <LoadedRuleForm programId={id} ruleId={search.get("rule") ?? ""} />
    </RouteFocusModal>
  )
}

export default EditRulePage
