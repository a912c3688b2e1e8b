import type { HttpTypes } from "@medusajs/framework/types"
import { customerGroupSource } from "../../../lib/entity-sources/customer-groups"
import { useText } from "../../../lib/use-text"
import { EntitiesField } from "../../form/entities-field"
import { SwitchField } from "../../form/switch-field"
import { TextAreaField } from "../../form/text-area-field"
import { EligibleGroupsField } from "./eligible-groups-field"
import { FormSection } from "./form-section"
import type { ProgramFormValues } from "./schema"
import { useFieldText } from "./use-field-text"

export const MembersSection = () => {
  const t = useText()
  const text = useFieldText()
  return (
    <FormSection name="members">
      <EligibleGroupsField />
      <EntitiesField<ProgramFormValues, HttpTypes.AdminCustomerGroupListResponse>
        {...text("forbidden_customer_group_ids")}
        source={customerGroupSource}
        placeholder={t("program.noGroup")}
      />
      <SwitchField<ProgramFormValues> {...text("auto_enroll")} />
      <SwitchField<ProgramFormValues> {...text("requires_approval")} />
      <TextAreaField<ProgramFormValues> {...text("application_questions")} rows={3} />
    </FormSection>
  )
}
