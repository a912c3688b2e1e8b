import { Input } from "@medusajs/ui"
import type { FieldValues } from "react-hook-form"
import { Field } from "./field"
import type { FieldProps } from "./field-props"

interface TextFieldProps<Values extends FieldValues> extends FieldProps<Values> {
  placeholder?: string
  inputMode?: "decimal" | "numeric" | "url"
}

export function TextField<Values extends FieldValues>({ placeholder, inputMode, ...props }: TextFieldProps<Values>) {
  return <Field {...props} render={(field) => <Input {...field} placeholder={placeholder} inputMode={inputMode} autoComplete="off" />} />
}
