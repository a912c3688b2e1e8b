import { Form } from "@medusajs/dashboard/components"
import { Select } from "@medusajs/ui"
import { type FieldValues, useFormContext } from "react-hook-form"
import type { FieldProps } from "./field-props"

interface SelectFieldProps<Values extends FieldValues> extends FieldProps<Values> {
  options: { value: string; label: string; disabled?: boolean }[]
}

export function SelectField<Values extends FieldValues>({ name, label, hint, options }: SelectFieldProps<Values>) {
  const { control } = useFormContext<Values>()
  return (
    <Form.Field
      control={control}
      name={name}
      render={({ field: { ref, value, onChange, disabled } }) => (
        <Form.Item>
          <Form.Label>{label}</Form.Label>
          <Select value={value} onValueChange={onChange} disabled={disabled}>
            <Form.Control>
              <Select.Trigger ref={ref}>
                <Select.Value />
              </Select.Trigger>
            </Form.Control>
            <Select.Content>
              {options.map((option) => (
                <Select.Item key={option.value} value={option.value} disabled={option.disabled}>
                  {option.label}
                </Select.Item>
              ))}
            </Select.Content>
          </Select>
          {hint && <Form.Hint>{hint}</Form.Hint>}
          <Form.ErrorMessage />
        </Form.Item>
      )}
    />
  )
}
