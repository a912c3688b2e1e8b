import { DatePicker } from "@medusajs/ui"
import type { FieldValues } from "react-hook-form"
import { Field } from "./field"
import type { FieldProps } from "./field-props"

/** A date and time in the browser's time zone. */
export function DateField<Values extends FieldValues>(props: FieldProps<Values>) {
  return <Field {...props} render={(field) => <DatePicker {...field} granularity="minute" shouldCloseOnSelect={false} />} />
}
