import type { FieldPath, FieldValues } from "react-hook-form"

/** What every field of a form takes. Its control comes from the form around it. */
export interface FieldProps<Values extends FieldValues> {
  name: FieldPath<Values>
  label: string
  hint?: string
  optional?: boolean
}
