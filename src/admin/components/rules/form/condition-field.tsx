import { RULE_SOURCES, type IdCondition } from "../../../../domain/rules/rule-conditions"
import { useCurrencyOptions } from "../../../hooks/use-currency-options"
import { CONDITION_SOURCES, type NamedPage } from "../../../lib/condition-sources"
import { useCountryOptions } from "../../../hooks/use-country-options"
import { useText } from "../../../lib/use-text"
import { AmountsField } from "../../form/amounts-field"
import { EntitiesField } from "../../form/entities-field"
import { OptionsField } from "../../form/options-field"
import { SelectField } from "../../form/select-field"
import type { ConditionKind, RuleValues } from "./values"

/** The values of one kind of condition, chosen by name. */
export const ConditionField = ({ kind }: { kind: ConditionKind }) => {
  const t = useText()
  const currencies = useCurrencyOptions()
  const countries = useCountryOptions()
  const label = t(`rule.conditions.${kind}`)
  const sources = RULE_SOURCES.map((value) => ({ value, label: t(`rule.sources.${value}`) }))
  const placeholder = t("rule.choose")
  switch (kind) {
    case "country_codes":
      return <OptionsField<RuleValues> name="conditions.country_codes" label={label} options={countries} placeholder={placeholder} />
    case "currency_codes":
      return <OptionsField<RuleValues> name="conditions.currency_codes" label={label} options={currencies} placeholder={placeholder} />
    case "sources":
      return <OptionsField<RuleValues> name="conditions.sources" label={label} options={sources} placeholder={placeholder} />
    case "is_first_order":
      return (
        <SelectField<RuleValues>
          name="conditions.is_first_order"
          label={label}
          options={(["yes", "no"] as const).map((value) => ({ value, label: t(`rule.firstOrder.${value}`) }))}
        />
      )
    case "min_order_amounts":
      return (
        <AmountsField<RuleValues>
          name="conditions.min_order_amounts"
          label={label}
          hint={t("rule.minimumHint")}
          add={t("rule.addAmount")}
        />
      )
    default:
      return <RecordsField kind={kind} label={label} placeholder={placeholder} />
  }
}

const RecordsField = ({ kind, label, placeholder }: { kind: IdCondition; label: string; placeholder: string }) => {
  const t = useText()
  return (
    <EntitiesField<RuleValues, NamedPage>
      name={`conditions.${kind}`}
      label={label}
      hint={kind === "category_ids" ? t("rule.categoryHint") : undefined}
      source={CONDITION_SOURCES[kind]}
      placeholder={placeholder}
    />
  )
}
