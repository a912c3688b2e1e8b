import { toast } from "@medusajs/ui"
import type { FieldValues, Path, UseFormReturn } from "react-hook-form"
import { namedErrors } from "../lib/named-errors"

/** Submits a form. Shows an error of the API beside the field that it names, otherwise as a toast. */
export function useFormSubmit<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  names: readonly Path<Values>[],
  save: (values: Values) => Promise<void>
) {
  return form.handleSubmit(async (values) => {
    try {
      await save(values)
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      const named = namedErrors(message, names)
      const refused = names.filter((name) => named[name])
      refused.forEach((name, index) => form.setError(name, { message: named[name] }, { shouldFocus: index === 0 }))
      if (refused.length === 0) toast.error(message)
    }
  })
}
