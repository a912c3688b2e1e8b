import { zodResolver } from "@hookform/resolvers/zod"
import { useRouteModal } from "@medusajs/dashboard/components"
import type { HttpTypes } from "@medusajs/framework/types"
import { toast } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { z } from "zod"
import { useCreateAffiliate } from "../../hooks/api/affiliates"
import { useFormSubmit } from "../../hooks/use-form-submit"
import { useProgramOptions } from "../../hooks/use-program-options"
import { customerName } from "../../lib/customer-name"
import { customerSource } from "../../lib/entity-sources/customers"
import { useText } from "../../lib/use-text"
import { ComboboxField } from "../form/combobox-field"
import { DrawerForm } from "../form/drawer-form"
import { EntityField } from "../form/entity-field"

interface Values {
  customer_id: string
  program_id: string
}

/** Enrolls a customer in a program, which makes them an affiliate. */
export const CreateAffiliate = () => {
  const t = useText()
  const { handleSuccess } = useRouteModal()
  const { mutateAsync } = useCreateAffiliate()
  const required = z.string({ error: t("errors.required") }).min(1, t("errors.required"))
  const form = useForm<Values>({
    defaultValues: { customer_id: "", program_id: "" },
    resolver: zodResolver(z.object({ customer_id: required, program_id: required })),
  })

  const submit = useFormSubmit(form, ["customer_id", "program_id"], async (values) => {
    const { affiliate, is_new } = await mutateAsync(values)
    const name = affiliate.customer ? customerName(affiliate.customer) : affiliate.code
    if (is_new) toast.success(t("affiliate.added", { name }))
    else toast.info(t("affiliate.isOneAlready", { name, program: affiliate.program.name }))
    handleSuccess(`/affiliates/${affiliate.id}`)
  })

  return (
    <DrawerForm
      form={form}
      onSubmit={submit}
      title={t("affiliate.addTitle")}
      description={t("affiliate.addDescription")}
      submitLabel={t("affiliate.add")}
    >
      <EntityField<Values, HttpTypes.AdminCustomerListResponse>
        name="customer_id"
        label={t("affiliate.customer")}
        hint={t("affiliate.customerHint")}
        source={customerSource}
      />
      <ComboboxField<Values> name="program_id" label={t("program.one")} options={useProgramOptions("active")} />
    </DrawerForm>
  )
}
