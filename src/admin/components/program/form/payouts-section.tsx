import { TextField } from "../../form/text-field"
import { FormSection } from "./form-section"
import { PayoutMinimumsField } from "./payout-minimums-field"
import type { ProgramFormValues } from "./schema"
import { useFieldText } from "./use-field-text"

export const PayoutsSection = () => {
  const text = useFieldText()
  return (
    <FormSection name="payouts">
      <TextField<ProgramFormValues> {...text("payout_method")} optional />
      <PayoutMinimumsField />
    </FormSection>
  )
}
