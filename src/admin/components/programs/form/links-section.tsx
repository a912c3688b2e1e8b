import { SwitchField } from "../../form/switch-field"
import { TextAreaField } from "../../form/text-area-field"
import { TextField } from "../../form/text-field"
import { FormSection } from "./form-section"
import { LinkExample } from "./link-example"
import { PromoCodeExample } from "./promo-code-example"
import type { ProgramFormValues } from "./schema"
import { useFieldText } from "./use-field-text"

export const LinksSection = () => {
  const text = useFieldText()
  return (
    <FormSection name="links">
      <TextField<ProgramFormValues> {...text("site_url")} inputMode="url" placeholder="https://shop.example.com" />
      <div className="flex flex-col gap-y-2">
        <TextField<ProgramFormValues> {...text("link_parameter")} />
        <LinkExample />
      </div>
      <TextAreaField<ProgramFormValues> {...text("link_aliases")} optional rows={2} />
      <div className="flex flex-col gap-y-2">
        <TextField<ProgramFormValues> {...text("promo_code_template")} optional placeholder="WELCOME-@ID@" />
        <PromoCodeExample />
      </div>
      <TextField<ProgramFormValues> {...text("customer_discount_percent")} optional inputMode="decimal" />
      <SwitchField<ProgramFormValues> {...text("link_gives_discount")} />
    </FormSection>
  )
}
