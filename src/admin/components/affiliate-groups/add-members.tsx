import { zodResolver } from "@hookform/resolvers/zod"
import { useRouteModal } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { z } from "zod"
import type { AdminAffiliateListResponse } from "../../../types"
import { useChangeGroupMembers } from "../../hooks/api/affiliate-groups"
import { useFormSubmit } from "../../hooks/use-form-submit"
import { everyAffiliateSource } from "../../lib/entity-sources/affiliates"
import { useText } from "../../lib/use-text"
import { DrawerForm } from "../form/drawer-form"
import { EntitiesField } from "../form/entities-field"

interface Values {
  add: string[]
}

/** Adds affiliates to a group, found by name. */
export const AddMembers = ({ groupId }: { groupId: string }) => {
  const t = useText()
  const { handleSuccess } = useRouteModal()
  const { mutateAsync } = useChangeGroupMembers()
  const form = useForm<Values>({
    defaultValues: { add: [] },
    resolver: zodResolver(z.object({ add: z.array(z.string()).min(1, t("errors.required")) })),
  })
  const submit = useFormSubmit(form, ["add"], async ({ add }) => {
    await mutateAsync({ group_id: groupId, add })
    toast.success(t("affiliateGroup.added", { count: add.length }))
    handleSuccess()
  })
  return (
    <DrawerForm
      form={form}
      onSubmit={submit}
      title={t("affiliateGroup.addAffiliates")}
      description={t("affiliateGroup.addDescription")}
      submitLabel={t("affiliateGroup.addAffiliates")}
    >
      <EntitiesField<Values, AdminAffiliateListResponse>
        name="add"
        label={t("menu.affiliates")}
        source={everyAffiliateSource}
        placeholder={t("rule.choose")}
      />
    </DrawerForm>
  )
}
