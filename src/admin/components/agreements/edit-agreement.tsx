import { zodResolver } from "@hookform/resolvers/zod"
import { useRouteModal } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { z } from "zod"
import type { AdminAffiliateProgram } from "../../../types"
import { useUpdateProgram } from "../../hooks/api/programs"
import { useFormSubmit } from "../../hooks/use-form-submit"
import { useText } from "../../lib/use-text"
import { DrawerForm } from "../form/drawer-form"
import { SwitchField } from "../form/switch-field"
import { TextAreaField } from "../form/text-area-field"

const NAMES = ["agreement_text", "agreement_required"] as const

/** Writes the agreement's next version, and sets whether customers must accept it to join. */
export const EditAgreement = ({ program }: { program: AdminAffiliateProgram }) => {
  const t = useText()
  const { handleSuccess } = useRouteModal()
  const { mutateAsync } = useUpdateProgram(program.id)
  const schema = z
    .object({ agreement_text: z.string(), agreement_required: z.boolean() })
    .refine(({ agreement_text, agreement_required }) => !agreement_required || agreement_text.trim() !== "", {
      path: ["agreement_required"],
      message: t("agreement.requiredNeedsText"),
    })
  const form = useForm<z.infer<typeof schema>>({
    defaultValues: { agreement_text: program.agreement_text ?? "", agreement_required: program.agreement_required },
    resolver: zodResolver(schema),
  })

  const submit = useFormSubmit(form, NAMES, async ({ agreement_text, agreement_required }) => {
    await mutateAsync({ agreement_text: agreement_text.trim() ? agreement_text : null, agreement_required })
    toast.success(t("program.saved"))
    handleSuccess()
  })

  return (
    <DrawerForm form={form} onSubmit={submit} title={t("agreement.one")} description={t("agreement.editDescription")}>
      <TextAreaField name="agreement_text" label={t("agreement.text")} hint={t("agreement.textHint")} rows={20} />
      <SwitchField name="agreement_required" label={t("agreement.required")} hint={t("agreement.requiredHint")} />
    </DrawerForm>
  )
}
