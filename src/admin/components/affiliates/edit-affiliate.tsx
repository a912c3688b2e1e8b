import { zodResolver } from "@hookform/resolvers/zod"
import { useRouteModal } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { z } from "zod"
import type { AdminAffiliate } from "../../../types"
import { useUpdateAffiliate } from "../../hooks/api/affiliates"
import { useFormSubmit } from "../../hooks/use-form-submit"
import { isPercent } from "../../lib/is-percent"
import { useText } from "../../lib/use-text"
import { DrawerForm } from "../form/drawer-form"
import { TextField } from "../form/text-field"

interface Values {
  commission_percent: string
}

/** Changes an affiliate's own commission rate. Left empty, the program's rate applies. */
export const EditAffiliate = ({ affiliate }: { affiliate: AdminAffiliate }) => {
  const t = useText()
  const { handleSuccess } = useRouteModal()
  const { mutateAsync } = useUpdateAffiliate(affiliate.id)
  const rate = z
    .string()
    .trim()
    .refine((text) => text === "" || isPercent(text), t("errors.percent"))
  const form = useForm<Values>({
    defaultValues: { commission_percent: affiliate.commission_percent ?? "" },
    resolver: zodResolver(z.object({ commission_percent: rate })),
  })

  const submit = useFormSubmit(form, ["commission_percent"], async ({ commission_percent }) => {
    await mutateAsync({ commission_percent: commission_percent || null })
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
    </DrawerForm>
  )
}
