import { Form } from "@medusajs/dashboard/components"
import type { ReactElement } from "react"
import { type ControllerRenderProps, type FieldPath, type FieldValues, useFormContext } from "react-hook-form"
import type { FieldProps } from "./field-props"

interface Props<Values extends FieldValues> extends FieldProps<Values> {
  render: (field: ControllerRenderProps<Values, FieldPath<Values>>) => ReactElement
}

/** Label, input, hint and error message of one field, in that order and tied together for screen readers. */
export function Field<Values extends FieldValues>({ name, label, hint, optional, render }: Props<Values>) {
  const { control } = useFormContext<Values>()
  return (
    <Form.Field
      control={control}
      name={name}
      render={({ field }) => (
        <Form.Item>
          <Form.Label optional={optional}>{label}</Form.Label>
          <Form.Control>{render(field)}</Form.Control>
          {hint && <Form.Hint>{hint}</Form.Hint>}
          <Form.ErrorMessage />
        </Form.Item>
      )}
    />
  )
}
