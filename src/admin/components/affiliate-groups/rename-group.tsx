import type { AdminAffiliateGroup } from "../../../types"
import { useRenameAffiliateGroup } from "../../hooks/api/affiliate-groups"
import { useText } from "../../lib/use-text"
import { GroupForm } from "./group-form"

export const RenameGroup = ({ group }: { group: AdminAffiliateGroup }) => {
  const t = useText()
  const { mutateAsync } = useRenameAffiliateGroup(group.id)
  return <GroupForm title={t("affiliateGroup.rename")} name={group.name} save={mutateAsync} />
}
