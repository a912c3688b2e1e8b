import { useCreateAffiliateGroup } from "../../hooks/api/affiliate-groups"
import { useText } from "../../lib/use-text"
import { GroupForm } from "./group-form"

export const CreateGroup = () => {
  const t = useText()
  const { mutateAsync } = useCreateAffiliateGroup()
  return <GroupForm title={t("affiliateGroup.create")} save={mutateAsync} />
}
