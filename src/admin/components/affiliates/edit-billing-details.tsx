import { CountrySelect, useRouteModal } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import type { AffiliateBillingDetails } from "../../../types"
import { useUpdateBillingDetails } from "../../hooks/api/billing-details"
import { useFormSubmit } from "../../hooks/use-form-submit"
import { type TextKey, useText } from "../../lib/use-text"
import { DrawerForm } from "../form/drawer-form"
import { Field } from "../form/field"
import { TextAreaField } from "../form/text-area-field"
import { TextField } from "../form/text-field"

const NAMES = ["name", "company", "address", "country_code", "tax_id"] as const
type Values = Record<(typeof NAMES)[number], string>

interface EditBillingDetailsProps {
  affiliateId: string
  details: AffiliateBillingDetails
}

/** Changes what the affiliate's statements call them. Empty fields are filled from the customer account. */
export const EditBillingDetails = ({ affiliateId, details }: EditBillingDetailsProps) => {
  const t = useText()
  const { handleSuccess } = useRouteModal()
  const { mutateAsync } = useUpdateBillingDetails(affiliateId)
  const form = useForm<Values>({ defaultValues: Object.fromEntries(NAMES.map((name) => [name, details[name] ?? ""])) })
  const text = (name: (typeof NAMES)[number]) => ({
    name,
    label: t(`billing.fields.${name}.label` as TextKey),
    hint: t(`billing.fields.${name}.hint` as TextKey),
    optional: true,
  })

  const submit = useFormSubmit(form, NAMES, async ({ name, company, address, country_code, tax_id }) => {
    await mutateAsync({
      name: name || null,
      company: company || null,
      address: address || null,
      country_code: country_code || null,
      tax_id: tax_id || null,
    })
    toast.success(t("billing.saved"))
    handleSuccess()
  })

  return (
    <DrawerForm form={form} onSubmit={submit} title={t("billing.edit")} description={t("billing.description")}>
      <TextField<Values> {...text("name")} />
      <TextField<Values> {...text("company")} />
      <TextAreaField<Values> {...text("address")} rows={4} />
      <Field<Values> {...text("country_code")} render={(field) => <CountrySelect {...field} allowClear />} />
      <TextField<Values> {...text("tax_id")} />
    </DrawerForm>
  )
}
