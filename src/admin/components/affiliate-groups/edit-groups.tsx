import { useRouteModal } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import type { AdminAffiliate, AdminAffiliateGroupListResponse } from "../../../types"
import { useChangeGroupMembers } from "../../hooks/api/affiliate-groups"
import { useFormSubmit } from "../../hooks/use-form-submit"
import { affiliateGroupSource } from "../../lib/entity-sources/affiliate-groups"
import { useText } from "../../lib/use-text"
import { DrawerForm } from "../form/drawer-form"
import { EntitiesField } from "../form/entities-field"

interface Values {
  groups: string[]
}

/** The groups that an affiliate is in. */
export const EditGroups = ({ affiliate }: { affiliate: AdminAffiliate }) => {
  const t = useText()
  const { handleSuccess } = useRouteModal()
  const { mutateAsync } = useChangeGroupMembers()
  const before = affiliate.groups.map(({ id }) => id)
  const form = useForm<Values>({ defaultValues: { groups: before } })
  const submit = useFormSubmit(form, ["groups"], async ({ groups }) => {
    for (const group_id of groups.filter((id) => !before.includes(id))) await mutateAsync({ group_id, add: [affiliate.id] })
    for (const group_id of before.filter((id) => !groups.includes(id))) await mutateAsync({ group_id, remove: [affiliate.id] })
    toast.success(t("affiliateGroup.changed"))
    handleSuccess()
  })
  return (
    <DrawerForm form={form} onSubmit={submit} title={t("affiliateGroup.edit")} description={t("affiliateGroup.editDescription")}>
      <EntitiesField<Values, AdminAffiliateGroupListResponse>
        name="groups"
        label={t("affiliate.tabs.groups")}
        source={affiliateGroupSource}
        placeholder={t("affiliateGroup.noGroup")}
      />
    </DrawerForm>
  )
}
