import { useFormContext } from "react-hook-form"
import { useText } from "../../../lib/use-text"
import { AmountsField } from "../../form/amounts-field"
import { SelectField } from "../../form/select-field"
import { TextField } from "../../form/text-field"
import type { RuleValues } from "./values"

const TYPES = ["percent", "unit", "order", "none"] as const

/** What the matching items earn. */
export const RateFields = () => {
  const t = useText()
  const type = useFormContext<RuleValues>().watch("rate.type")
  return (
    <div className="grid grid-cols-1 items-start gap-x-4 gap-y-6 md:grid-cols-2">
      <SelectField<RuleValues>
        name="rate.type"
        label={t("rule.rateType")}
        options={TYPES.map((value) => ({ value, label: t(`rule.rateTypes.${value}`) }))}
      />
      {type === "percent" && <TextField<RuleValues> name="rate.percent" label={t("rule.percent")} inputMode="decimal" />}
      {(type === "unit" || type === "order") && (
        <AmountsField<RuleValues> name="rate.amounts" label={t("rule.amounts")} hint={t("rule.amountsHint")} add={t("rule.addAmount")} />
      )}
    </div>
  )
}
