import { zodResolver } from "@hookform/resolvers/zod"
import { useRouteModal } from "@medusajs/dashboard/components"
import type { HttpTypes } from "@medusajs/framework/types"
import { toast } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { z } from "zod"
import type { AdminAffiliate } from "../../../types"
import { useUpdateAffiliate } from "../../hooks/api/affiliates"
import { useFormSubmit } from "../../hooks/use-form-submit"
import { customerSource } from "../../lib/entity-sources/customers"
import { isPercent } from "../../lib/is-percent"
import { useText } from "../../lib/use-text"
import { DrawerForm } from "../form/drawer-form"
import { EntityField } from "../form/entity-field"
import { TextField } from "../form/text-field"

interface Values {
  commission_percent: string
  customer_id: string
}

/** Changes an affiliate's own commission rate (left empty, the program's rate applies), or hands the affiliate over to another customer. */
export const EditAffiliate = ({ affiliate }: { affiliate: AdminAffiliate }) => {
  const t = useText()
  const { handleSuccess } = useRouteModal()
  const { mutateAsync } = useUpdateAffiliate(affiliate.id)
  const rate = z
    .string()
    .trim()
    .refine((text) => text === "" || isPercent(text), t("errors.percent"))
  const form = useForm<Values>({
    defaultValues: { commission_percent: affiliate.commission_percent ?? "", customer_id: affiliate.customer_id },
    resolver: zodResolver(z.object({ commission_percent: rate, customer_id: z.string() })),
  })

  const submit = useFormSubmit(form, ["commission_percent", "customer_id"], async ({ commission_percent, customer_id }) => {
    const handedOver = customer_id && customer_id !== affiliate.customer_id ? { customer_id } : {}
    await mutateAsync({ commission_percent: commission_percent || null, ...handedOver })
    toast.success(t("affiliate.saved"))
    handleSuccess()
  })

  return (
    <DrawerForm form={form} onSubmit={submit} title={t("affiliate.editRate")} description={t("affiliate.editRateDescription")}>
      <TextField<Values>
        name="commission_percent"
        label={t("affiliate.rate")}
        hint={t("affiliate.rateHint")}
        inputMode="decimal"
        optional
      />
      <EntityField<Values, HttpTypes.AdminCustomerListResponse>
        name="customer_id"
        label={t("affiliate.customer")}
        hint={t("affiliate.handOverHint")}
        source={customerSource}
      />
    </DrawerForm>
  )
}
