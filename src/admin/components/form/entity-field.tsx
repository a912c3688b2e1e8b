import { Combobox } from "@medusajs/dashboard/components"
import { type FieldValues, useFormContext } from "react-hook-form"
import { type EntitySource, useEntityOptions } from "../../hooks/use-entity-options"
import type { Page } from "../../types/list"
import { Field } from "./field"
import type { FieldProps } from "./field-props"

interface EntityFieldProps<Values extends FieldValues, Response extends Page> extends FieldProps<Values> {
  source: EntitySource<Response>
}

/** One thing of the store, found by name. */
export function EntityField<Values extends FieldValues, Response extends Page>(props: EntityFieldProps<Values, Response>) {
  const { source, ...field } = props
  const selected = useFormContext<Values>().watch(field.name)
  const combobox = useEntityOptions(source, selected ? [selected] : [])
  return <Field {...field} render={(control) => <Combobox {...control} {...combobox} />} />
}
