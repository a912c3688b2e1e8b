import { useMemo } from "react"
import { browserTimeZone } from "../../../lib/browser-time-zone"
import { timeZones } from "../../../lib/time-zones"
import { useText } from "../../../lib/use-text"
import { ComboboxField } from "../../form/combobox-field"
import { DateField } from "../../form/date-field"
import { FormSection } from "./form-section"
import type { ProgramFormValues } from "./schema"
import { useFieldText } from "./use-field-text"

export const ScheduleSection = () => {
  const t = useText()
  const text = useFieldText()
  const zones = useMemo(() => timeZones().map((zone) => ({ value: zone, label: zone })), [])
  const hint = t("program.datesInZone", { zone: browserTimeZone() })
  return (
    <FormSection name="schedule">
      <div className="md:col-span-2">
        <ComboboxField<ProgramFormValues> {...text("timezone")} options={zones} />
      </div>
      <DateField<ProgramFormValues> {...text("starts_at")} hint={hint} optional />
      <DateField<ProgramFormValues> {...text("ends_at")} hint={hint} optional />
    </FormSection>
  )
}
