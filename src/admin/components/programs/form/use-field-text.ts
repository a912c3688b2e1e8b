import { type TextKey, useText } from "../../../lib/use-text"
import type { ProgramFormValues } from "./schema"

/** A setting's name, label and help text, to be spread into its field. */
export function useFieldText() {
  const t = useText()
  return <Name extends keyof ProgramFormValues>(name: Name) => ({
    name,
    label: t(`program.fields.${name}.label` as TextKey),
    hint: t(`program.fields.${name}.hint` as TextKey),
  })
}
