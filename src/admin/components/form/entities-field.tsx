import { Combobox } from "@medusajs/dashboard/components"
import { type FieldValues, useFormContext } from "react-hook-form"
import type { PaginatedResponse } from "../../../types"
import { type EntitySource, useEntityOptions } from "../../hooks/use-entity-options"
import { Field } from "./field"
import type { FieldProps } from "./field-props"

interface EntitiesFieldProps<Values extends FieldValues, Response extends PaginatedResponse> extends FieldProps<Values> {
  source: EntitySource<Response>
  placeholder: string
}

/** A select for any number of the store's records, found and shown by name. */
export function EntitiesField<Values extends FieldValues, Response extends PaginatedResponse>(props: EntitiesFieldProps<Values, Response>) {
  const { source, placeholder, ...field } = props
  const selected = useFormContext<Values>().watch(field.name)
  const combobox = useEntityOptions(source, selected ?? [])
  return (
    <Field
      {...field}
      render={(control) => <Combobox<string[]> {...control} {...combobox} placeholder={placeholder} displayMode="chips" />}
    />
  )
}
