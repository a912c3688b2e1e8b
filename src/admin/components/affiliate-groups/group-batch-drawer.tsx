import { Combobox } from "@medusajs/dashboard/components"
import { Label, toast } from "@medusajs/ui"
import { useId, useState } from "react"
import type { AdminAffiliate, AdminAffiliateGroupListResponse } from "../../../types"
import { useChangeGroupMembers } from "../../hooks/api/affiliate-groups"
import { useEntityOptions } from "../../hooks/use-entity-options"
import { affiliateGroupSource } from "../../lib/entity-sources/affiliate-groups"
import { useText } from "../../lib/use-text"
import { ReasonDrawer } from "../common/reason-drawer"

export type GroupChange = "add" | "remove"

interface GroupBatchDrawerProps {
  affiliates: AdminAffiliate[]
  change: GroupChange
  onChanged: () => void
  onClose: () => void
}

/** Puts the ticked affiliates into a group, or takes them out of it. */
export const GroupBatchDrawer = ({ affiliates, change, onChanged, onClose }: GroupBatchDrawerProps) => {
  const t = useText()
  const id = useId()
  const [group_id, setGroup] = useState("")
  const groups = useEntityOptions<AdminAffiliateGroupListResponse>(affiliateGroupSource, group_id ? [group_id] : [])
  const { mutateAsync } = useChangeGroupMembers()
  const confirm = async () => {
    await mutateAsync({ group_id, [change]: affiliates.map((affiliate) => affiliate.id) })
    toast.success(t(change === "add" ? "affiliateGroup.added" : "affiliateGroup.removed", { count: affiliates.length }))
    onChanged()
  }
  const title = t(change === "add" ? "affiliateGroup.addTo" : "affiliateGroup.removeFrom")
  return (
    <ReasonDrawer
      title={title}
      description={t("affiliate.batch.description", { count: affiliates.length })}
      confirmLabel={title}
      optional
      withoutReason
      ready={group_id !== ""}
      onConfirm={confirm}
      onClose={onClose}
    >
      <div className="flex flex-col gap-y-2">
        <Label htmlFor={id} size="small" weight="plus">
          {t("affiliateGroup.one")}
        </Label>
        <Combobox {...groups} id={id} value={group_id} onChange={(value) => setGroup(value ?? "")} />
      </div>
    </ReasonDrawer>
  )
}
