import { zodResolver } from "@hookform/resolvers/zod"
import { useRouteModal } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { z } from "zod"
import { NOTIFICATIONS } from "../../../domain/notifications/notification-settings"
import type { AdminAffiliateProgram } from "../../../types"
import { useUpdateProgram } from "../../hooks/api/programs"
import { useFormSubmit } from "../../hooks/use-form-submit"
import { NOTIFICATION_NAMES } from "../../lib/notification-names"
import { useText } from "../../lib/use-text"
import { DrawerForm } from "../form/drawer-form"
import { SwitchField } from "../form/switch-field"
import { TextField } from "../form/text-field"

/** The fields as the API's errors name them. */
const NAMES = NOTIFICATION_NAMES.flatMap((name) => [`notifications.${name}.template`, `notifications.${name}.is_enabled`] as const)

/** Which notifications the program's affiliates get, and with which template of the store's provider. */
export const EditNotifications = ({ program }: { program: AdminAffiliateProgram }) => {
  const t = useText()
  const { handleSuccess } = useRouteModal()
  const { mutateAsync } = useUpdateProgram(program.id)
  const template = z.string().trim().min(1, t("errors.required"))
  const schema = z.object({ notifications: z.record(z.enum(NOTIFICATIONS), z.object({ is_enabled: z.boolean(), template })) })
  const form = useForm<z.infer<typeof schema>>({
    defaultValues: { notifications: program.notifications },
    resolver: zodResolver(schema),
  })

  const submit = useFormSubmit(form, NAMES, async (values) => {
    await mutateAsync(values)
    toast.success(t("program.saved"))
    handleSuccess()
  })

  return (
    <DrawerForm form={form} onSubmit={submit} title={t("notification.many")} description={t("notification.description")}>
      {NOTIFICATION_NAMES.map((name) => {
        const label = t(`notification.names.${name}.label`)
        return (
          <div key={name} className="flex flex-col gap-y-3">
            <SwitchField name={`notifications.${name}.is_enabled`} label={label} hint={t(`notification.names.${name}.hint`)} />
            <TextField name={`notifications.${name}.template`} label={t("notification.template", { name: label })} />
          </div>
        )
      })}
    </DrawerForm>
  )
}
