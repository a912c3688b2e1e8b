import { useWatch } from "react-hook-form"
import { TIER_CHOICES } from "../../../../domain/programs/commission-tiers"
import { useText } from "../../../lib/use-text"
import { AmountsField } from "../../form/amounts-field"
import { SelectField } from "../../form/select-field"
import { FormSection } from "./form-section"
import type { ProgramFormValues } from "./schema"
import { TiersField } from "./tiers-field"
import { useFieldText } from "./use-field-text"

type Choice = keyof typeof TIER_CHOICES

/** What an affiliate's month earns more than its orders, and at most. */
export const TiersSection = () => {
  const t = useText()
  const text = useFieldText()
  const tiers = useWatch<ProgramFormValues, "commission_tiers.tiers">({ name: "commission_tiers.tiers" })
  const choice = (name: Choice) => (
    <SelectField<ProgramFormValues>
      name={`commission_tiers.${name}`}
      label={t(`program.tiers.${name}.label`)}
      options={TIER_CHOICES[name].map((value) => ({ value, label: t(`program.tiers.${name}.${value}` as "program.tiers.span.month") }))}
    />
  )
  return (
    <FormSection name="tiers">
      <TiersField {...text("commission_tiers")} />
      {tiers.length > 0 && (
        <>
          {choice("measure")}
          {choice("span")}
          {choice("scope")}
          {choice("after_refund")}
        </>
      )}
      <AmountsField<ProgramFormValues> {...text("new_customer_bonuses")} add={t("program.addBonus")} />
      <AmountsField<ProgramFormValues> {...text("welcome_bonuses")} add={t("program.addBonus")} />
      <AmountsField<ProgramFormValues> {...text("affiliate_month_limits")} add={t("program.addLimit")} />
      <AmountsField<ProgramFormValues> {...text("month_budgets")} add={t("program.addBudget")} />
    </FormSection>
  )
}
