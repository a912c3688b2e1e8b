import { Combobox } from "@medusajs/dashboard/components"
import type { FieldValues } from "react-hook-form"
import type { EntityOption } from "../../hooks/use-entity-options"
import { Field } from "./field"
import type { FieldProps } from "./field-props"

interface ComboboxFieldProps<Values extends FieldValues> extends FieldProps<Values> {
  options: EntityOption[]
}

/** A searchable select with fixed options. */
export function ComboboxField<Values extends FieldValues>({ options, ...props }: ComboboxFieldProps<Values>) {
  return <Field {...props} render={(field) => <Combobox {...field} options={options} />} />
}
