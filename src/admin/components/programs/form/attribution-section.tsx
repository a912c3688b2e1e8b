import type { HttpTypes } from "@medusajs/framework/types"
import { SETTINGS } from "../../../../domain/programs/settings"
import { salesChannelSource } from "../../../lib/entity-sources/sales-channels"
import { useText } from "../../../lib/use-text"
import { EntitiesField } from "../../form/entities-field"
import { SelectField } from "../../form/select-field"
import { TextField } from "../../form/text-field"
import { FormSection } from "./form-section"
import type { ProgramFormValues } from "./schema"
import { useFieldText } from "./use-field-text"

export const AttributionSection = () => {
  const t = useText()
  const text = useFieldText()
  return (
    <FormSection name="attribution">
      <TextField<ProgramFormValues> {...text("attribution_window_days")} inputMode="numeric" />
      <SelectField<ProgramFormValues>
        {...text("attribution_model")}
        options={SETTINGS.attribution_model.options.map((value) => ({ value, label: t(`program.model.${value}`) }))}
      />
      <TextField<ProgramFormValues> {...text("referral_period_months")} optional inputMode="numeric" />
      <EntitiesField<ProgramFormValues, HttpTypes.AdminSalesChannelListResponse>
        {...text("sales_channel_ids")}
        source={salesChannelSource}
        placeholder={t("program.everySalesChannel")}
      />
    </FormSection>
  )
}
