import { Combobox } from "@medusajs/dashboard/components"
import { type FieldValues, useFormContext } from "react-hook-form"
import type { PaginatedResponse } from "../../../types"
import { type EntitySource, useEntityOptions } from "../../hooks/use-entity-options"
import { Field } from "./field"
import type { FieldProps } from "./field-props"

interface EntityFieldProps<Values extends FieldValues, Response extends PaginatedResponse> extends FieldProps<Values> {
  source: EntitySource<Response>
}

/** A select for one of the store's records, found by name. */
export function EntityField<Values extends FieldValues, Response extends PaginatedResponse>(props: EntityFieldProps<Values, Response>) {
  const { source, ...field } = props
  const selected = useFormContext<Values>().watch(field.name)
  const combobox = useEntityOptions(source, selected ? [selected] : [])
  return <Field {...field} render={(control) => <Combobox {...control} {...combobox} />} />
}
