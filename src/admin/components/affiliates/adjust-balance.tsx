import { zodResolver } from "@hookform/resolvers/zod"
import { useRouteModal } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { z } from "zod"
import { useAdjustBalance } from "../../hooks/api/affiliates"
import { useCurrencyOptions } from "../../hooks/use-currency-options"
import { useFormSubmit } from "../../hooks/use-form-submit"
import { useText } from "../../lib/use-text"
import { ComboboxField } from "../form/combobox-field"
import { DrawerForm } from "../form/drawer-form"
import { TextAreaField } from "../form/text-area-field"
import { TextField } from "../form/text-field"
import { AdjustmentPreview } from "./adjustment-preview"

const NAMES = ["amount", "currency_code", "reason"] as const

/** Adds a credit or debit by hand. Ledger entries are never deleted, so the way back is an adjustment of the opposite amount. */
export const AdjustBalance = ({ affiliateId }: { affiliateId: string }) => {
  const t = useText()
  const { handleSuccess } = useRouteModal()
  const { mutateAsync } = useAdjustBalance(affiliateId)
  const required = z
    .string({ error: t("errors.required") })
    .trim()
    .min(1, t("errors.required"))
  const amount = required.regex(/^-?\d+(\.\d+)?$/, t("errors.signedAmount")).regex(/[1-9]/, t("errors.notZero"))
  const schema = z.object({ amount, currency_code: required, reason: required })
  const form = useForm<z.infer<typeof schema>>({
    defaultValues: { amount: "", currency_code: "", reason: "" },
    resolver: zodResolver(schema),
  })

  const submit = useFormSubmit(form, NAMES, async (values) => {
    await mutateAsync(values)
    toast.success(t("affiliate.adjusted"))
    handleSuccess()
  })

  return (
    <DrawerForm form={form} onSubmit={submit} title={t("affiliate.adjust")} description={t("affiliate.adjustDescription")}>
      <TextField name="amount" label={t("common.amount")} hint={t("affiliate.adjustAmountHint")} inputMode="decimal" />
      <ComboboxField name="currency_code" label={t("common.currency")} options={useCurrencyOptions()} />
      <TextAreaField name="reason" label={t("common.reason")} />
      <AdjustmentPreview amount={form.watch("amount")} currencyCode={form.watch("currency_code")} />
    </DrawerForm>
  )
}
