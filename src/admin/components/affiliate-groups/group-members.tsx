import { PencilSquare, Trash } from "@medusajs/icons"
import { toast } from "@medusajs/ui"
import { useNavigate } from "react-router-dom"
import type { AdminAffiliateGroup, AdminAffiliateListParams } from "../../../types"
import { useChangeGroupMembers } from "../../hooks/api/affiliate-groups"
import { useAffiliates } from "../../hooks/api/affiliates"
import { useAffiliateSelection } from "../../hooks/use-affiliate-selection"
import { useListParams } from "../../hooks/use-list-params"
import { useText } from "../../lib/use-text"
import { ListSection } from "../common/list-section"
import { useMemberColumns } from "./member-columns"
import { useDeleteGroupAction } from "./use-delete-group-action"

const PAGE_SIZE = 20

/** A group with who is in it. */
export const GroupMembers = ({ group }: { group: AdminAffiliateGroup }) => {
  const t = useText()
  const navigate = useNavigate()
  const params = useListParams<AdminAffiliateListParams>({ pageSize: PAGE_SIZE, filters: [], order: "name" })
  const { data, isPending, error } = useAffiliates({ ...params, group_id: group.id })
  const { selected, clear, rowSelection } = useAffiliateSelection(data?.affiliates)
  const { mutateAsync } = useChangeGroupMembers()
  const remove = useDeleteGroupAction(group)

  const removeSelected = async () => {
    try {
      await mutateAsync({ group_id: group.id, remove: selected.map(({ id }) => id) })
      toast.success(t("affiliateGroup.removed", { count: selected.length }))
      clear()
    } catch (failure) {
      toast.error(failure instanceof Error ? failure.message : String(failure))
    }
  }
  const removeGroup = async () => {
    if (await remove()) await navigate("/affiliates/groups")
  }
  return (
    <ListSection
      rows={data?.affiliates}
      count={data?.count}
      isPending={isPending}
      error={error}
      empty="groupMembers"
      heading={group.name}
      subHeading={t("common.affiliates", { count: group.affiliate_count })}
      columns={useMemberColumns()}
      getRowId={({ id }) => id}
      rowHref={({ id }) => `/affiliates/${id}`}
      pageSize={PAGE_SIZE}
      actions={[{ label: t("affiliateGroup.addAffiliates"), to: "add" }]}
      actionMenu={{
        groups: [
          { actions: [{ label: t("affiliateGroup.rename"), icon: <PencilSquare />, to: "rename" }] },
          { actions: [{ label: t("affiliateGroup.delete"), icon: <Trash />, onClick: () => void removeGroup() }] },
        ],
      }}
      rowSelection={rowSelection}
      commands={[{ label: t("affiliateGroup.removeFrom"), shortcut: "r", action: () => void removeSelected() }]}
    />
  )
}
