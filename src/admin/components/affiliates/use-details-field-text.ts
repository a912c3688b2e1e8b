import en from "../../i18n/json/en.json"
import { type TextKey, useText } from "../../lib/use-text"

/** A payout detail's name in the form, label and help text. A field of a method that a store's own plugin adds is called by its name. */
export function useDetailsFieldText() {
  const t = useText()
  return (field: string) => ({
    name: `details.${field}` as const,
    ...(Object.hasOwn(en.payoutMethod.fields, field)
      ? { label: t(`payoutMethod.fields.${field}.label` as TextKey), hint: t(`payoutMethod.fields.${field}.hint` as TextKey) }
      : { label: field.replaceAll("_", " ") }),
  })
}
