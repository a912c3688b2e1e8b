import { useMemo } from "react"
import { useFormContext } from "react-hook-form"
import { usePayoutMethodOptions } from "../../../hooks/use-payout-method-options"
import { useText } from "../../../lib/use-text"
import { AmountsField } from "../../form/amounts-field"
import { SelectField } from "../../form/select-field"
import { SwitchField } from "../../form/switch-field"
import { FormSection } from "./form-section"
import { PayoutMethodsField } from "./payout-methods-field"
import type { ProgramFormValues } from "./schema"
import { useFieldText } from "./use-field-text"

export const PayoutsSection = () => {
  const t = useText()
  const text = useFieldText()
  const { defaultValues } = useFormContext<ProgramFormValues>().formState
  // As the program was when the form was opened: what is taken away can still be seen.
  const used = useMemo(() => [defaultValues?.payout_method, ...(defaultValues?.payout_methods ?? [])].filter(isText), [defaultValues])
  const methods = usePayoutMethodOptions(used)
  return (
    <FormSection name="payouts">
      <SelectField<ProgramFormValues> {...text("payout_method")} options={methods} />
      <PayoutMethodsField options={methods} />
      <AmountsField<ProgramFormValues> {...text("payout_minimums")} add={t("program.addMinimum")} />
      <SwitchField<ProgramFormValues> {...text("automatic_payouts")} />
    </FormSection>
  )
}

const isText = (value: string | undefined): value is string => value !== undefined
