import type { StatementSettings } from "../../../domain/statements/statement-settings"
import { type TextKey, useText } from "../../lib/use-text"

/** The form name, label and help text of a statement setting, to be spread into its field. */
export function useStatementFieldText() {
  const t = useText()
  return <Name extends keyof StatementSettings>(name: Name) => ({
    name: `statement_settings.${name}` as const,
    label: t(`statement.fields.${name}.label` as TextKey),
    hint: t(`statement.fields.${name}.hint` as TextKey),
  })
}
