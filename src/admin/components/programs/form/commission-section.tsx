import { SETTINGS } from "../../../../domain/programs/settings"
import { useText } from "../../../lib/use-text"
import { AmountsField } from "../../form/amounts-field"
import { SelectField } from "../../form/select-field"
import { SwitchField } from "../../form/switch-field"
import { TextField } from "../../form/text-field"
import { FormSection } from "./form-section"
import type { ProgramFormValues } from "./schema"
import { useFieldText } from "./use-field-text"

export const CommissionSection = () => {
  const t = useText()
  const text = useFieldText()
  return (
    <FormSection name="commission">
      <TextField<ProgramFormValues> {...text("commission_percent")} inputMode="decimal" />
      <SelectField<ProgramFormValues>
        {...text("commission_basis")}
        options={SETTINGS.commission_basis.options.map((value) => ({ value, label: t(`program.basis.${value}`) }))}
      />
      <SwitchField<ProgramFormValues> {...text("include_tax")} />
      <SwitchField<ProgramFormValues> {...text("include_shipping")} />
      <TextField<ProgramFormValues> {...text("hold_period_days")} inputMode="numeric" />
      <TextField<ProgramFormValues> {...text("margin_guard_percent")} inputMode="decimal" optional />
      <AmountsField<ProgramFormValues> {...text("order_commission_limits")} add={t("program.addLimit")} />
    </FormSection>
  )
}
