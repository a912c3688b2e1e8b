import type { FieldPath, FieldValues } from "react-hook-form"

/** The props of every form field. The form's control comes from the form's context. */
export interface FieldProps<Values extends FieldValues> {
  name: FieldPath<Values>
  label: string
  hint?: string
  optional?: boolean
}
