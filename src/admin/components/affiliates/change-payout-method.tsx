import { useRouteModal } from "@medusajs/dashboard/components"
import { Text, toast } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import type { OwnAffiliatePayoutMethod } from "../../../types"
import { useChoosePayoutMethod } from "../../hooks/api/payout-methods"
import { useFormSubmit } from "../../hooks/use-form-submit"
import { useMethodName } from "../../lib/use-method-name"
import { useText } from "../../lib/use-text"
import { DrawerForm } from "../form/drawer-form"
import { SelectField } from "../form/select-field"
import { TextField } from "../form/text-field"
import { useDetailsFieldText } from "./use-details-field-text"

interface Values {
  method: string
  details: Record<string, string>
}

interface ChangePayoutMethodProps {
  affiliateId: string
  own: OwnAffiliatePayoutMethod
}

/** Changes how the affiliate is paid. The details they gave before are not shown, because the API never sends them back. */
export const ChangePayoutMethod = ({ affiliateId, own }: ChangePayoutMethodProps) => {
  const t = useText()
  const methodName = useMethodName()
  const fieldText = useDetailsFieldText()
  const { handleSuccess } = useRouteModal()
  const { mutateAsync } = useChoosePayoutMethod(affiliateId)
  const details = Object.fromEntries(own.methods.flatMap(({ fields }) => fields.map(({ name }) => [name, ""])))
  const known = own.methods.some(({ id }) => id === own.method)
  const form = useForm<Values>({ defaultValues: { method: known ? own.method : "", details } })
  const method = form.watch("method")
  const fields = own.methods.find(({ id }) => id === method)?.fields ?? []

  const names = ["method", ...fields.map(({ name }) => `details.${name}` as const)] as const
  const submit = useFormSubmit(form, names, async (values) => {
    const filled = fields.map(({ name }) => [name, values.details[name]?.trim() ?? ""] as const).filter(([, text]) => text !== "")
    await mutateAsync({ method, details: Object.fromEntries(filled) })
    toast.success(t("payoutMethod.saved"))
    handleSuccess()
  })

  return (
    <DrawerForm
      form={form}
      onSubmit={submit}
      title={t("payoutMethod.changeTitle")}
      description={t("payoutMethod.changeDescription")}
      submitDisabled={method === ""}
    >
      <SelectField<Values>
        name="method"
        label={t("payoutMethod.one")}
        options={own.methods.map(({ id }) => ({ value: id, label: methodName(id) }))}
      />
      {own.has_details && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("payoutMethod.replaces", { masked: own.masked_details })}
        </Text>
      )}
      {fields.map(({ name, is_required }) => (
        <TextField<Values> key={name} {...fieldText(name)} optional={!is_required} />
      ))}
      {method !== "" && fields.length === 0 && <Text size="small">{t("payoutMethod.noFields")}</Text>}
    </DrawerForm>
  )
}
