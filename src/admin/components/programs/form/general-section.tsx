import { SETTINGS } from "../../../../domain/programs/settings"
import { useText } from "../../../lib/use-text"
import { SelectField } from "../../form/select-field"
import { TextField } from "../../form/text-field"
import { FormSection } from "./form-section"
import type { ProgramFormValues } from "./schema"
import { useFieldText } from "./use-field-text"

export const GeneralSection = () => {
  const t = useText()
  const text = useFieldText()
  return (
    <FormSection name="general">
      <TextField<ProgramFormValues> {...text("name")} />
      <TextField<ProgramFormValues> {...text("handle")} optional />
      <SelectField<ProgramFormValues>
        {...text("status")}
        options={SETTINGS.status.options.map((value) => ({ value, label: t(`status.program.${value}.label`) }))}
      />
    </FormSection>
  )
}
