import { zodResolver } from "@hookform/resolvers/zod"
import { useRouteModal } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { z } from "zod"
import type { AdminAffiliateGroupResponse } from "../../../types"
import { useFormSubmit } from "../../hooks/use-form-submit"
import { useText } from "../../lib/use-text"
import { DrawerForm } from "../form/drawer-form"
import { TextField } from "../form/text-field"

interface GroupFormProps {
  title: string
  name?: string
  save: (name: string) => Promise<AdminAffiliateGroupResponse>
}

/** Names a group, new or existing. */
export const GroupForm = ({ title, name = "", save }: GroupFormProps) => {
  const t = useText()
  const { handleSuccess } = useRouteModal()
  const form = useForm<{ name: string }>({
    values: { name },
    resetOptions: { keepDirtyValues: true },
    resolver: zodResolver(z.object({ name: z.string().trim().min(1, t("errors.required")) })),
  })
  const submit = useFormSubmit(form, ["name"], async (values) => {
    const { affiliate_group } = await save(values.name)
    toast.success(t("affiliateGroup.saved", { name: affiliate_group.name }))
    handleSuccess(`/affiliates/groups/${affiliate_group.id}`)
  })
  return (
    <DrawerForm form={form} onSubmit={submit} title={title} description={t("affiliateGroup.formDescription")}>
      <TextField<{ name: string }> name="name" label={t("affiliateGroup.name")} placeholder={t("affiliateGroup.namePlaceholder")} />
    </DrawerForm>
  )
}
