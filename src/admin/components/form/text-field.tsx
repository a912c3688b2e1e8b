import { Input } from "@medusajs/ui"
import type { FieldValues } from "react-hook-form"
import { Field } from "./field"
import type { FieldProps } from "./field-props"
import { DecimalInput } from "./decimal-input"

interface TextFieldProps<Values extends FieldValues> extends FieldProps<Values> {
  placeholder?: string
  inputMode?: "decimal" | "numeric" | "url"
}

export function TextField<Values extends FieldValues>({ placeholder, inputMode, ...props }: TextFieldProps<Values>) {
  const own = { placeholder, autoComplete: "off" }
  return (
    <Field
      {...props}
      render={(field) =>
        inputMode === "decimal" ? <DecimalInput {...field} {...own} /> : <Input {...field} {...own} inputMode={inputMode} />
      }
    />
  )
}
