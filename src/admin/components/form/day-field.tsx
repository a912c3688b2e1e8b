import { DatePicker } from "@medusajs/ui"
import type { FieldValues } from "react-hook-form"
import { Field } from "./field"
import type { FieldProps } from "./field-props"

/** A calendar day, as a browser-local Date. */
export function DayField<Values extends FieldValues>(props: FieldProps<Values>) {
  return <Field {...props} render={(field) => <DatePicker {...field} granularity="day" />} />
}
