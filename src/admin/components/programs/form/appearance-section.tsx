import { TextField } from "../../form/text-field"
import { FormSection } from "./form-section"
import type { ProgramFormValues } from "./schema"
import { useFieldText } from "./use-field-text"

export const AppearanceSection = () => {
  const text = useFieldText()
  return (
    <FormSection name="appearance">
      <div className="md:col-span-2">
        <TextField<ProgramFormValues> {...text("logo_url")} optional inputMode="url" placeholder="https://shop.example.com/logo.svg" />
      </div>
      <TextField<ProgramFormValues> {...text("accent_color")} optional placeholder="#1f5f4a" />
      <TextField<ProgramFormValues> {...text("accent_color_dark")} optional placeholder="#7fcfae" />
    </FormSection>
  )
}
