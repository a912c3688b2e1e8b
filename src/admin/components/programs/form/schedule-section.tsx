import { useMemo } from "react"
import { useFormContext } from "react-hook-form"
import { timeZones } from "../../../lib/time-zones"
import { ComboboxField } from "../../form/combobox-field"
import { DateField } from "../../form/date-field"
import { FormSection } from "./form-section"
import type { ProgramFormValues } from "./schema"
import { useFieldText } from "./use-field-text"

export const ScheduleSection = () => {
  const text = useFieldText()
  const { defaultValues } = useFormContext<ProgramFormValues>().formState
  const stored = defaultValues?.timezone
  const zones = useMemo(() => timeZones(stored).map((zone) => ({ value: zone, label: zone })), [stored])
  return (
    <FormSection name="schedule">
      <div className="md:col-span-2">
        <ComboboxField<ProgramFormValues> {...text("timezone")} options={zones} />
      </div>
      <DateField<ProgramFormValues> {...text("starts_at")} optional />
      <DateField<ProgramFormValues> {...text("ends_at")} optional />
    </FormSection>
  )
}
