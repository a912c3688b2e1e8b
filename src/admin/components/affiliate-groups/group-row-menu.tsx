import { PencilSquare, Trash } from "@medusajs/icons"
import type { AdminAffiliateGroup } from "../../../types"
import { useText } from "../../lib/use-text"
import { MoreMenu } from "../common/more-menu"
import { useDeleteGroupAction } from "./use-delete-group-action"

export const GroupRowMenu = ({ group }: { group: AdminAffiliateGroup }) => {
  const t = useText()
  const remove = useDeleteGroupAction(group)
  // The row is a link: stop clicks in its menu from following it.
  return (
    <div className="flex justify-end" onClick={(event) => event.stopPropagation()}>
      <MoreMenu
        groups={[
          { actions: [{ label: t("affiliateGroup.rename"), icon: <PencilSquare />, to: `/affiliates/groups/${group.id}/rename` }] },
          { actions: [{ label: t("affiliateGroup.delete"), icon: <Trash />, onClick: () => void remove() }] },
        ]}
      />
    </div>
  )
}
