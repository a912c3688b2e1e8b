import en from "../../i18n/json/en.json"
import { type TextKey, useText } from "../../lib/use-text"

/** The form name, label and help text of a payout detail. A field of another plugin's payout method is labelled by its name. */
export function useDetailsFieldText() {
  const t = useText()
  return (field: string) => ({
    name: `details.${field}` as const,
    ...(Object.hasOwn(en.payoutMethod.fields, field)
      ? { label: t(`payoutMethod.fields.${field}.label` as TextKey), hint: t(`payoutMethod.fields.${field}.hint` as TextKey) }
      : { label: field.replaceAll("_", " ") }),
  })
}
