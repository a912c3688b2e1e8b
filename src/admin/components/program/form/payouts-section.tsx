import { usePayoutMethodOptions } from "../../../hooks/use-payout-method-options"
import { SelectField } from "../../form/select-field"
import { SwitchField } from "../../form/switch-field"
import { FormSection } from "./form-section"
import { PayoutMethodsField } from "./payout-methods-field"
import { PayoutMinimumsField } from "./payout-minimums-field"
import type { ProgramFormValues } from "./schema"
import { useFieldText } from "./use-field-text"

export const PayoutsSection = () => {
  const text = useFieldText()
  const methods = usePayoutMethodOptions()
  return (
    <FormSection name="payouts">
      <SelectField<ProgramFormValues> {...text("payout_method")} options={methods} />
      <PayoutMethodsField options={methods} />
      <PayoutMinimumsField />
      <SwitchField<ProgramFormValues> {...text("automatic_payouts")} />
    </FormSection>
  )
}
