import { zodResolver } from "@hookform/resolvers/zod"
import { useRouteModal } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { z } from "zod"
import type { StatementSettings } from "../../../domain/statements/statement-settings"
import type { AdminAffiliateProgram } from "../../../types"
import { useUpdateProgram } from "../../hooks/api/programs"
import { useFormSubmit } from "../../hooks/use-form-submit"
import { useText } from "../../lib/use-text"
import { DrawerForm } from "../form/drawer-form"
import { SwitchField } from "../form/switch-field"
import { TextAreaField } from "../form/text-area-field"
import { TextField } from "../form/text-field"
import { useStatementFieldText } from "./use-statement-field-text"

const optional = z.string().trim()
const schema = z.object({
  statement_settings: z.object({
    issuer_name: optional,
    issuer_address: optional,
    issuer_tax_id: optional,
    issuer_town: optional,
    issuer_country_code: optional,
    issuer_iban: optional,
    issuer_bic: optional,
    tax_note: optional,
    is_self_billed: z.boolean(),
    number_prefix: optional,
  }),
})
type Values = z.infer<typeof schema>

/** The fields as the API's errors name them. */
const NAMES = [
  "statement_settings.issuer_name",
  "statement_settings.issuer_address",
  "statement_settings.issuer_tax_id",
  "statement_settings.issuer_town",
  "statement_settings.issuer_country_code",
  "statement_settings.issuer_iban",
  "statement_settings.issuer_bic",
  "statement_settings.tax_note",
  "statement_settings.is_self_billed",
  "statement_settings.number_prefix",
] as const

/** A field that is not set is empty. */
function valuesOf({ is_self_billed, ...texts }: StatementSettings): Values["statement_settings"] {
  const entries = Object.entries(texts).map(([name, text]) => [name, text ?? ""])
  return { is_self_billed, ...(Object.fromEntries(entries) as Record<keyof typeof texts, string>) }
}

/** Changes the texts on the program's statements. */
export const EditStatementSettings = ({ program }: { program: AdminAffiliateProgram }) => {
  const t = useText()
  const { handleSuccess } = useRouteModal()
  const { mutateAsync } = useUpdateProgram(program.id)
  const text = useStatementFieldText()
  const form = useForm<Values>({
    defaultValues: { statement_settings: valuesOf(program.statement_settings) },
    resolver: zodResolver(schema),
  })

  const submit = useFormSubmit(form, NAMES, async (values) => {
    await mutateAsync(values)
    toast.success(t("program.saved"))
    handleSuccess()
  })

  return (
    <DrawerForm form={form} onSubmit={submit} title={t("statement.many")} description={t("statement.settingsDescription")}>
      <TextField<Values> {...text("issuer_name")} optional />
      <TextAreaField<Values> {...text("issuer_address")} optional rows={4} />
      <TextField<Values> {...text("issuer_tax_id")} optional />
      <TextField<Values> {...text("issuer_town")} optional />
      <TextField<Values> {...text("issuer_country_code")} optional placeholder="DE" />
      <TextField<Values> {...text("issuer_iban")} optional />
      <TextField<Values> {...text("issuer_bic")} optional />
      <TextAreaField<Values> {...text("tax_note")} optional rows={3} />
      <SwitchField<Values> {...text("is_self_billed")} />
      <TextField<Values> {...text("number_prefix")} optional placeholder="AFF-" />
    </DrawerForm>
  )
}
