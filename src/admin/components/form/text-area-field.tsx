import { Textarea } from "@medusajs/ui"
import type { FieldValues } from "react-hook-form"
import { Field } from "./field"
import type { FieldProps } from "./field-props"

export function TextAreaField<Values extends FieldValues>(props: FieldProps<Values> & { rows?: number }) {
  const { rows, ...field } = props
  return <Field {...field} render={(control) => <Textarea {...control} rows={rows} />} />
}
