import { Combobox } from "@medusajs/dashboard/components"
import type { FieldValues } from "react-hook-form"
import type { EntityOption } from "../../hooks/use-entity-options"
import { Field } from "./field"
import type { FieldProps } from "./field-props"

interface OptionsFieldProps<Values extends FieldValues> extends FieldProps<Values> {
  options: EntityOption[]
  placeholder: string
}

/** A searchable select for any number of fixed options. */
export function OptionsField<Values extends FieldValues>({ options, placeholder, ...field }: OptionsFieldProps<Values>) {
  return (
    <Field
      {...field}
      render={(control) => <Combobox<string[]> {...control} options={options} placeholder={placeholder} displayMode="chips" />}
    />
  )
}
